"""What is said of others says nothing against an assumption."""

from __future__ import annotations

import pytest

from service.premises.others import of_the_opposite
from tests.fakes import digest
from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("X is given at 5 mg in compensated cirrhosis", "X is given at 10 mg in decompensated cirrhosis."),
        ("steroids are given in severe pneumonia", "Steroids are not given in nonsevere pneumonia."),
        ("the live vaccine waits 4 weeks", "An inactivated vaccine waits 2 weeks."),
    ],
)
def test_the_opposite_kind_is_of_others(clause: str, text: str) -> None:
    assert of_the_opposite(clause, text)


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("X is given in compensated cirrhosis", "X is given in compensated and in decompensated cirrhosis."),
        ("X is given in cirrhosis", "X is given in decompensated cirrhosis."),
    ],
)
def test_both_kinds_or_none_are_not(clause: str, text: str) -> None:
    assert not of_the_opposite(clause, text)


def test_what_another_guideline_says_is_no_correction_of_who_is_named(ask: Ask) -> None:
    guide = digest(
        "guide",
        "## Dose\n\nThe United States label gives digoxin in atrial fibrillation at 500 micrograms a day [@g].",
        g={"doi": "10.1000/guide"},
    )
    asked = "Since the British label gives digoxin in atrial fibrillation at 125 micrograms a day, how is it raised?"
    assert not ask(asked, {"guide.md": guide}).premise
