"""How one changes from a drug, and how to it."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of

SWITCHED = "Warfarin is switched to apixaban or dabigatran by stopping warfarin and starting the new drug once the INR is below 2.0."


@pytest.mark.parametrize("question", ["switching from apixaban", "switching to warfarin", "switching from dabigatran"])
def test_the_way_there_is_not_the_way_back(question: str) -> None:
    assert not answers(question, SWITCHED)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "switching from ciclosporin",
            "In a trial, switching from ciclosporin to everolimus improved kidney function.",
        ),
        ("switching from tacrolimus", "Switches between products of tacrolimus were associated with rejection."),
        ("switching to sirolimus", "Sirolimus levels are checked when another drug is changed."),
    ],
)
def test_what_came_of_a_change_does_not_tell_how_it_is_done(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    "question", ["switching from warfarin", "switching to apixaban", "how to switch to dabigatran"]
)
def test_how_it_is_done_answers(question: str) -> None:
    assert answers(question, SWITCHED)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("how to switch from warfarin", "switching from"),
        ("switching off warfarin", "switching from"),
        ("how do I switch warfarin to another drug", "switching from"),
        ("switching to apixaban", "switching to"),
        ("changing over to apixaban", "switching to"),
    ],
)
def test_both_ways_are_asked_about(question: str, name: str) -> None:
    assert name_of(question) == name


@pytest.mark.parametrize("question", ["switching from warfarin to apixaban", "when to switch from warfarin"])
def test_with_a_second_drug_and_when_it_is_another_question(question: str) -> None:
    assert name_of(question) is None
