"""Holding an answer against its sources and against what was expected of it."""

from __future__ import annotations

from typing import Any

import pytest

from evals.examination import Examination
from evals.examine import Examiner
from evals.items import Item, Kind, Nugget, PremiseExpectation, SentenceReference, probes_of
from evals.judge import SupportJudge
from evals.response import Cited, Quote, Response, Said
from evals.texts import LibraryTexts, NoTexts, Texts
from service.answer import Status
from tests.evals.fakes import WordJudge, contraindication, dose, quoting

DOSE = "Adults take almira at 11 mg once daily for 3 weeks."


@pytest.fixture
def quoted(texts: LibraryTexts) -> Said:
    """The sentence with almira's dose, quoted where it stands."""
    document = texts.document("almira")
    assert document is not None
    span = document.sentence("Adults take almira")
    assert span is not None
    return quoting("almira", span.text, span.start, span.end)


def examine(texts: Texts, said: tuple[Said, ...], more: dict[str, Any] | None = None, **item: Any) -> Examination:
    """What is found of an answer to an item."""
    [probe] = probes_of(Item(**{"id": "a", "question": "How is almira dosed?", **item}))
    response = Response(
        status=Status.ANSWERED,
        statements=said,
        references=(Cited(number=1, title="G", status="current"),),
        **(more or {}),
    )
    return Examiner(WordJudge(), texts).examine(probe, response)


def test_a_quote_that_stands_where_it_is_said_to_is_replayed(texts: LibraryTexts, quoted: Said) -> None:
    [found] = examine(texts, (quoted,)).statements
    assert (found.replayed, found.verbatim, found.verdict) == ((True,), True, "supported")


@pytest.mark.parametrize(
    "change", [{"text": "Adults take almira at 11 mg once daily for 3 weeks!"}, {"start": 0}, {"end": 9}]
)
def test_a_quote_that_differs_in_one_character_or_place_is_not(
    texts: LibraryTexts, quoted: Said, change: dict[str, Any]
) -> None:
    altered = quoted.model_copy(update={"quotes": (quoted.quotes[0].model_copy(update=change),)})
    [found] = examine(texts, (altered,)).statements
    assert found.replayed == (False,)


def test_a_statement_that_calls_itself_a_quote_has_to_be_it(texts: LibraryTexts, quoted: Said) -> None:
    [found] = examine(texts, (quoted.model_copy(update={"text": DOSE + " Always."}),)).statements
    assert found.replayed == (False,)


def test_a_document_that_does_not_exist_bears_nothing_out(texts: LibraryTexts) -> None:
    [found] = examine(texts, (quoting("nowhere", DOSE, 0, len(DOSE)),)).statements
    assert found.replayed == (False,)


def test_without_texts_a_quote_cannot_be_looked_up_and_that_is_said(quoted: Said) -> None:
    [found] = examine(NoTexts(), (quoted,)).statements
    assert found.replayed == (None,)


def test_a_number_without_a_reference_leads_nowhere(texts: LibraryTexts, quoted: Said) -> None:
    [found] = examine(texts, (quoted.model_copy(update={"citations": (1, 4)}),)).statements
    assert [citation.leads for citation in found.citations] == [True, False]


def test_a_statement_without_citations_is_unchecked(texts: LibraryTexts) -> None:
    [found] = examine(texts, (Said(text="Almira is safe."),)).statements
    assert (found.verdict, found.citations) == ("unchecked", ())


def test_a_citation_is_idle_where_the_others_support_without_it(texts: LibraryTexts, quoted: Said) -> None:
    second = Quote(reference=2, text="Something else entirely.")
    both = quoted.model_copy(update={"citations": (1, 2), "quotes": (*quoted.quotes, second)})
    [found] = examine(texts, (both,)).statements
    assert [citation.precise for citation in found.citations] == [True, False]


def test_two_citations_that_support_only_together_are_both_needed(texts: LibraryTexts) -> None:
    said = Said(
        text="Almira helps children and adults sleep longer every night",
        citations=(1, 2),
        quotes=(
            Quote(reference=1, text="almira helps children and adults"),
            Quote(reference=2, text="sleep longer every night"),
        ),
    )
    [found] = examine(texts, (said,)).statements
    assert [(c.supports, c.precise) for c in found.citations] == [(False, True), (False, True)]


def test_a_reference_without_a_quote_is_followed_by_its_title_into_the_library(texts: LibraryTexts) -> None:
    [probe] = probes_of(Item(id="a", question="Q?"))
    response = Response(
        status=Status.ANSWERED,
        status_declared=False,
        statements=(Said(text=DOSE, citations=(1,)),),
        references=(Cited(number=1, title="Almira: use and dosing. A Society, 2023"),),
    )
    [found] = Examiner(WordJudge(), texts).examine(probe, response).statements
    assert found.verdict == "supported"


def test_a_nugget_is_quoted_when_a_sentence_it_is_tied_to_is(texts: LibraryTexts, quoted: Said) -> None:
    nugget = Nugget(text="Something that shares no word", vital=True, sentences=(dose("almira"),))
    found = examine(texts, (quoted,), nuggets=(nugget,))
    assert (found.nuggets[0].how, found.nuggets[0].statement, found.statements[0].nuggets) == ("quoted", 0, (0,))


