"""What a score is is told by what it counts, what it is for and how it is computed."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asks, first_of, told


@pytest.mark.parametrize("question", ["how accurate is the MELD score", "what is cirrhosis", "when is FRAX indicated"])
def test_how_right_it_is_or_what_an_illness_is_is_another_question(question: str) -> None:
    assert not asks(question, "what a score is")


@pytest.mark.parametrize(
    "question",
    ["what is the HAS-BLED score?", "what is MELD", "how is MELD calculated", "HAS-BLED components", "what does CURB-65 measure",
     "Child-Pugh formula", "points of the Padua score", "how do you calculate CHA2DS2-VASc", "what goes into CURB-65"],
)  # fmt: skip
def test_what_a_score_is_is_asked_in_many_words(question: str) -> None:
    assert asks(question, "what a score is")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what is HAS-BLED", "Labile INR in HAS-BLED means less than 60% of the time in the therapeutic range."),
        ("what is HAS-BLED", "Major bleeds in the HAS-BLED cohort occurred at 1.13% a year with a score of 0."),
        ("what is the 4Ts score", "With a low 4Ts score for HIT, ASH 2018 recommends against HIT laboratory tests."),
        ("what is the ABCD2 score", "NICE advises against the ABCD2 score for judging stroke risk after TIA."),
        ("what is the MELD score", "MELD 3.0 was implemented in the United States in 2023."),
    ],
)
def test_what_an_item_means_or_what_is_done_by_it_is_not_what_it_is(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what is HAS-BLED", "The HAS-BLED score counts 1 point each for systolic blood pressure >160 mmHg and other items."),
        ("what is the Wells score", "The Wells score for pulmonary embolism (PE) gives 3 points each for clinical signs of DVT."),
        ("what is the Child-Pugh score", "The five factors of the Child-Pugh score add up to a total from 5 to 15 points."),
        ("how is the Maddrey score calculated", "The modified Maddrey discriminant function is 4.6 × (prothrombin time minus control) + bilirubin."),
        ("what is FRAX", "FRAX, with or without bone density, or QFracture is used to estimate the 10-year fracture risk."),
        ("what is the 4AT", "A 4AT score of 4 or more means possible delirium."),
        ("what is the Clinical Opiate Withdrawal Scale", "The Clinical Opiate Withdrawal Scale (COWS) is a validated scale to grade opioid withdrawal."),
    ],
)  # fmt: skip
def test_what_it_counts_or_serves_for_is(question: str, text: str) -> None:
    assert told(question, text)


def test_what_it_counts_comes_before_what_some_points_mean() -> None:
    points = "A HAS-BLED score of 3 or more indicates a high risk of major bleeding."
    counts = "The HAS-BLED score counts 1 point each for systolic blood pressure >160 mmHg and other items."
    assert first_of("what is HAS-BLED", points, counts) == counts
