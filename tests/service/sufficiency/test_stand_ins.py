"""What is said of another drug, year, test or society is no answer about this one; what is missing is named."""

from __future__ import annotations

import pytest

from service.answer import Answer, Status, statements_of
from service.consultation import Consultation
from service.library import Library
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "encephalopathy.md": digest(
        "hepatic encephalopathy",
        "## Treatment\n\nRifaximin 550 mg twice daily is recommended to prevent recurrence of hepatic encephalopathy [@g].\n"
        "Rifaximin is preferred to neomycin in hepatic encephalopathy [@g].\n"
        "Survival after the onset of overt hepatic encephalopathy is 42% at one year [@g].\n"
        "EASL advises measuring plasma ammonia in suspected hepatic encephalopathy [@g].\n"
        "The KASL guideline of hepatic encephalopathy was revised [@g].\n"
        "Low-dose flumazenil is not used to treat hepatic encephalopathy [@g].",
        g={"doi": "10.1000/he"},
    ),
}


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def ask(library: Library, question: str) -> Answer:
    return library.consult(Consultation(question, "c"))


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What dose of neomycin prevents recurrence of hepatic encephalopathy?", "dose of neomycin"),
        ("What is survival five years after the onset of overt hepatic encephalopathy?", "five years"),
        ("Does KASL advise measuring plasma ammonia in suspected hepatic encephalopathy?", "KASL"),
    ],
)
def test_a_neighbour_is_no_answer(library: Library, question: str, missing: str) -> None:
    answer = ask(library, question)
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found == [missing]
    assert answer.nearest


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What dose of rifaximin prevents recurrence of hepatic encephalopathy?", "550 mg"),
        ("What is survival one year after the onset of overt hepatic encephalopathy?", "42%"),
        ("What is 1-year survival after the onset of overt hepatic encephalopathy?", "42%"),
        ("Does EASL advise measuring plasma ammonia in suspected hepatic encephalopathy?", "EASL"),
        ("What dose of rifaximin prevents recurrence of hepatic encephalopathy with a normal ALT?", "550 mg"),
        ("low dose flumazenil any use in hepatic encephalopathy?", "not used"),
    ],
)
def test_its_twin_is_answered(library: Library, question: str, said: str) -> None:
    answer = ask(library, question)
    assert answer.status is Status.ANSWERED
    assert said in statements_of(answer)[0].text
