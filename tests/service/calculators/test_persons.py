"""Where a message tells of several people, only what is told of the one asked about counts, or it is asked who that is."""

from __future__ import annotations

import pytest

from service.calculators.inputs import value_text
from service.calculators.reading import Request, read_request


def request(question: str, *history: str) -> Request:
    found = read_request(question, list(history))
    assert found is not None
    return found


def counted(question: str, *history: str) -> dict[str, str]:
    """What is read of the patient, as it is echoed."""
    values = request(question, *history).patient.values
    return {name: value_text(value) for name, value in values.items()}


@pytest.mark.parametrize(
    ("question", "age", "sex", "present"),
    [
        (
            "Mrs B is 79 with heart failure and a TIA, her husband is 68 with hypertension only. CHA2DS2-VASc for the husband?",
            "68 years", "male", {"hypertension"},
        ),
        (
            "My aunt has AF and is 84 with diabetes. My patient, a 61 year old man with AF, has hypertension. His CHA2DS2-VASc?",
            "61 years", "male", {"hypertension"},
        ),
        (
            "her husband is 66 with diabetes and AF, she is 81 with hypertension, stroke and AF. His CHA2DS2-VASc?",
            "66 years", "male", {"diabetes"},
        ),
        ("Bed 1: 77F, AF, diabetes. Bed 2: 63M, AF, hypertension. CHA2DS2-VASc for bed 2?", "63 years", "male", {"hypertension"}),
        ("CHA2DS2-VASc for a 72 year old woman with diabetes whose husband had a stroke", "72 years", "female", {"diabetes"}),
        ("69F, diabetes, her mother had a stroke. Her CHA2DS2-VASc?", "69 years", "female", {"diabetes"}),
        ("family history of stroke, 74M with hypertension and diabetes: CHA2DS2-VASc", "74 years", "male", {"hypertension", "diabetes"}),
        ("74M, hypertension, no family history of stroke, diabetes: CHA2DS2-VASc", "74 years", "male", {"hypertension", "diabetes"}),
        ("77 year old man, his wife reports that he has hypertension and diabetes. CHA2DS2-VASc?", "77 years", "male", {"hypertension", "diabetes"}),
        ("67 year old woman, lives with her son, hypertension, diabetes. CHA2DS2-VASc?", "67 years", "female", {"hypertension", "diabetes"}),
    ],
)  # fmt: skip
def test_what_is_told_of_another_is_not_counted(question: str, age: str, sex: str, present: set[str]) -> None:
    found = counted(question)
    assert (found["age"], found["sex"]) == (age, sex)
    assert {name for name, value in found.items() if value == "yes"} == present


@pytest.mark.parametrize(
    ("question", "sex"),
    [
        ("My father is 83 and has AF, hypertension and diabetes. CHA2DS2-VASc?", "male"),
        ("CHA2DS2-VASc for my 83 year old aunt with AF, hypertension and diabetes", "female"),
        ("My sister is 83. She has hypertension and diabetes. CHA2DS2-VASc?", "female"),
    ],
)
def test_one_of_the_family_who_is_asked_about_is_the_patient(question: str, sex: str) -> None:
    found = counted(question)
    assert (found["age"], found["hypertension"], found["diabetes"]) == ("83 years", "yes", "yes")
    assert found["sex"] == sex


@pytest.mark.parametrize(
    "question",
    [
        "78M with hypertension and diabetes and 64F with a stroke. CHA2DS2-VASc?",
        "Bed 1: 77F, AF, diabetes. Bed 2: 63M, AF, hypertension. CHA2DS2-VASc for both?",
        "My aunt is 84 with AF and diabetes. My patient is a woman of 61 with AF. Her CHA2DS2-VASc?",
        "70 year old man, hypertension, his brother had a stroke, diabetes. CHA2DS2-VASc?",
        "her sister is 73 with diabetes, her son is 44 with a stroke. CHA2DS2-VASc?",
        "CHA2DS2-VASc of a 73M: hypertension, family history of stroke, diabetes",
        "CHA2DS2-VASc? Mr C is 71 with hypertension, his wife is 69 with diabetes and a stroke",
    ],
)
def test_two_people_who_cannot_be_told_apart_are_asked_about(question: str) -> None:
    found = request(question)
    assert found.calculators == ()
    assert found.patient.values == {}
    assert "Two people are told of" in found.asks[0]


def test_it_is_said_that_something_was_not_counted() -> None:
    assert "was not counted" in request("CHA2DS2-VASc for a 72F with diabetes whose son had a stroke").notes[0]
    assert request("CHA2DS2-VASc for a 72F with diabetes and hypertension, lives with her son").notes == ()


@pytest.mark.parametrize(
    "later", ["another patient, 66F, heart failure: CHA2DS2-VASc?", "and her sister, who is 66 with heart failure: CHA2DS2-VASc?"]
)  # fmt: skip
def test_a_later_patient_has_nothing_of_the_one_before(later: str) -> None:
    found = counted(later, "CHA2DS2-VASc for a woman of 58 with diabetes and hypertension")
    assert (found["age"], found["heart_failure"]) == ("66 years", "yes")
    assert not {"diabetes", "hypertension"} & found.keys()
