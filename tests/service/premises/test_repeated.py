"""An assumption that the library says word for word is not wrong, whatever else a sentence says."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

TEXTS = {
    "guide.md": digest(
        "guide",
        """## Interactions

High-dose prednisolone for acute rejection can raise or lower tacrolimus levels [@g].
Rivaroxaban needs effective contraception in people who could become pregnant, and is contraindicated in pregnancy [@g].
Carvedilol is not safe in asthma with bronchospasm [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "High-dose prednisolone for acute rejection can raise or lower tacrolimus levels; what else should I know?",
        "Because rivaroxaban needs effective contraception in people who could become pregnant, what do I do?",
    ],
)
def test_what_a_sentence_says_itself_is_not_called_wrong_by_it(ask: Ask, question: str) -> None:
    assert not ask(question, TEXTS).premise


def test_the_same_words_with_a_not_among_them_say_the_contrary(ask: Ask) -> None:
    [premise] = ask("Since carvedilol is safe in asthma with bronchospasm, what dose do I give?", TEXTS).premise
    assert "not safe" in premise.correction.text
