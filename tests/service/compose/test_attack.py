"""Where the treatment of an attack is asked for, what is taken in the long run does not stand first."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.compose.attack import Attack

LONG_RUN = "Allopurinol is the preferred first urate-lowering drug for all patients with gout."
FLARE = "A gout flare is treated first with an NSAID, colchicine or a short course of oral corticosteroid."


def _gain(question: str, text: str) -> float:
    return Attack(analyse(question, shipped_glossary())).gain(text)


@pytest.mark.parametrize(
    "text",
    [
        LONG_RUN,
        "Urate-lowering therapy is recommended with two or more gout flares a year.",
        "After a first gout flare, urate-lowering therapy is conditionally recommended.",
        "Prophylaxis of gout flares with colchicine goes on for 3 to 6 months.",
    ],
)
def test_what_is_taken_between_attacks_comes_later(text: str) -> None:
    assert _gain("treatment of acute gout in CKD", text) < 0


def test_what_is_done_in_it_loses_nothing() -> None:
    assert _gain("treatment of acute gout in CKD", FLARE) == 0


def test_the_dose_of_a_drug_in_an_attack_is_not_that_which_prevents_the_next() -> None:
    text = "Prophylaxis of gout flares with colchicine starts at 0.3 mg a day in severe renal impairment."
    assert _gain("gout flare eGFR 20 colchicine ok? dose", text) < 0
    assert _gain("colchicine dose to prevent a gout flare", text) == 0


@pytest.mark.parametrize(
    "question",
    [
        "treatment of gout in CKD",
        "prevention of gout flares",
        "treatment of acute coronary syndrome",  # that has no other form
        "acute migraine treatment in pregnancy",  # what holds for others is told in other words
    ],
)
def test_where_no_attack_is_asked_about_nothing_changes(question: str) -> None:
    assert _gain(question, LONG_RUN) == 0
