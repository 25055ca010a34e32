"""On the library that ships: what it does not hold is refused, what it holds is not."""

from __future__ import annotations

import pytest

from service.answer import Status, statements_of
from tests.acceptance.conftest import Ask
from tests.service.read_tables import messages

ANSWERED = (Status.ANSWERED, Status.PARTIAL)


@pytest.mark.parametrize(("table", "answered", "share"), [("unanswerable", False, 0.95), ("answerable", True, 0.95)])
def test_nineteen_of_twenty_are_told_apart(ask: Ask, table: str, answered: bool, share: float) -> None:
    questions = messages(table)
    wrong = [question for question in questions if (ask(question).status in ANSWERED) != answered]
    assert len(questions) >= 60
    assert len(wrong) <= (1 - share) * len(questions), wrong


@pytest.mark.parametrize(
    "question",
    [
        "What is the dose of zorvexanib in atrial fibrillation?",
        "dose of blorfatinib in gout",
        "Is trelozumide safe in pregnancy?",
    ],
)
def test_an_invented_drug_is_not_answered(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found
    assert answer.nearest
    assert not statements_of(answer)


@pytest.mark.parametrize(
    "question", ["What is the weather in Paris today?", "How do I bake sourdough bread?", "Tell me a joke"]
)
def test_what_is_not_medical_is_out_of_scope(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.OUT_OF_SCOPE
    assert not statements_of(answer)


@pytest.mark.parametrize(
    "question",
    ["Wie wird eine Varizenblutung behandelt, und wann?", "Quelle est la dose de la warfarine pour les patients?"],
)
def test_another_language_is_told_so(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.UNSUPPORTED_LANGUAGE


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("How is acute varicael bleeding managed?", "variceal"),
        ("prophylaxis of migrane", "migraine"),
        ("treatment of hepatorenal sindrome", "syndrome"),
    ],
)
def test_a_misspelt_word_is_read_and_the_reader_told(ask: Ask, question: str, read: str) -> None:
    answer = ask(question)
    assert answer.status in ANSWERED
    assert any(f"was read as “{read}”" in text for text in answer.assumptions)


@pytest.mark.parametrize("question", ["I am vomiting blood", "my wife is unconcious", "there's no point in living"])
def test_an_emergency_gets_its_message_and_no_advice(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.EMERGENCY
    assert len(answer.notices) == 1
    assert not statements_of(answer)


def test_a_refusal_in_a_conversation_leaves_the_thread(ask: Ask) -> None:
    answer = ask("How is acute variceal bleeding managed?", "I want to die", "and which antibiotic?")
    assert answer.status in ANSWERED
    assert "variceal bleeding" in answer.standalone_question
