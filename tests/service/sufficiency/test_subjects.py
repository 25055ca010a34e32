"""A question for a dose that names nothing it could be the dose of is not answered by the dose of something."""

from __future__ import annotations

import pytest

from service.answer import Answer, Status, statements_of
from service.consultation import Consultation, Turn
from service.library import Library
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "pain.md": digest(
        "pain",
        "## Dosing\n\nThe maximum daily dose of paracetamol in adults is 4 g, and 2 g by weight below 40 kg [@g].\n"
        "The dose of paracetamol in renal impairment is 500 mg every 6 hours [@g].",
        g={"doi": "10.1000/pain"},
    )
}


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def ask(library: Library, question: str, *history: Turn) -> Answer:
    return library.consult(Consultation(question, "c", history=history))


@pytest.mark.parametrize(
    "question", ["what is the max daily dose by weight?", "Maximum dose?", "dose in renal impairment", "what dose?"]
)
def test_a_dose_of_nothing_is_not_answered_and_what_is_missing_is_named(library: Library, question: str) -> None:
    answer = ask(library, question)
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found == ["the drug that is meant"]
    assert not statements_of(answer)


def test_a_turn_on_a_drug_that_was_not_answered_lends_its_follow_up_no_other_drug(library: Library) -> None:
    first = ask(library, "How often is the retina screened on hydroxychloroquine?")
    assert first.status is Status.INSUFFICIENT_EVIDENCE
    turn = Turn(first.question, first.standalone_question, first)
    answer = ask(library, "what is the max daily dose by weight?", turn)
    assert not any("paracetamol" in statement.text for statement in statements_of(answer))


def test_the_dose_of_a_drug_that_is_named_is_answered(library: Library) -> None:
    answer = ask(library, "What is the maximum daily dose of paracetamol in adults?")
    assert "4 g" in statements_of(answer)[0].text


def test_a_follow_up_that_goes_on_with_an_answered_drug_is_answered(library: Library) -> None:
    first = ask(library, "What is the maximum daily dose of paracetamol in adults?")
    turn = Turn(first.question, first.standalone_question, first)
    answer = ask(library, "and the dose in renal impairment?", turn)
    assert "every 6 hours" in " ".join(statement.text for statement in statements_of(answer))
