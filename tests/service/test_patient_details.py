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
        ("eGFR 71 year old woman, creatinine 130 umol/L", ["age 71", "female", "creatinine 130 umol/L"]),
        ("HAS-BLED 66 year old man", ["age 66", "male"]),
        ("MELD 49 year old woman", ["age 49", "female"]),
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


DETAILS = (
    "My patient is 74 with eGFR 25",
    "on apixaban and has asthma",
    "she is 20 weeks pregnant",
    "he is allergic to penicillin",
)
texts = st.lists(
    st.sampled_from(DETAILS) | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60), max_size=4
)


@given(texts)
def test_any_conversation_can_be_read_and_nothing_later_undoes_the_type(messages: list[str]) -> None:
    assert isinstance(details_of(messages), PatientDetails)


@given(texts)
def test_nothing_is_carried_over_to_another_patient(messages: list[str]) -> None:
    assert details_of([*messages, "another patient"]) == PatientDetails()


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("she is 20 weeks", "20"),
        ("And she's now 24 wks", "24"),
        ("G1 33 weeks, 168/112, headache", "33"),
        ("G3P2, 31 wks, itching", "31"),
        ("primip 38/40, reduced movements", "38"),
        ("42F BP 170/105, 12/40, on lisinopril", "12"),
        ("PE, stable, pregnant 18 weeks", "18"),
        ("31+4 weeks pregnant woman", "31+4"),
    ],
)
def test_weeks_of_pregnancy_are_read_as_they_are_written(text: str, weeks: str) -> None:
    assert details_of([text]).pregnancy == f"{weeks} weeks pregnant"


@pytest.mark.parametrize(
    "text",
    [
        "she is 6 weeks post transplant",
        "She is 8 weeks into treatment",
        "vision 20/40 in the left eye",
        "BP 140/40",
        "He is 4 weeks old",
        "CKD G3, on apixaban",
        "Is it safe at 20 weeks of pregnancy?",
    ],
)
def test_other_weeks_and_fractions_are_no_pregnancy(text: str) -> None:
    assert not details_of([text]).pregnancy


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Na 112, fitting", ["Na 112"]),
        ("K 6.8, tented T waves", ["K 6.8"]),
        ("K is 5.7 now", ["K 5.7"]),
        ("vitamin K 5 mg", []),
        ("Na 2 g diet", []),
        ("K 40 mg", []),
    ],
)
def test_a_short_name_is_read_where_its_value_can_be_nothing_else(text: str, told: list[str]) -> None:
    assert details_of([text]).listed() == told


@pytest.mark.parametrize("text", ["and a 30 year old?", "What about an 80yo man?", "same for a 6-month-old?"])
def test_what_is_asked_of_somebody_of_another_age_is_not_of_the_patient(text: str) -> None:
    found = details_of(["My patient is pregnant with eGFR 25 and on apixaban", text])
    assert (found.pregnancy, found.renal, found.drugs) == ("", (), ())


@pytest.mark.parametrize("text", ["and an 8 week course?", "and a 10 mg dose?", "and a statin?"])
def test_what_only_sounds_like_another_person_leaves_the_patient(text: str) -> None:
    assert details_of(["My patient is 70 with eGFR 25", text]).age == "70"
