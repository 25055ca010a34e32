"""What holds for every answer, over the questions written from the library's titles alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.answer import Answer, Status, statements_of
from service.consultation import Consultation
from service.library import Library

QUESTIONS = [
    json.loads(line)["question"]
    for line in (Path(__file__).parents[2] / "evals/suites/library_questions.jsonl").read_text("utf-8").splitlines()
]
OTHERS = [
    "",
    "I am vomiting blood",
    "Quelle est la dose de la warfarine pour les patients?",
    "who won the world cup in 2018?",
]
CHANGING = {"id", "conversation_id", "created_at", "timings"}


@pytest.fixture(scope="session")
def answers(library: Library) -> list[Answer]:
    """Answers to every other question, and to some that are not answered."""
    return [library.consult(Consultation(question, "c")) for question in [*QUESTIONS[::2], *OTHERS[1:]]]


def test_enough_questions_are_answered_for_the_rest_to_mean_something(answers: list[Answer]) -> None:
    assert sum(answer.status in (Status.ANSWERED, Status.PARTIAL) for answer in answers) >= 100


def test_every_quote_is_the_stored_text_at_its_offsets(answers: list[Answer], library: Library) -> None:
    with library.reading() as edition:
        for answer in answers:
            for statement in statements_of(answer):
                for evidence in statement.evidence:
                    text = edition.catalogue.document(evidence.document_id).text
                    assert text[evidence.start : evidence.end] == evidence.quote


def test_every_statement_stands_in_the_words_it_cites(answers: list[Answer]) -> None:
    for answer in answers:
        for statement in statements_of(answer):
            assert statement.evidence[0].quote in statement.text
            assert statement.citations == list(dict.fromkeys(item.reference for item in statement.evidence))


def test_numbers_run_in_order_of_first_use_and_every_reference_is_used(answers: list[Answer]) -> None:
    for answer in answers:
        used = list(dict.fromkeys(number for statement in statements_of(answer) for number in statement.citations))
        assert used == list(range(1, len(answer.references) + 1))
        assert [reference.number for reference in answer.references] == used


def test_no_statement_is_said_twice(answers: list[Answer]) -> None:
    for answer in answers:
        texts = [statement.text for statement in statements_of(answer)]
        assert len(texts) == len(set(texts))


def test_a_digest_is_never_quoted_as_the_guideline_itself(answers: list[Answer]) -> None:
    for answer in answers:
        by_number = {reference.number: reference for reference in answer.references}
        for statement in statements_of(answer):
            for evidence in statement.evidence:
                assert (evidence.quote_of == "digest") == (by_number[evidence.reference].via is not None)


def test_every_answer_has_the_disclaimer_and_its_edition(answers: list[Answer]) -> None:
    assert all(answer.disclaimer and answer.edition for answer in answers)


def test_only_current_sources_are_cited(answers: list[Answer]) -> None:
    assert {reference.status for answer in answers for reference in answer.references} <= {"current"}


def test_the_same_question_gets_the_same_answer(library: Library) -> None:
    for question in QUESTIONS[:12]:
        first, second = (library.consult(Consultation(question, "c")) for _ in range(2))
        assert first.model_dump(exclude=CHANGING) == second.model_dump(exclude=CHANGING)
