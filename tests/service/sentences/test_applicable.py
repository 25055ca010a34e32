"""A question that gives values is answered by what holds for them."""

from __future__ import annotations

import pytest

from service.answer import Answer, statements_of
from service.measured import measured_in
from service.sentences.applicable import forbids, holds_for, meets_criteria
from tests.fakes import digest
from tests.service.conftest import Ask

KIDNEY = (
    "## Dosing\n\nMetformin is limited to 1 g a day at an eGFR of 30 to 44 mL/min [@g].\n"
    "Metformin is contraindicated at an eGFR below 30 mL/min [@g].\n"
    "Metformin is given at up to 2 g a day at an eGFR of 60 mL/min or more [@g]."
)
SALTS = (
    "## Treatment\n\nCalcium gluconate is given first in hyperkalaemia with ECG changes [@g].\n"
    "Intravenous potassium with ECG monitoring is given first in severe hypokalaemia [@g]."
)
ANSWERS = {"g": {"doi": "10.1000/x"}}


def texts_of(answer: Answer) -> list[str]:
    return [statement.text for statement in statements_of(answer)]


@pytest.mark.parametrize(("value", "words"), [("25", "contraindicated"), ("35", "1 g"), ("75", "2 g")])
def test_the_limit_that_holds_for_the_value_comes_first(ask: Ask, value: str, words: str) -> None:
    answer = ask(f"Can metformin be given at an eGFR of {value}?", {"text.md": digest("text", KIDNEY, **ANSWERS)})
    assert words in texts_of(answer)[0]


def test_an_age_is_not_taken_for_another_value_with_the_same_number(ask: Ask) -> None:
    body = (
        "## Treatment\n\nMetformin is reviewed when eGFR falls below 45 in diabetes [@g].\n"
        "A statin is recommended in diabetes from age 40 [@g]."
    )
    answer = ask("When is a statin started in a diabetic aged 45?", {"text.md": digest("text", body, **ANSWERS)})
    assert texts_of(answer)[0].startswith("A statin")


def test_what_is_said_of_the_opposite_state_is_left_out(ask: Ask) -> None:
    answer = ask("Potassium 6.8 with ECG changes: what do I give first?", {"text.md": digest("text", SALTS, **ANSWERS)})
    assert texts_of(answer) == ["Calcium gluconate is given first in hyperkalaemia with ECG changes."]


def test_a_dose_that_excludes_the_patient_in_brackets_does_not_hold() -> None:
    values = measured_in("eGFR 15")
    assert holds_for("Morphine 2 mg is given hourly (at most 6 doses, not in kidney disease of stage 4–5).", values) < 0
    assert holds_for("Alfentanil is the opioid of choice at an eGFR of 20 mL/min or less.", values) > 0


def test_what_is_not_to_be_given_at_the_value_forbids() -> None:
    values = measured_in("eGFR 20")
    assert forbids("Metformin is contraindicated at an eGFR below 30 mL/min.", values)
    assert not forbids("Metformin is limited to 1 g at an eGFR of 30 to 44.", values)
    assert not forbids("Metformin is contraindicated at an eGFR below 30 mL/min.", ())


def test_a_limit_for_dialysis_is_read_before_the_usual_dose(ask: Ask) -> None:
    body = (
        "## Dosing\n\nEdoxaban is given at 60 mg once daily in atrial fibrillation [@g].\n"
        "Edoxaban is not recommended on dialysis in atrial fibrillation [@g]."
    )
    answer = ask("Edoxaban dose in atrial fibrillation on dialysis?", {"text.md": digest("text", body, **ANSWERS)})
    assert "not recommended" in texts_of(answer)[0]


def test_several_criteria_are_met_by_as_many_values_as_are_asked_for() -> None:
    text = "The dose is halved with at least two of age ≥75 years, weight ≤50 kg and creatinine ≥150 µmol/L."
    assert meets_criteria(text, measured_in("86-year-old, 47 kg, creatinine 90 µmol/L"))
    assert not meets_criteria(text, measured_in("86-year-old, 70 kg, creatinine 90 µmol/L"))
    assert not meets_criteria(text, measured_in("86-year-old"))
    assert not meets_criteria("The dose is halved at a weight of 50 kg or less.", measured_in("47 kg"))


def test_the_dose_that_several_values_call_for_stands_before_the_usual_one(ask: Ask) -> None:
    body = (
        "## Dosing\n\nEdoxaban in atrial fibrillation is given at 60 mg once daily, unless a lower dose is called for [@g].\n"
        "Edoxaban in atrial fibrillation is lowered to 30 mg with at least two of age ≥85 years, weight ≤55 kg and "
        "creatinine ≥150 µmol/L [@g]."
    )
    for told, dose in (("88 y, 51 kg", "30 mg"), ("88 y, 72 kg, creatinine 90", "60 mg")):
        answer = ask(f"{told}: edoxaban dose in atrial fibrillation", {"text.md": digest("text", body, **ANSWERS)})
        assert dose in texts_of(answer)[0]


def test_a_score_of_stroke_risk_is_held_against_its_bounds() -> None:
    values = measured_in("AF, CHA2DS2-VASc 3")
    assert holds_for("Anticoagulation is recommended at a CHA2DS2-VASc score of 2 or more.", values) > 0
    assert holds_for("Anticoagulation is left out at a CHA2DS2-VASc score below 1.", values) < 0
