"""What of a question stands in a sentence: the words, the people, the figure that is asked for."""

from __future__ import annotations

import pytest

from service.analysis.question import analyse
from service.library import Library
from service.sentences.coverage import FEATURES, asked_words, coverage
from service.sentences.material import PASSAGES, Material
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXT = digest(
    "carvedilol",
    "## Dosing\n\n"
    "Carvedilol for varices starts at 6.25 mg once daily in adults [@g]. "
    "Carvedilol lowers the pressure in the portal vein in cirrhosis [@g].\n\n"
    "## Children\n\n"
    "Propranolol for a child with varices has been tried in small series [@g].",
)


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of({"carvedilol.md": TEXT})


def covered(library: Library, text: str, begins: str) -> dict[str, float]:
    """The values of the sentence that begins so."""
    with library.using(None) as reading:
        question = analyse(text, library.glossary)
        hits = reading.retriever.search(text, PASSAGES)
        found = Material(
            question, reading.opened, reading.retriever, library.sentence_vectors, library.glossary, hits
        ).found
        asked = asked_words(question, reading.retriever, library.glossary)
        rows = coverage(question, asked, found)
    return next(
        dict(zip(FEATURES, row, strict=True))
        for candidate, row in zip(found, rows, strict=True)
        if candidate.text.startswith(begins)
    )


def test_a_sentence_without_the_people_asked_about_is_told(library: Library) -> None:
    asked = "What is the dose of carvedilol in a child with varices?"
    assert covered(library, asked, "Carvedilol for varices")["people_missing"] == 1.0
    assert covered(library, asked, "Propranolol")["people_missing"] == 0.0


def test_a_sentence_without_the_figure_asked_for_is_told(library: Library) -> None:
    asked = "What is the starting dose of carvedilol?"
    assert covered(library, asked, "Carvedilol for varices")["lacks_expected"] == 0.0
    assert covered(library, asked, "Carvedilol lowers")["lacks_expected"] == 1.0


def test_a_sentence_without_the_drug_asked_about_is_told(library: Library) -> None:
    asked = "Is nadolol given for varices?"
    assert covered(library, asked, "Carvedilol for varices")["concept_missing"] == 1.0


def test_a_brand_covers_its_drug(library: Library) -> None:
    by_brand = covered(library, "What is the starting dose of Coreg for varices?", "Carvedilol for varices")
    assert by_brand["concept_missing"] == 0.0
    assert by_brand["covered_itself"] > 0.5


@pytest.mark.parametrize("name", ["covered", "covered_itself", "rarest_missing"])
@pytest.mark.parametrize("asked", ["What is varices?", "Carvedilol", "the", "carvedilol nonsuchword 2-year-old"])
def test_shares_stay_between_nothing_and_all(library: Library, name: str, asked: str) -> None:
    assert 0.0 <= covered(library, asked, "Carvedilol for varices")[name] <= 1.0


OF_THE_CLASS = "Diabetes mellitus is treated with diet first [@g]."
OF_THE_KIND = "Gestational diabetes is treated with diet and activity first [@g]."


def test_what_is_said_of_a_class_of_conditions_counts_where_nothing_names_the_one_asked_about(
    library_of: LibraryOf,
) -> None:
    library = library_of({"sugar.md": digest("sugar", f"## Treatment\n\n{OF_THE_CLASS}")})
    assert covered(library, "How is gestational diabetes treated?", "Diabetes")["concept_missing"] == 0.0


def test_what_is_said_of_a_class_of_conditions_lacks_the_one_asked_about_where_another_sentence_names_it(
    library_of: LibraryOf,
) -> None:
    library = library_of({"sugar.md": digest("sugar", f"## Treatment\n\n{OF_THE_CLASS} {OF_THE_KIND}")})
    asked = "How is gestational diabetes treated?"
    assert covered(library, asked, "Diabetes")["concept_missing"] == 1.0
    assert covered(library, asked, "Gestational")["concept_missing"] == 0.0
