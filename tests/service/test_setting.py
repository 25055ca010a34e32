"""What is asked of a patient is looked up without the setting where nothing answers the whole, and what is open is named."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.analysis.setting import without_setting
from service.answer import Answer, Status, statements_of
from service.consultation import Consultation
from service.library import Library
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "heart.md": digest(
        "heart failure",
        "## Drugs\n\nNSAIDs are not recommended in heart failure, which they worsen [@g].\n"
        "Bisoprolol is recommended in heart failure [@g].\n"
        "Adding clopidogrel to bisoprolol is not recommended in heart failure [@g].",
        g={"doi": "10.1000/heart"},
    ),
    "potassium.md": digest(
        "hypokalaemia",
        "## Treatment\n\nOral potassium chloride is recommended in hypokalaemia of 2.5 to 3.5 mmol/L [@g].",
        g={"doi": "10.1000/potassium"},
    ),
}


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def ask(library: Library, question: str) -> Answer:
    return library.consult(Consultation(question, "c"))


def test_a_drug_of_which_only_something_added_to_it_is_said_is_not_barred(library: Library) -> None:
    answer = ask(library, "Can apixaban be used in heart failure?")
    assert answer.status is Status.INSUFFICIENT_EVIDENCE


def test_what_is_said_of_the_class_bars_its_drug(library: Library) -> None:
    answer = ask(library, "Can diclofenac be used in heart failure?")
    assert "NSAIDs are not recommended in heart failure" in statements_of(answer)[0].text


@pytest.mark.parametrize(
    "text",
    [
        "What is the dose of naproxen in gout and heart failure?",
        "Man with pneumonia and gout, K 2.9. Which antibiotic?",
        "How do I replace potassium in meningitis?",
    ],
)
def test_what_the_setting_decides_is_not_asked_without_it(text: str, glossary: Glossary) -> None:
    assert not without_setting(analyse(text, glossary), glossary)


def test_a_value_is_asked_about_without_the_illness_beside_it(glossary: Glossary) -> None:
    question = analyse("Ventilated man with bacterial meningitis, potassium 2.9. How do I replace it?", glossary)
    (found,) = without_setting(question, glossary)
    assert found.text == "potassium 2.9. How do I replace it?"
    assert found.left_open == ("hypokalaemia in bacterial meningitis",)


def test_a_drug_is_asked_about_in_each_illness_and_answered_only_by_what_bars_it(glossary: Glossary) -> None:
    question = analyse("Woman of 60 with asthma and heart failure. Can she have diclofenac?", glossary)
    found = without_setting(question, glossary)
    assert [reading.text for reading in found] == [
        "Can diclofenac be used in asthma?",
        "Can diclofenac be used in heart failure?",
    ]
    assert all(reading.only_against for reading in found)


def test_what_is_left_open_is_named(library: Library) -> None:
    answer = ask(library, "Ventilated man with bacterial meningitis, potassium 2.9. How do I replace it?")
    assert answer.status is Status.PARTIAL
    assert "hypokalaemia in bacterial meningitis" in answer.not_found
