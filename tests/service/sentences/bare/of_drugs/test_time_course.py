"""How soon a drug acts, how long it acts and its half-life are told by a time that is said of just that."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how long does alteplase take to work", "Alteplase is given within 4.5 hours of onset of symptoms."),
        ("how long does apixaban take to work", "Apixaban 2.5 mg starts 12 to 24 hours after surgery."),
        ("how long does aspirin last", "Dual therapy with aspirin lasts 12 months after a coronary syndrome."),
        ("half-life of sertraline", "Stopping is slower for a drug with a short half-life than for sertraline."),
        ("half-life of warfarin", "The half-life of enoxaparin is about 4.5 hours, shorter than that of warfarin."),
        (
            "onset of action of amiodarone",
            "Thyroid tests go on for 12 months after amiodarone is stopped, because of its half-life.",
        ),
    ],
)
def test_other_times_are_no_answer(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how long does vitamin K take to work", "Vitamin K needs more than 12 hours to act."),
        ("onset of action of warfarin", "Warfarin acts within about 24 hours."),
        (
            "how long does warfarin last",
            "The peak effect comes late, and a single dose of warfarin works for 2 to 5 days.",
        ),
        ("how long does sertraline take to work", "It usually takes 4 to 6 weeks for sertraline to work."),
        ("how long does naloxone last", "The effects of naloxone wear off after 30 to 90 minutes."),
        ("half-life of enoxaparin", "The half-life of enoxaparin is about 4.5 hours after one dose."),
        ("spironolactone half life", "Spironolactone itself has a half-life of 1.3 to 2.0 hours."),
    ],
)
def test_the_time_that_is_asked_for_answers(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("how long does warfarin take to work?", "onset"),
        ("how quickly does warfarin work", "onset"),
        ("when does warfarin start to work?", "onset"),
        ("warfarin onset of action", "onset"),
        ("how long does warfarin last?", "duration of action"),
        ("duration of action of warfarin", "duration of action"),
        ("half-life of warfarin", "half-life"),
        ("how long does warfarin stay in the body?", "half-life"),
        ("how does warfarin work?", "mechanism"),
    ],
)
def test_each_is_asked_in_many_ways(question: str, name: str) -> None:
    assert name_of(question) == name


@pytest.mark.parametrize(
    "question", ["how long should warfarin be taken?", "does warfarin work?", "duration of warfarin"]
)
def test_how_long_it_is_taken_and_whether_it_works_are_other_questions(question: str) -> None:
    assert name_of(question) is None
