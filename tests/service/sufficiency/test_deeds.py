"""What a patient asks to be allowed and no text speaks of is not answered by what is said of the illness."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.answer import Audience, Status
from service.consultation import Consultation
from service.sufficiency.deeds import unnamed_deed
from tests.fakes import digest
from tests.service.conftest import LibraryOf
from tests.service.sentences.single import candidate

SAID = [
    candidate("With epilepsy, take care near water and heights, and have a shower instead of a bath.", order=0),
    candidate("Do not drive after a seizure, and tell your dentist that you have epilepsy.", order=1),
]


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("Can I get my ears pierced with epilepsy?", ["ears", "pierced"]),
        ("is it ok to play the trumpet if you have epilepsy", ["play", "trumpet"]),
        ("How soon can I fly after a seizure?", ["fly"]),
        ("can an epilepsy patient fly", ["fly"]),
        ("can people with epilepsy travel by plane", ["travel", "plane"]),
    ],
)
def test_a_deed_that_no_sentence_names_is_missing(question: str, deed: list[str], glossary: Glossary) -> None:
    assert unnamed_deed(analyse(question, glossary), SAID, glossary) == deed


@pytest.mark.parametrize(
    "question",
    [
        "Can I have a bath with epilepsy?",
        "can people with epilepsy have a bath",
        "When can I drive again after a seizure?",
        "What can I change to have fewer seizures?",
        "How can I stop getting seizures all the time?",
        "Can I take ibuprofen with epilepsy?",  # a drug is judged by its name
        "Can I stop now?",
        "Can we be given something to use ourselves?",
        "My dad has epilepsy. Is it inherited?",
    ],
)
def test_what_a_sentence_names_and_what_is_no_permission_is_not(question: str, glossary: Glossary) -> None:
    assert unnamed_deed(analyse(question, glossary), SAID, glossary) == []


LEAFLET = digest(
    "epilepsy",
    "## What helps\n\nWith epilepsy, a shower is safer than a bath [@g].\nWith epilepsy, take care near water and heights [@g].\n",
).replace("audience: clinician", "audience: patient")


def test_what_says_the_deed_comes_first(library_of: LibraryOf) -> None:
    library = library_of({"leaflet.md": LEAFLET})
    answer = library.consult(Consultation("I have epilepsy, can I have a bath?", "c", (), Audience.PATIENT))
    assert answer.bottom_line is not None
    assert "bath" in answer.bottom_line.text


def test_a_patient_is_told_what_was_not_found(library_of: LibraryOf) -> None:
    library = library_of({"leaflet.md": LEAFLET})
    answer = library.consult(Consultation("Can I get my ears pierced with epilepsy?", "c", (), Audience.PATIENT))
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found == ["ears", "pierced"]
