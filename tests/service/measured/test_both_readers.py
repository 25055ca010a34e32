"""What a score reads and what a conversation keeps of a patient is the same value."""

from __future__ import annotations

import pytest

from service.calculators.reading import read_patient
from service.patient_details import details_of


@pytest.mark.parametrize(
    "text",
    [
        "my patient is over 80 years old",
        "my patients are aged 65-74",
        "his diltiazem CR 120",
        "give my patient 1 vial per 10 kg",
        "Should he get albumin 40 g?",
        "give him albumin 20%",
        "he has an eGFR of 30-60",
        "he walks 50m",
    ],
)
def test_what_is_no_value_of_the_patient_is_kept_by_none(text: str) -> None:
    assert set(details_of([text]).listed()) <= {"male"}
    assert set(read_patient([text]).values) <= {"sex"}


@pytest.mark.parametrize(
    ("text", "name", "value", "kept"),
    [
        ("my patient has INR 1.8 in cirrhosis", "inr", "1.8", "INR 1.8"),
        ("her serum creatinine is 120 umol/l", "creatinine", "120 µmol/L", "serum creatinine 120 umol/l"),
        ("my patient's Na 128 mmol/L", "sodium", "128 mmol/L", "Na 128 mmol/L"),
        ("He is 82, with AF", "age", "82 years", "age 82"),
        ("72m with new AF", "age", "72 years", "age 72"),
        ("my patient weighs 57 kg", "weight", "57 kg", "weight 57 kg"),
    ],
)
def test_a_value_is_read_by_both(text: str, name: str, value: str, kept: str) -> None:
    assert str(read_patient([text]).values[name]) == value
    assert kept in details_of([text]).listed()


def test_a_later_value_takes_the_place_of_one_by_another_name() -> None:
    told = details_of(["My patient has creat 1.9 mg/dl", "Sorry, creatinine 2.6 mg/dL"])
    assert told.renal == ("creatinine 2.6 mg/dL",)
