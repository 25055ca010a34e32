"""What a conversation says of the patient, in the words said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.patient_details import PatientDetails, details_of


@pytest.mark.parametrize(
    "text",
    [
        "Can a patient with cirrhosis take NSAIDs?",
        "And if she is pregnant?",
        "and if the eGFR is below 30?",
        "What is the dose in patients with penicillin allergy?",
        "What is the starting dose of everolimus after liver transplantation in 65 patients?",
        "Apixaban 5 mg twice daily?",
    ],
)
def test_what_is_asked_of_people_in_general_or_supposed_is_no_detail(text: str) -> None:
    assert not details_of([text])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("My patient is 74 with eGFR 25 mL/min and on apixaban", ["age 74", "eGFR 25 mL/min", "taking apixaban"]),
        ("74F with AF on warfarin", ["age 74", "female", "atrial fibrillation", "taking warfarin"]),
        ("He is allergic to penicillin.", ["allergic to penicillin"]),
        ("She is 80 and weighs 55 kg.", ["age 80", "weight 55 kg"]),
        ("I am 30 weeks pregnant and have asthma", ["30 weeks pregnant", "asthma"]),
        ("my patient has Child-Pugh C and MELD 22", ["Child-Pugh C", "MELD 22"]),
        ("Her creatinine is 2.1 mg/dL and she has no cirrhosis", ["creatinine 2.1 mg/dL"]),
        ("Apixaban for a 3 month old baby", ["age 3 months"]),
    ],
)
def test_what_is_told_is_kept_in_its_words(text: str, told: list[str]) -> None:
    assert details_of([text]).listed() == told


def test_a_later_value_takes_the_place_of_an_earlier_one() -> None:
    assert details_of(["My patient is 74 with eGFR 25", "Sorry, eGFR 35"]).renal == ("eGFR 35",)


def test_what_was_stopped_is_no_longer_taken() -> None:
    assert details_of(["My patient takes apixaban and amiodarone", "She no longer takes apixaban"]).drugs == (
        "amiodarone",
    )


def test_denied_allergies_end_those_told_before() -> None:
    assert not details_of(["He is allergic to penicillin.", "Sorry, he has no known allergies."]).allergies


@pytest.mark.parametrize("text", ["Another patient has asthma.", "A different case: a man with asthma."])
def test_another_patient_begins_anew(text: str) -> None:
    found = details_of(["My patient is 74 with eGFR 25 and on apixaban", text])
    assert (found.age, found.renal, found.drugs) == ("", (), ())
    assert found.conditions == ("asthma",)


texts = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60), max_size=4)


@given(texts)
def test_any_conversation_can_be_read_and_nothing_later_undoes_the_type(messages: list[str]) -> None:
    assert isinstance(details_of(messages), PatientDetails)


@given(texts)
def test_nothing_is_carried_over_to_another_patient(messages: list[str]) -> None:
    assert details_of([*messages, "another patient"]) == PatientDetails()
