"""The rules of every answer, over questions that were written from the library's titles alone, and over others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from service.answer import Status, statements_of
from service.consultation import Consultation
from service.library import Library
from tests.service.read_tables import follow_ups, messages
from tests.service.rules import check_all, without_what_changes

SUITE = Path(__file__).parents[2] / "evals/suites/library_questions.jsonl"
QUESTIONS = [json.loads(line)["question"] for line in SUITE.read_text("utf-8").splitlines()]
TABLES = ("answerable", "unanswerable", "no_emergencies", "legitimate", "emergencies", "harmful")
OTHERS = [message for table in TABLES for message in messages(table)]


def check(library: Library, questions: list[str]) -> int:
    """Ask each twice and apply every rule; returns how many had statements."""
    count = 0
    with library.reading() as edition:
        for question in questions:
            answer, again = (library.consult(Consultation(question, "c")) for _ in range(2))
            check_all(answer, edition)
            assert without_what_changes(answer) == without_what_changes(again), question
            count += bool(statements_of(answer))
    return count


@pytest.mark.parametrize("start", range(4))
def test_every_rule_holds_for_questions_on_the_library(library: Library, start: int) -> None:
    assert check(library, QUESTIONS[start::16]) >= 10


@pytest.mark.slow
@pytest.mark.parametrize("start", range(8))
def test_every_rule_holds_for_all_questions_on_the_library(library: Library, start: int) -> None:
    assert check(library, QUESTIONS[start::8]) >= 20


@pytest.mark.slow
@pytest.mark.parametrize("start", range(8))
def test_every_rule_holds_for_whatever_else_is_asked(library: Library, start: int) -> None:
    check(library, OTHERS[start::8])


@pytest.mark.slow
def test_every_rule_holds_for_follow_ups(library: Library) -> None:
    from service.consultation import Turn

    with library.reading() as edition:
        for row in follow_ups():
            turns: list[Turn] = []
            for message in [*row["before"], row["ask"]]:
                answer = library.consult(Consultation(message, "c", tuple(turns)))
                check_all(answer, edition)
                turns.append(Turn(message, answer.standalone_question, answer))


@pytest.mark.slow
def test_most_questions_on_the_library_are_answered(library: Library) -> None:
    statuses = [library.consult(Consultation(question, "c")).status for question in QUESTIONS]
    assert sum(status in (Status.ANSWERED, Status.PARTIAL) for status in statuses) >= 0.85 * len(statuses)
