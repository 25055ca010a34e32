"""A drug that must not be given in the patient's illness: said first, though another text recommends the drug."""

from __future__ import annotations

import pytest

from service.answer import Answer, Status, statements_of
from service.consultation import Consultation
from service.library import Library
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "varices.md": digest(
        "varices",
        "## Prevention\n\nCarvedilol is recommended to prevent a first bleed from oesophageal varices [@g].\n"
        "Band ligation of oesophageal varices is recommended where a beta-blocker cannot be given [@g].",
        g={"doi": "10.1000/varices"},
    ),
    "carvedilol.md": digest(
        "carvedilol",
        "## Safety\n\nCarvedilol is contraindicated in asthma, severe bradycardia and cardiogenic shock [@g].\n"
        "If carvedilol is contraindicated in heart failure, another drug is chosen [@g].\n"
        "Carvedilol is not contraindicated in gout [@g].\n"
        "Carvedilol may be used, but verapamil is contraindicated in epilepsy [@g].",
        g={"doi": "10.1000/carvedilol"},
    ),
}


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def first(answer: Answer) -> str:
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    return statements_of(answer)[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Carvedilol for oesophageal varices in a patient with asthma?",
        "Can I give carvedilol for varices to a woman with asthma?",
        "Beta-blocker for oesophageal varices in a patient with asthma",
        "Patient with asthma and oesophageal varices: start carvedilol?",
    ],
)
def test_what_bars_the_drug_comes_first(library: Library, question: str) -> None:
    assert "is contraindicated in asthma" in first(library.consult(Consultation(question, "c")))


@pytest.mark.parametrize(
    "question",
    [
        "Carvedilol for oesophageal varices?",
        "Carvedilol for oesophageal varices in a patient with gout?",
        "Carvedilol for oesophageal varices in a patient with epilepsy?",
        "Carvedilol for oesophageal varices in a patient with heart failure?",
    ],
)
def test_what_does_not_bar_it_in_this_patient_does_not(library: Library, question: str) -> None:
    answer = library.consult(Consultation(question, "c"))
    if answer.status in (Status.ANSWERED, Status.PARTIAL):
        assert "contraindicated" not in first(answer)


def test_what_bars_a_drug_in_the_upper_part_of_an_illness_does_not_bar_it_in_the_usual_one(
    library_of: LibraryOf,
) -> None:
    texts = {
        "cystitis.md": digest(
            "cystitis",
            "## Treatment\n\nFirst-line treatment of cystitis is nitrofurantoin 100 mg twice daily for 5 days [@g].\n"
            "Nitrofurantoin should not be used for sepsis from a urinary tract infection or for suspected upper "
            "urinary tract infection [@g].",
            g={"doi": "10.1000/cystitis"},
        )
    }
    answer = library_of(texts).consult(Consultation("nitrofurantoin dose cystitis", "c"))
    assert "100 mg twice daily" in first(answer)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("reversal of edoxaban in severe bleeding?", "Edoxaban is reversed"),
        ("severe bleeding on edoxaban: antidote?", "Edoxaban is reversed"),
        ("can edoxaban be given in severe bleeding", "Edoxaban is contraindicated"),
    ],
)
def test_a_drug_whose_reversal_is_asked_is_not_refused_for_what_it_is_reversed_in(
    library_of: LibraryOf, question: str, begins: str
) -> None:
    texts = {
        "edoxaban.md": digest(
            "edoxaban",
            "## Safety\n\nEdoxaban is contraindicated in major bleeding, pregnancy and severe hypertension [@g].\n"
            "Edoxaban is reversed with prothrombin complex concentrate in major bleeding [@g].",
            g={"doi": "10.1000/edoxaban"},
        )
    }
    assert first(library_of(texts).consult(Consultation(question, "c"))).removeprefix("No: ").startswith(begins)
