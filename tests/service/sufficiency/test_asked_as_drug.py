"""A name that no text has and that is asked about as a drug is named as not found; other drugs are not told of in its
place.
"""

from __future__ import annotations

import pytest

from service.answer import Status
from service.consultation import Consultation
from service.sufficiency.asked_as_drug import asked_as_drug
from tests.fakes import digest
from tests.service.conftest import LibraryOf

HEPATITIS = digest(
    "hepatitis B",
    "## Treatment\n\nThe antivirals recommended for chronic hepatitis B are tenofovir and entecavir [@g].\n"
    "Hepatitis B is treated with entecavir 0.5 mg once daily [@g].",
    g={"doi": "10.1000/hbv"},
)


@pytest.mark.parametrize(
    "question", ["hepatoferon for hepatitis B", "Treat hepatitis B with hepatoferon?", "Should I start hepatoferon?"]
)
def test_other_drugs_do_not_answer_for_one_that_nobody_knows(library_of: LibraryOf, question: str) -> None:
    answer = library_of({"hepatitis.md": HEPATITIS}).consult(Consultation(question, "c"))
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found == ["hepatoferon"]


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("pleuritic", "How do I work up suspected PE in a patient with pleuritic pain?"),
        ("periorbital", "periorbital cellulitis oral: which antibiotic?"),
        ("gynaecomastia", "gynaecomastia in cirrhosis"),
        ("epistaxis", "epistaxis in cirrhosis"),
        ("anaesthetist", "What should the anaesthetist avoid?"),
    ],
)
def test_a_sign_a_person_or_a_word_before_a_name_is_not_asked_about_as_a_drug(name: str, question: str) -> None:
    assert not asked_as_drug(name, question)


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("lactitol", "lactitol dose in overt HE?"),
        ("pelacarsen", "At what level do we start pelacarsen?"),
        ("hemospray", "Is Hemospray as good as banding?"),
        ("zorpax", "side effects of zorpax"),
    ],
)
def test_a_dose_a_start_or_what_it_is_for_asks_about_a_drug(name: str, question: str) -> None:
    assert asked_as_drug(name, question)
