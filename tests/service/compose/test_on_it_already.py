"""What is for those who cannot have a drug, or how treatment begins, does not come first for somebody who is on it."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.compose.on_it_already import OnItAlready
from tests.service.sentences.single import candidate

CANNOT = "If allopurinol is not tolerated in gout, febuxostat is given."
BEGINS = "Initial treatment of hypertension is an ACE inhibitor with a diuretic."
IS_FIRST = "Methotrexate is the first drug in rheumatoid arthritis."


def _gain(question: str, text: str) -> float:
    return OnItAlready(analyse(question, shipped_glossary()), shipped_glossary()).gain(candidate(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("gout on allopurinol, urate still 480: what now?", CANNOT),
        ("hypertension on ramipril, 158/94, what is next?", BEGINS),
        ("rheumatoid arthritis on methotrexate, not controlled", IS_FIRST),
    ],
)
def test_what_is_for_others_than_those_on_the_drug_comes_later(question: str, text: str) -> None:
    assert _gain(question, text) < 0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("gout on allopurinol, not tolerated: what instead?", CANNOT),
        ("gout: allopurinol or something else?", CANNOT),
        ("hypertension, 158/94, what is given?", BEGINS),
        ("hypertension on ramipril: how does treatment begin?", BEGINS),
        ("hypertension on ramipril, what is next?", "If an ACE inhibitor does not suffice, a diuretic is added."),
    ],
)
def test_what_is_for_somebody_on_it_or_for_one_who_cannot_have_it_loses_nothing(question: str, text: str) -> None:
    assert _gain(question, text) == 0
