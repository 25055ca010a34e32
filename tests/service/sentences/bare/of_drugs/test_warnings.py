"""The warnings of a drug: its boxed warning, and what its label cautions against."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("alendronate", "Romosozumab has a boxed warning because events were more frequent than with alendronate."),
        ("terlipressin", "Terlipressin can cause hyponatraemia."),
        ("rifampicin", "Isoniazid can cause liver injury (boxed warning), and rifampicin is given again first."),
    ],
)
def test_the_boxed_warning_of_another_drug_or_other_harm_is_none_of_it(drug: str, said: str) -> None:
    assert not answers(f"boxed warning of {drug}", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("amiodarone", "The boxed warning of amiodarone names lung toxicity."),
        ("terlipressin", "Terlipressin carries a US boxed warning of serious respiratory failure."),
        ("methotrexate", "Methotrexate can cause liver fibrosis (US boxed warning)."),
    ],
)
def test_what_its_boxed_warning_says_is(drug: str, said: str) -> None:
    assert answers(f"boxed warning of {drug}", said)


def test_what_it_needs_caution_in_is_a_warning() -> None:
    said = "Adenosine needs caution in atrial fibrillation."
    assert answers("precautions with adenosine", said)
    assert not answers("precautions with adenosine", "Adenosine is given by rapid injection.")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("amiodarone black box warning", "boxed warning"),
        ("Does amiodarone have a boxed warning?", "boxed warning"),
        ("warnings for amiodarone", "warnings"),
        ("precautions with amiodarone", "warnings"),
    ],
)
def test_they_are_asked_for_in_many_ways(question: str, name: str) -> None:
    assert name_of(question) == name
