"""Where a question asks about somebody whom the usual advice may harm, what names them comes first."""

from __future__ import annotations

import pytest

from service.answer import Answer, statements_of
from tests.fakes import digest
from tests.service.compose.conftest import Ask

BODY = (
    "## Recommendations\n\nDirect oral anticoagulants are preferred in deep vein thrombosis [@g].\n"
    "Heparin is recommended in pregnancy with deep vein thrombosis [@g].\n"
    "Trimethoprim is recommended for cystitis in women who are not pregnant [@g].\n"
    "Cefalexin is recommended for cystitis in pregnancy [@g]."
)
TEXTS = {"text.md": digest("text", BODY, g={"doi": "10.1000/x"})}


def texts_of(answer: Answer) -> list[str]:
    return [statement.text for statement in statements_of(answer)]


@pytest.mark.parametrize(
    "question",
    [
        "Which anticoagulant is recommended for deep vein thrombosis in pregnancy?",
        "pregnant 20 weeks with deep vein thrombosis, which anticoagulant is recommended?",
    ],
)
def test_general_advice_is_not_given_for_a_pregnant_woman(ask: Ask, question: str) -> None:
    told = texts_of(ask(question, TEXTS))
    assert told[0].startswith("Heparin")
    assert not any(text.startswith("Direct oral") for text in told)


def test_advice_for_those_who_are_not_pregnant_is_not_for_a_pregnant_woman(ask: Ask) -> None:
    told = texts_of(ask("Which antibiotic is recommended for cystitis in a pregnant woman?", TEXTS))
    assert told[0].startswith("Cefalexin")
    assert not any(text.startswith("Trimethoprim") for text in told)


def test_a_question_on_people_in_general_is_answered_in_general(ask: Ask) -> None:
    told = texts_of(ask("Which anticoagulants are preferred in deep vein thrombosis?", TEXTS))
    assert told[0].startswith("Direct oral")
