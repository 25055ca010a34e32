"""The highest, the loading and the starting dose of a drug are told as such, of that drug."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("maximum dose of citalopram", "Citalopram starts at 20 mg once daily."),
        ("maximum dose of lovastatin", "With amiodarone, lovastatin is limited to 40 mg a day."),
        ("maximum dose of furosemide", "Product information limits intravenous furosemide to 4 mg per minute."),
        (
            "maximum dose of amiodarone",
            "Amiodarone starts at 200 mg three times daily for up to 1 week, then 200 mg daily.",
        ),
        ("loading dose of apixaban", "Apixaban is given at 5 mg twice daily."),
        ("starting dose of salbutamol", "Salbutamol is given at least every 20 minutes for the first hour, as 5 mg."),
        ("starting dose of flucloxacillin", "The first-choice drug is flucloxacillin 500 mg four times daily."),
    ],
)
def test_a_dose_that_is_not_told_to_be_that_one_does_not_answer(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("maximum dose of escitalopram", "Escitalopram has a highest daily dose of 20 mg in adults."),
        ("max dose of metformin", "Metformin starts at 500 mg and is raised by 500 mg, up to 2,500 mg a day."),
        ("highest dose of rifampicin", "The regimen is rifampicin 10 mg/kg (maximum 600 mg) daily for 4 months."),
        ("loading dose of ticagrelor", "Ticagrelor is given as 180 mg and then 90 mg twice daily."),
        ("loading dose of sirolimus", "Sirolimus starts with a single 6 mg oral loading dose, then 2 mg once daily."),
        ("loading dose of rivaroxaban", "Rivaroxaban is 15 mg twice daily for 21 days, then 20 mg once daily."),
        ("starting dose of carbimazole", "Carbimazole is given at 15–40 mg daily until euthyroid, then reduced."),
        ("starting dose of sertraline", "Sertraline starts at 25 mg by mouth once daily."),
        ("starting dose of amiodarone", "UK product information starts oral amiodarone at 200 mg three times daily."),
    ],
)
def test_what_is_told_to_be_that_dose_answers(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("citalopram max dose", "highest dose"),
        ("what is the maximum daily dose of citalopram?", "highest dose"),
        ("amiodarone loading", "loading dose"),
        ("how do I load amiodarone", "loading dose"),
        ("sertraline starting dose", "starting dose"),
        ("what dose should I start sertraline at", "starting dose"),
    ],
)
def test_it_is_asked_in_many_ways(question: str, name: str) -> None:
    assert name_of(question) == name


@pytest.mark.parametrize("question", ["missed first dose of sertraline", "when to start sertraline"])
def test_a_missed_dose_and_the_time_to_start_are_other_questions(question: str) -> None:
    assert not (name_of(question) or "").endswith(" dose")
