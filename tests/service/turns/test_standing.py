"""What of an earlier answer stands, and what is suggested to be asked next."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.answer import Answer, Status, statements_of
from service.library import Library
from service.turns.standing import direction, directions, new_in, note_changes
from tests.fakes import digest
from tests.service.conftest import LibraryOf
from tests.service.talking import talk

TEXTS = {
    "apixaban.md": digest(
        "apixaban",
        "## Recommendations\n\nApixaban 5 mg twice daily is recommended in atrial fibrillation [@g].\n\n"
        "## Contraindications\n\nApixaban is contraindicated in active bleeding and in severe liver disease [@g].\n\n"
        "## Special situations\n\nApixaban should be avoided in atrial fibrillation on dialysis [@g].",
        g={"doi": "10.1000/apixaban"},
    ),
}
QUESTION = "What is the dose of apixaban in atrial fibrillation?"


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def said(answer: Answer) -> list[str]:
    return [statement.text for statement in statements_of(answer)]


@pytest.mark.parametrize("doubt", [
        "are you sure?", "Really?", "I think it is 10 mg, you are wrong", "are u sure about the dose", "that can't be right",
        "Are you sure? I thought everybody with heart failure gets 10 mg", "Really? My consultant says 10 mg",
        "I was taught 10 mg, are you sure?", "that's not what our pharmacy says", "we always give 10 mg", "seems too high",
    ],
)  # fmt: skip
def test_doubt_and_claims_change_no_statement(library: Library, doubt: str) -> None:
    first, second = talk(library, QUESTION, doubt)
    assert said(first)
    assert said(second) == said(first)
    assert second.references == first.references
    assert [notice.kind for notice in second.notices][-1] == "unchanged"
    assert second.question == doubt


@pytest.mark.parametrize("message", ["Are you sure? She is on dialysis.", "Are you sure? And on dialysis?"])
def test_a_doubt_that_tells_or_asks_something_new_is_looked_up(library: Library, message: str) -> None:
    answer = talk(library, QUESTION, message)[-1]
    assert "dialysis" in answer.standalone_question
    assert "apixaban" in answer.standalone_question
    assert "sure" not in answer.standalone_question
    assert all(notice.kind != "unchanged" for notice in answer.notices)


def test_of_a_claim_it_is_told_that_nothing_cited_says_it(library: Library) -> None:
    answer = talk(library, QUESTION, "I think it is 10 mg, you are wrong")[-1]
    assert "none of the words cited here say “10 mg”" in answer.notices[-1].text


def test_doubt_twice_is_noted_once(library: Library) -> None:
    answer = talk(library, QUESTION, "are you sure?", "really?")[-1]
    assert [notice.kind for notice in answer.notices].count("unchanged") == 1


def test_politeness_is_answered_without_evidence_and_forgotten(library: Library) -> None:
    first, thanks, sure = talk(library, QUESTION, "thanks!", "are you sure?")
    assert (thanks.status, thanks.notices[0].kind, said(thanks)) == (Status.OUT_OF_SCOPE, "no_question", [])
    assert said(sure) == said(first)


def test_what_was_told_of_the_patient_is_shown(library: Library) -> None:
    told = "My patient is 74 with eGFR 25. What is the dose of apixaban in atrial fibrillation?"
    answer = talk(library, told, "What are the contraindications of apixaban?")[-1]
    assert "Taken from earlier in the conversation: age 74, eGFR 25." in answer.assumptions


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Apixaban is recommended in atrial fibrillation.", 1),
        ("Apixaban is not recommended on dialysis.", -1),
        ("Avoid apixaban in severe liver disease.", -1),
        ("Apixaban is not contraindicated in mild liver disease.", 0),
        ("Apixaban inhibits factor Xa.", 0),
    ],
)
def test_a_sentence_recommends_for_against_or_nothing(text: str, way: int) -> None:
    assert direction(text) == way


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Direct oral anticoagulants are preferred to warfarin.", {"direct oral anticoagulant": 1}),
        ("Apixaban is recommended, whereas rivaroxaban is avoided.", {"apixaban": 1, "rivaroxaban": -1}),
        ("The guideline advises against routine vitamin K on warfarin.", {"vitamin K": -1}),
        ("The type of fibrillation should not decide on apixaban.", {}),
        ("Metformin is recommended in people without insulin.", {"metformin": 1}),
    ],
)
def test_each_drug_is_ruled_on_by_its_own_part(text: str, ways: dict[str, int], glossary: Glossary) -> None:
    assert directions(text, glossary) == ways


TWO = {
    "metformin.md": digest(
        "metformin",
        "## Recommendations\n\nMetformin is recommended in type 2 diabetes as the first drug [@g].\n\n"
        "## Contraindications\n\nMetformin must not be given in type 2 diabetes with an eGFR below 30 [@g].\n\n"
        "## Dosing\n\nMetformin in type 2 diabetes starts at 500 mg once daily [@g].\n\n"
        "## Harms\n\nMetformin in type 2 diabetes is stopped during dehydration [@g].",
        g={"doi": "10.1000/metformin"},
    ),
}


@pytest.mark.parametrize("message", ["and the dose?", "what dose does it start at?", "and in dehydration?"])
def test_another_aspect_of_the_same_drug_is_no_change(library_of: LibraryOf, message: str) -> None:
    answer = talk(library_of(TWO), "Is metformin recommended in type 2 diabetes?", message)[-1]
    assert said(answer)
    assert all(notice.kind != "changed" for notice in answer.notices)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (
            "Apixaban is recommended in atrial fibrillation.",
            "Apixaban should be avoided in atrial fibrillation on dialysis.",
        ),
        ("Routine vitamin K is advised against on warfarin.", "The guideline suggests vitamin K with an INR above 10."),
    ],
)
def test_a_verdict_that_turns_is_said_where_it_rests_on_new_evidence(
    library: Library, glossary: Glossary, before: str, now: str
) -> None:
    first = in_short(library, before, at=0)
    for place, kinds in ((0, []), (50, ["changed"])):  # the same words cited, others
        answer = in_short(library, now, at=place)
        note_changes(answer, first, "dialysis", glossary)
        assert [notice.kind for notice in answer.notices] == kinds


def in_short(library: Library, text: str, at: int) -> Answer:
    """An answer that says ``text`` in short, and rests on the words at ``at``."""
    answer = talk(library, QUESTION)[0]
    said = statements_of(answer)[0]
    evidence = [item.model_copy(update={"start": at, "end": at + 10}) for item in said.evidence]
    short = said.model_copy(update={"text": text, "evidence": evidence})
    return answer.model_copy(update={"bottom_line": short, "sections": [], "notices": []})


def test_what_is_suggested_is_answered_and_was_not_asked(library: Library) -> None:
    first = talk(library, QUESTION)[0]
    for suggestion in first.follow_ups:
        assert talk(library, suggestion)[0].status in (Status.ANSWERED, Status.PARTIAL)
        assert suggestion not in talk(library, QUESTION, suggestion)[-1].follow_ups


def test_what_is_new_is_told_by_details_or_concepts_never_by_the_message(glossary: Glossary) -> None:
    assert new_in("Her name is Anna Berg, and her eGFR is 25", glossary) == "eGFR 25"
    assert new_in("And in Anna Berg with asthma?", glossary) == "asthma"
    assert new_in("And Anna?", glossary) == "this question"


def test_who_asks_who_says_so_is_pointed_to_the_sources(library: Library) -> None:
    first, again = talk(library, QUESTION, "which guideline says so?")
    assert said(again) == said(first)
    assert [notice.kind for notice in again.notices if notice.kind == "unchanged"]
    assert any("who says it" in notice.text for notice in again.notices)
