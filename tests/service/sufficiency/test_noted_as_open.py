"""A question that editors noted as left open is left open, whatever stands near it: so a wrong answer is mended."""

from __future__ import annotations

import pytest

from service.answer import Status
from tests.fakes import digest
from tests.service.conftest import Ask

TEXT = {
    "gout.md": digest(
        "gout",
        "## Treatment\n\nColchicine for a gout flare in adults is given at 500 micrograms two to three times daily [@g].\n"
        "Naproxen for a gout flare in adults is given at 500 mg twice daily [@g].",
        g={"doi": "10.1000/gout"},
    )
}
NOTE = {"gout.left-open.yaml": "- Who gives colchicine for a gout flare in adults?\n"}
OPEN = "who gives colchicine for a gout flare in adults"
ANSWERED = "What is the dose of colchicine for a gout flare in adults?"


def test_what_is_not_noted_is_answered_as_ever(ask: Ask) -> None:
    assert ask(ANSWERED, TEXT | NOTE).status is Status.ANSWERED


@pytest.mark.parametrize("questions", ["", f"- begins: Colchicine\n  asked: ['{ANSWERED}']\n"])
def test_what_is_noted_is_left_open(ask: Ask, questions: str) -> None:
    beside = {"gout.questions.yaml": questions} if questions else {}
    assert ask(OPEN, TEXT | beside | NOTE).status is Status.INSUFFICIENT_EVIDENCE


def test_a_question_that_a_sentence_answers_in_these_words_is_answered_all_the_same(ask: Ask) -> None:
    beside = {"gout.questions.yaml": f"- begins: Colchicine\n  asked: ['{ANSWERED}']\n"}
    note = {"gout.left-open.yaml": "- the dose of colchicine for a gout flare in adults, what is it?\n"}
    assert ask(ANSWERED, TEXT | beside | note).status is Status.ANSWERED


def test_without_the_note_it_would_have_been_answered_by_what_stands_near_it(ask: Ask) -> None:
    assert ask(OPEN, TEXT).status is Status.ANSWERED
