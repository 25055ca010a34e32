"""A score is worked out anew when a later message changes one of its values without naming it."""

from __future__ import annotations

import pytest

from service.calculators.inputs import value_text
from service.calculators.reading import Request, may_ask_for_a_score, read_request

KIDNEYS = "eGFR of a 71 year old woman, creatinine 120 umol/L"
STROKE = "CHA2DS2-VASc of a 63 year old man with AF and hypertension"


def request(message: str, *history: str) -> Request | None:
    return read_request(message, list(history)) if may_ask_for_a_score(message, history) else None


def scored(message: str, *history: str) -> list[float | None]:
    found = request(message, *history)
    return [calculator.compute(found.patient.values) for calculator in found.calculators] if found else []


@pytest.mark.parametrize(
    ("history", "message", "score"),
    [
        ([KIDNEYS], "and if the creatinine were 240?", 18.0),
        ([KIDNEYS], "sorry, creatinine 240 umol/L", 18.0),
        ([KIDNEYS, "and if the creatinine were 90?"], "now 240, creatinine 240", 18.0),
        ([KIDNEYS, "can she have metformin then?"], "and if the creatinine were 240?", 18.0),
        (["eGFR, 71 years old, creatinine 240 umol/L"], "she is a woman", 18.0),
        (["eGFR 71 year old woman"], "creatinine 240 umol/L", 18.0),
        ([STROKE], "he also has diabetes", 2),
        ([STROKE], "and if he were 77?", 3),
        ([STROKE], "and if he were 77 with diabetes?", 4),
        ([STROKE, "and if he were 77?"], "he also has diabetes", 4),
        (["BMI 91 kg, 170 cm"], "and if he weighed 80 kg?", 27.68),
        (["CURB-65 for a 52 year old, not confused, urea 8 mmol/L"], "RR 31, BP 100/70", 2),
    ],
)
def test_a_later_value_takes_the_place_of_the_one_before(history: list[str], message: str, score: float) -> None:
    assert scored(message, *history) == [score]


@pytest.mark.parametrize(
    ("history", "message"),
    [
        ([], "he also has diabetes"),
        ([STROKE], "does diabetes matter?"),
        ([STROKE], "and in patients with diabetes?"),
        ([STROKE], "is apixaban safe with aspirin?"),
        ([STROKE], "another patient: 81 with diabetes"),
        ([STROKE], "and his brother, who is 81 with diabetes?"),
        ([STROKE], "his wife has diabetes"),
        ([STROKE], "he has gout"),
        ([KIDNEYS, "What is the dose of apixaban?"], "and if the creatinine were 240?"),
        (["At what eGFR is metformin stopped?"], "his creatinine is 180 umol/L"),
        (["What is HAS-BLED?"], "and with aspirin?"),
    ],
)
def test_another_question_or_another_patient_works_out_nothing(history: list[str], message: str) -> None:
    assert request(message, *history) is None


def test_a_number_without_a_unit_has_that_of_the_value_before_it_and_this_is_said() -> None:
    found = request("and if the creatinine were 240?", KIDNEYS)
    assert found is not None
    assert value_text(found.patient.values["creatinine"]) == "240 µmol/L"
    assert "read as 240 µmol/L" in found.patient.notes["creatinine"]


@pytest.mark.parametrize("message", ["bilirubin 2", "bilirubin 900000", "albumin 3"])
def test_a_number_that_may_be_in_another_unit_is_asked_about(message: str) -> None:
    history = "Child-Pugh: bilirubin 45 umol/L, albumin 28 g/L, INR 1.5, mild ascites, no encephalopathy"
    found = request(message, history)
    assert found is not None
    assert "without a unit" in found.patient.troubles[message.split()[0]].ask
    assert scored("bilirubin 60", history) == [9]


def test_what_else_was_asked_is_still_to_be_answered() -> None:
    alone, also = request("he also has diabetes", STROKE), request("he also has diabetes", f"{STROKE}: anticoagulate?")
    assert alone is not None
    assert also is not None
    assert (alone.only_scores, also.only_scores) == (True, False)


def test_two_people_told_of_before_are_not_mixed() -> None:
    two = "78M with hypertension and 64F with a stroke. CHA2DS2-VASc?"
    found = request("she is 64, female", two)
    assert found is not None
    assert found.calculators == ()
    assert scored("she is 64, female, with a stroke", two) == [3]
