"""Whether a drug is taken with food is told by how it is taken, or by what food does to it."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("insulin with food", "On insulin, glucose is kept below 7.8 mmol/L 1 hour after meals."),
        ("digoxin with food", "The digoxin dose is halved when amiodarone is given with it."),
        (
            "ciclosporin with food",
            "Everolimus tablets are taken at the same time as ciclosporin, and always with food.",
        ),
        ("apixaban with food", "Rivaroxaban 15 mg is taken with food, whereas apixaban is dosed twice daily."),
    ],
)
def test_meals_of_others_and_other_drugs_say_nothing_of_this_one(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("metformin with food", "Metformin starts at 500 mg once daily with a meal."),
        (
            "should entecavir be taken with food?",
            "Entecavir is taken on an empty stomach, at least 2 hours after a meal.",
        ),
        (
            "alendronate before or after food",
            "Take alendronic acid at least 30 minutes before you eat or take any other drug.",
        ),
        ("everolimus with food", "A high-fat meal lowered the peak concentration of everolimus."),
        ("tacrolimus and food", "Tacrolimus capsules are taken consistently with or without food."),
    ],
)
def test_how_it_is_taken_and_what_food_does_to_it_answer(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize("question", ["what food to avoid with warfarin", "metformin and fasting glucose"])
def test_diets_and_blood_glucose_are_other_questions(question: str) -> None:
    assert name_of(question) != "with food"


@pytest.mark.parametrize(
    "question",
    [
        "metformin with food",
        "should metformin be taken with food?",
        "metformin on an empty stomach",
        "metformin before or after meals",
        "can I take metformin with food?",
        "does food affect metformin?",
    ],
)
def test_food_is_asked_about_in_many_ways(question: str) -> None:
    assert name_of(question) == "with food"
