"""A state asked about where its opposite is usual, and the sentence that says so."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.answer import Answer
from service.consultation import Consultation
from service.premises.opposed import opposed
from tests.fakes import digest
from tests.service.conftest import LibraryOf

USUAL = "Thrombocytopenia is common in portal hypertension [@g]."
RARE = "Thrombocytopenia in portal hypertension was measured [@g]."
OTHER = (
    "Thrombocytosis in portal hypertension points to a myeloproliferative neoplasm and is treated with aspirin [@g]."
)
QUESTION = "How is thrombocytosis in portal hypertension treated?"


@pytest.mark.parametrize(
    "text",
    [
        "How is thrombocytosis treated?",
        "How is portal hypertension treated?",
        "thrombocytosis, portal hypertension",
        "What is gout?",
        "",
    ],
)
def test_a_question_that_assumes_nothing_is_left_alone(text: str, glossary: Glossary) -> None:
    assert opposed(analyse(text, glossary)) is None


def test_a_state_in_a_setting_is_opposed_by_the_other_state(glossary: Glossary) -> None:
    found = opposed(analyse(QUESTION, glossary))
    assert found is not None
    assert (found.assumed, found.opposite, found.setting) == (
        "thrombocytosis",
        "thrombocytopenia",
        "portal hypertension",
    )


def answer(library_of: LibraryOf, *sentences: str, kind: str = "guideline") -> Answer:
    text = digest(
        "platelets", "## Background\n\n" + " ".join([*sentences, OTHER]), g={"kind": kind, "doi": "10.1000/p"}
    )
    return library_of({"platelets.md": text}).consult(Consultation(QUESTION, "c"))


def test_the_reader_is_told_first_that_the_opposite_is_usual(library_of: LibraryOf) -> None:
    [premise] = answer(library_of, USUAL).premise
    assert premise.assumed == "thrombocytosis in portal hypertension"
    assert premise.correction.text == "Thrombocytopenia is common in portal hypertension."
    assert premise.correction.citations == [1]


@pytest.mark.parametrize("sentences", [(), (RARE,), ("Thrombocytopenia is common in gout [@g].",)])
def test_nothing_is_corrected_that_no_source_calls_usual(library_of: LibraryOf, sentences: tuple[str, ...]) -> None:
    assert not answer(library_of, *sentences).premise


def test_animals_do_not_correct_what_is_asked_of_people(library_of: LibraryOf) -> None:
    assert not answer(
        library_of, "In rats, thrombocytopenia is common in portal hypertension [@g].", kind="animal"
    ).premise
