"""What of an earlier answer stands, and what is suggested to be asked next."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.answer import Answer, Status, statements_of
from service.library import Library
from service.turns.standing import direction, new_in
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


def test_what_is_suggested_is_answered_and_was_not_asked(library: Library) -> None:
    first = talk(library, QUESTION)[0]
    for suggestion in first.follow_ups:
        assert talk(library, suggestion)[0].status in (Status.ANSWERED, Status.PARTIAL)
        assert suggestion not in talk(library, QUESTION, suggestion)[-1].follow_ups


def test_what_is_new_is_told_by_details_or_concepts_never_by_the_message(glossary: Glossary) -> None:
    assert new_in("Her name is Anna Berg, and her eGFR is 25", glossary) == "eGFR 25"
    assert new_in("And in Anna Berg with asthma?", glossary) == "asthma"
    assert new_in("And Anna?", glossary) == "this question"
