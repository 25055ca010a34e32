"""Other people, another procedure or use, another drug in the place of those that were asked about."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand


def meant(message: str, asked: str, glossary: Glossary) -> str:
    return understand(message, Before([asked]), glossary).text


@pytest.mark.parametrize(("asked", "message", "expected"), [
    ("What is the dose of midazolam in status epilepticus for an adult?", "and for a 5 year old?",
     "What is the dose of midazolam in status epilepticus for a 5 year old?"),
    ("What is the dose of paracetamol for children?", "for older people?", "What is the dose of paracetamol for older people?"),
    ("What is the dose of amoxicillin in adults?", "in a 2-year-old child?", "What is the dose of amoxicillin in a 2-year-old child?"),
],
)  # fmt: skip
def test_other_people_take_the_place_of_those_asked_about(
    asked: str, message: str, expected: str, glossary: Glossary
) -> None:
    assert meant(message, asked, glossary) == expected


def test_people_are_added_where_none_were_asked_about(glossary: Glossary) -> None:
    found = meant("in older people?", "What is the HbA1c target in type 2 diabetes?", glossary)
    assert "type 2 diabetes" in found
    assert "older people" in found


def test_pregnancy_does_not_take_the_place_of_adults(glossary: Glossary) -> None:
    found = meant("in pregnancy?", "What is the dose of amoxicillin in pneumonia in adults?", glossary)
    assert "pregnancy" in found
    assert "pneumonia" in found


@pytest.mark.parametrize(("asked", "message", "expected"), [
    ("How do I prepare a patient for liver biopsy?", "and for a paracentesis?", "How do I prepare a patient for a paracentesis?"),
    ("When is warfarin stopped before liver biopsy?", "before paracentesis?", "When is warfarin stopped before paracentesis?"),
    ("Apixaban dose for atrial fibrillation?", "for DVT?", "Apixaban dose for DVT?"),
],
)  # fmt: skip
def test_another_use_or_procedure_takes_the_place_of_the_one_before(
    asked: str, message: str, expected: str, glossary: Glossary
) -> None:
    assert meant(message, asked, glossary) == expected


def test_a_setting_of_another_kind_is_added(glossary: Glossary) -> None:
    found = meant("in cirrhosis?", "What is the dose of apixaban in atrial fibrillation?", glossary)
    assert "atrial fibrillation" in found
    assert "cirrhosis" in found


@pytest.mark.parametrize(("asked", "message", "expected"), [
    ("Can tenofovir disoproxil be used in hepatitis B with CKD?", "TAF?", "Can TAF be used in hepatitis B with CKD?"),
    ("What is the dose of enoxaparin for DVT?", "dalteparin", "What is the dose of dalteparin for DVT?"),
    ("Is ibuprofen safe in cirrhosis?", "paracetamol?", "Is paracetamol safe in cirrhosis?"),
],
)  # fmt: skip
def test_a_mere_name_asks_the_same_of_that_drug(asked: str, message: str, expected: str, glossary: Glossary) -> None:
    assert meant(message, asked, glossary) == expected


def test_a_mere_name_of_another_kind_does_not_take_the_place_in_a_dose(glossary: Glossary) -> None:
    found = meant("hydrocortisone?", "What is the dose of adrenaline in anaphylaxis?", glossary)
    assert "dose of hydrocortisone" not in found


def test_of_two_that_were_chosen_between_neither_stays_beside_a_third(glossary: Glossary) -> None:
    asked = "Pulmonary embolism, creatinine clearance 25: apixaban or rivaroxaban?"
    found = meant("and dabigatran?", asked, glossary)
    assert "dabigatran" in found.lower()
    assert "apixaban" not in found
    assert "rivaroxaban" not in found


@pytest.mark.parametrize(("asked", "message", "expected"), [
    ("Is apixaban given in cirrhosis, with Child-Pugh C?", "and B?", "Is apixaban given in cirrhosis, with Child-Pugh B?"),
    ("What is the blood pressure target in CKD stage 4?", "stage 3", "What is the blood pressure target in CKD stage 3?"),
    ("Which drugs in heart failure, NYHA class II?", "in class III?", "Which drugs in heart failure, NYHA class III?"),
],
)  # fmt: skip
def test_another_class_or_stage_takes_the_place_of_the_one_before(
    asked: str, message: str, expected: str, glossary: Glossary
) -> None:
    assert meant(message, asked, glossary) == expected


def test_a_letter_where_no_class_was_spoken_of_is_none(glossary: Glossary) -> None:
    assert "hepatitis" in meant("and C?", "How is hepatitis B treated?", glossary)


def test_the_class_that_was_asked_about_last_is_the_patients(glossary: Glossary) -> None:
    first = "Is rivaroxaban given in cirrhosis, with Child-Pugh A?"
    second = understand("and C?", Before([first]), glossary)
    assert second.details.hepatic == ()
    third = understand("how much?", Before([first, second.text], [first, "and C?"]), glossary)
    assert third.details.hepatic == ("Child-Pugh C",)


def test_a_score_by_the_name_of_child_is_no_child(glossary: Glossary) -> None:
    found = meant("side effects?", "Is rivaroxaban ok in Child-Pugh A?", glossary)
    assert found == "What are the side effects of rivaroxaban?"
