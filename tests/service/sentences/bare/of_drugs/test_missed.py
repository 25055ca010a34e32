"""A missed dose: what is done then."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "missed dose of valproate",
            "Take valproate as you were told, since a missed dose raises the risk of a seizure.",
        ),
        ("missed dose of sofosbuvir", "Take sofosbuvir each day and do not miss a dose."),
        ("missed dose of sertraline", "Withdrawal symptoms after missed doses of sertraline include dizziness."),
        ("missed dose of metformin", "Metformin is omitted on the day of surgery and continued the next day."),
        ("missed dose of warfarin", "A missed dose of apixaban is taken on the same day, unlike one of warfarin."),
    ],
)
def test_that_no_dose_should_be_missed_does_not_tell_what_is_done_then(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("missed dose of apixaban", "A missed dose of apixaban is taken on the same day as soon as possible."),
        ("I forgot my apixaban", "If you miss a dose of apixaban, do not take a double dose to make up for it."),
        ("rivaroxaban missed dose", "A missed dose of rivaroxaban 20 mg is taken at once on the same day."),
    ],
)
def test_what_is_done_then_answers(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize(
    "question",
    ["patient missed 3 doses of apixaban", "what happens if I miss a dose of apixaban?", "how late can denosumab be?"],
)
def test_what_comes_of_it_and_how_late_it_may_be_are_other_questions(question: str) -> None:
    assert name_of(question) != "missed dose"


@pytest.mark.parametrize(
    "question",
    [
        "missed dose of apixaban",
        "missed apixaban dose",
        "what if I miss a dose of apixaban?",
        "forgot to take apixaban",
        "late apixaban dose",
    ],
)
def test_a_missed_dose_is_asked_about_in_many_ways(question: str) -> None:
    assert name_of(question) == "missed dose"
