"""What counts as a dose: patients are shown none, and a question on a dose begins with one."""

from __future__ import annotations

import pytest

from service.sentences.doses import gives_dose


@pytest.mark.parametrize(
    "text",
    [
        "Apixaban is given at 5 mg twice daily.",
        "Octreotide is given as a 50 µg bolus and then 25 to 50 micrograms an hour.",
        "Take two tablets at night.",
        "Use 10 puffs of a blue reliever inhaler.",
        "Heparin is started at 5,000 units.",
        "Give 75 mg/kg with food.",
        "Take 500 mg with water.",
        "Take half a tablet at night.",
        "The dose is 0.5 ml.",
        "Take double the dose on the first day.",
        "Sodium chloride 1 g sodium chloride tablets are given.",
        "Weight (kg): 66-75; First dose (mg): 320.",
        "Weight (kg): 12; Rate (mL/h): 46.",
        "Do not drink alcohol, and take 400 units a day.",
        "Drink no alcohol and inject 12 units a day.",
        "With alcohol, insulin glargine at 20 units a day can cause a low blood sugar.",
        "10 units a week are given.",
    ],
)
def test_an_amount_of_a_medicine_is_a_dose(text: str) -> None:
    assert gives_dose(text)


@pytest.mark.parametrize(
    "text",
    [
        "Call your nurse if you gain 2 kg in a week.",
        "Eat less than 5 g of salt a day.",
        "Creatinine rose to 2 mg/dL.",
        "The platelet count was 50 × 10⁹/L.",
        "Ferritin is above 100 µg/L, and albumin is 35 g/L.",
        "Ask your doctor whether the dose is right for you.",
        "The spleen is 15 cm long in one of three people.",
        "Blood pressure is kept below 130/80 mmHg.",
        "Trough level (mg/L): 15; Weight (kg): 60.",
        "Men and women drink no more than 14 units a week.",
        "Some alcohol is allowed with zorpax, at most 10 units per week and none on bad days.",
        "",
    ],
)
def test_weights_tests_and_food_are_no_doses(text: str) -> None:
    assert not gives_dose(text)


@pytest.mark.parametrize(
    "text",
    [
        "The warfarin dose is lowered by 30 to 50% when amiodarone starts.",
        "Authors advise a daily warfarin dose lower by about 40%.",
        "The digoxin dose is halved when amiodarone is given with it.",
        "Tacrolimus doses had to fall by 50-75% during azole treatment.",
    ],
)
def test_a_dose_changed_by_a_share_is_a_dose(text: str) -> None:
    assert gives_dose(text)
