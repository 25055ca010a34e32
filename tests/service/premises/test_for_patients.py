"""Whom a text for patients puts right: the patient who asks, and no professional."""

from __future__ import annotations

import pytest

from service.answer import Answer, Audience
from service.consultation import Consultation
from tests.fakes import digest
from tests.service.conftest import LibraryOf

LEAFLET = {
    "leaflet.md": digest(
        "leaflet",
        """## Hepatitis B

You cannot get hepatitis B by shaking hands or hugging, and it is not spread through food or water [@g].
Do not stop entecavir for hepatitis B unless your doctor tells you to, because your liver may get worse [@g].

## Kidney disease

With kidney disease, do not use low-sodium salt in place of salt, because it has a lot of potassium [@g].
""",
        g={"doi": "10.1000/leaflet"},
    ).replace("audience: clinician", "audience: patient")
}
SPREAD = "Because hepatitis B is spread through food, how should I wash the plates?"


def asked(library_of: LibraryOf, question: str, audience: Audience) -> Answer:
    return library_of(LEAFLET).consult(Consultation(question, "c", audience=audience))


def test_a_text_for_patients_calls_nothing_wrong_that_a_professional_says(library_of: LibraryOf) -> None:
    assert not asked(library_of, SPREAD, Audience.CLINICIAN).premise


@pytest.mark.parametrize(
    "question",
    [
        "Because hepatitis B is not spread through food, how could I catch it?",
        "Low-sodium salt is bad for people with kidney disease, so what can I put on food?",
        "Now that my doctor says I can stop entecavir for hepatitis B, how long is it in my blood?",
    ],
)
def test_a_patient_who_says_what_the_text_does_or_has_a_doctors_word_is_not_put_right(
    library_of: LibraryOf, question: str
) -> None:
    assert not asked(library_of, question, Audience.PATIENT).premise


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (SPREAD, "not spread through food"),
        ("Low-sodium salt is better in kidney disease, so how much of it can I put on food?", "do not use low-sodium"),
    ],
)
def test_a_patient_is_put_right_by_what_is_written_for_patients(
    library_of: LibraryOf, question: str, told: str
) -> None:
    [premise] = asked(library_of, question, Audience.PATIENT).premise
    assert told in premise.correction.evidence[0].quote


def test_a_patient_who_asks_whether_it_is_true_is_not_put_right_but_answered(library_of: LibraryOf) -> None:
    heard = "My sister says low-sodium salt is good in place of salt with kidney disease. Is that right?"
    answer = asked(library_of, heard, Audience.PATIENT)
    assert not answer.premise
    assert answer.bottom_line is not None
    assert "do not use low-sodium salt" in answer.bottom_line.text