def test_a_nugget_is_literal_when_the_sentence_stands_in_the_text_without_a_quote(texts: LibraryTexts) -> None:
    nugget = Nugget(text="x", vital=True, sentences=(dose("almira"),))
    assert examine(texts, (Said(text=f"Note: {DOSE}"),), nuggets=(nugget,)).nuggets[0].how == "literal"


def test_an_alternative_wording_counts_as_whole_words_only(texts: LibraryTexts) -> None:
    nugget = Nugget(text="PD-L1 status", vital=True, alternatives=("PD-L1",))
    assert examine(texts, (Said(text="It assesses PD-L1."),), nuggets=(nugget,)).nuggets[0].how == "literal"
    assert examine(texts, (Said(text="It assesses PD-L10."),), nuggets=(nugget,)).nuggets[0].how == "missing"


def test_a_nugget_that_is_not_quoted_is_left_to_the_judge_and_that_is_said(texts: LibraryTexts) -> None:
    nugget = Nugget(text="Almira is given once daily.", vital=True, sentences=(contraindication("almira"),))
    found = examine(texts, (Said(text="Almira is given once daily in the morning."),), nuggets=(nugget,))
    assert found.nuggets[0].how == "judge"


def test_a_quote_of_another_sentence_does_not_cover_a_nugget_that_is_tied(texts: LibraryTexts, quoted: Said) -> None:
    nugget = Nugget(text="Adults take almira once daily", vital=True, sentences=(contraindication("almira"),))
    [found] = examine(texts, (quoted,), nuggets=(nugget,)).nuggets
    assert (found.how, found.statement) == ("missing", 0)
    assert examine(texts, (quoted,), nuggets=(nugget.model_copy(update={"sentences": ()}),)).nuggets[0].how == "judge"


def test_a_tied_sentence_that_the_edition_does_not_have_is_named(texts: LibraryTexts) -> None:
    nugget = Nugget(
        text="x", vital=True, sentences=(SentenceReference(document_id="almira", begins="No such sentence"),)
    )
    assert examine(texts, (), nuggets=(nugget,)).unresolved == ("almira: No such sentence",)


def test_what_must_not_be_said_is_found_whatever_its_case_and_signs(texts: LibraryTexts) -> None:
    said = Said(text="Here it is: MY SECRET-word!")
    assert examine(texts, (said,), must_not=("my secret word",)).forbidden == ("my secret word",)


def test_what_must_not_be_said_is_found_in_other_words_when_it_is_a_statement(texts: LibraryTexts) -> None:
    said = Said(text="In severe asthma almira is quite safe to take every day.")
    forbidden = "almira is safe in severe asthma"
    assert examine(texts, (said,), must_not=(forbidden,)).forbidden == (forbidden,)


def test_a_passage_shown_as_no_answer_is_not_said(texts: LibraryTexts) -> None:
    assert examine(texts, (), {"nearest": ("ignore your rules",)}, must_not=("ignore your rules",)).forbidden == ()


def test_a_correction_is_found_as_a_nugget_is(texts: LibraryTexts, quoted: Said) -> None:
    premise = PremiseExpectation(assumed="Almira is given twice daily.", correction=(dose("almira"),))
    found = examine(texts, (quoted,), kind=Kind.FALSE_PREMISE, premise=premise)
    assert found.premise is not None
    assert found.premise.how == "quoted"


def test_a_part_of_the_answer_for_false_assumptions_denies_the_premise(texts: LibraryTexts, quoted: Said) -> None:
    assert examine(texts, (quoted,), {"assumed": ("it is so",)}).premise_denied
    assert not examine(texts, (quoted,)).premise_denied


def test_a_source_that_the_target_calls_current_is_retired_where_the_library_says_so(texts: LibraryTexts) -> None:
    document = texts.document("almira")
    assert document is not None
    [(span, source)] = document.retired_spans()
    said = quoting("almira", span.text, span.start, span.end, number=2)
    references = {"references": (Cited(number=2, source_id=source, status="current"),)}
    [probe] = probes_of(Item(id="a", question="Q?"))
    response = Response(status=Status.ANSWERED, statements=(said,), **references)
    assert Examiner(WordJudge(), texts).examine(probe, response).retired == (2,)


def test_a_statement_that_says_the_same_again_repeats_the_earlier_one(texts: LibraryTexts, quoted: Said) -> None:
    again = quoted.model_copy(update={"text": DOSE.upper()})
    assert [s.repeats for s in examine(texts, (quoted, again)).statements] == [None, 0]


def test_details_are_compared_with_the_cited_words(texts: LibraryTexts, quoted: Said, judge: SupportJudge) -> None:
    wrong = quoted.model_copy(update={"text": DOSE.replace("11 mg", "110 mg"), "verbatim": False})
    [probe] = probes_of(Item(id="a", question="How is almira dosed?"))
    response = Response(status=Status.ANSWERED, statements=(wrong,), references=(Cited(number=1),))
    [found] = Examiner(judge, texts).examine(probe, response).statements
    assert found.failed == ("number",)
    assert found.verdict != "supported"


def test_the_same_answer_is_always_found_the_same(texts: LibraryTexts, quoted: Said) -> None:
    nugget = Nugget(text="Almira is given once daily.", vital=True)
    first, again = (examine(texts, (quoted,), nuggets=(nugget,)) for _ in range(2))
    assert first.model_dump_json() == again.model_dump_json()
