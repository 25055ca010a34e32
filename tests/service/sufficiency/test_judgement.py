"""What the library does not hold is not answered; the words that it lacks are named."""

from __future__ import annotations

import pytest

from service.answer import Answer, Status, statements_of
from service.consultation import Consultation
from service.library import Library
from service.sufficiency.other_matters import unanswered_matter
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "ascites.md": digest(
        "ascites",
        "## Treatment\n\nSpironolactone is recommended in patients with cirrhosis and ascites, starting at 100 mg once daily [@g].\n"
        "Albumin is given after large-volume paracentesis in cirrhosis [@g].",
        g={"doi": "10.1000/ascites"},
    ),
    "gout.md": digest(
        "gout",
        "## Treatment\n\nColchicine is recommended in gout flares at 500 micrograms two to four times daily [@g].\n"
        "Allopurinol lowers urate in gout and is started at 100 mg once daily [@g].",
        g={"doi": "10.1000/gout"},
    ),
}


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def ask(library: Library, question: str) -> Answer:
    return library.consult(Consultation(question, "c"))


def test_an_invented_drug_is_not_answered_and_named(library: Library) -> None:
    answer = ask(library, "What is the dose of zorbaxolimab in ascites?")
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found == ["zorbaxolimab"]
    assert [notice.kind for notice in answer.notices] == ["missing_evidence"]
    assert not statements_of(answer)
    assert not answer.references


def test_what_comes_nearest_is_shown_as_such(library: Library) -> None:
    answer = ask(library, "What is the dose of zorbaxolimab in ascites?")
    assert answer.nearest[0].document_id == "ascites"
    assert 1 <= len(answer.nearest) <= 3
    with library.reading() as edition:
        for passage in answer.nearest:
            assert passage.text in edition.catalogue.document(passage.document_id).text


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("What is the dose of colchicine for a dog with gout?", "dog"),
        ("How much does allopurinol cost?", "cost"),
        ("Who discovered colchicine for gout?", "discovered"),
    ],
)
def test_a_matter_beside_medicine_is_not_answered_by_what_is_like_it(
    library: Library, question: str, word: str
) -> None:
    answer = ask(library, question)
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found == [word]


def test_an_animal_that_is_not_treated_is_no_matter_beside_medicine(library: Library) -> None:
    answer = ask(library, "Is colchicine recommended in a gout flare after a dog bite?")
    assert answer.status is not Status.INSUFFICIENT_EVIDENCE


@pytest.mark.parametrize(
    "told", ["I was walking our dog when", "Since playing with the neighbours cat", "I am allergic to my cat and"]
)
def test_an_animal_that_somebody_only_has_to_do_with_is_no_matter_beside_medicine(told: str) -> None:
    assert unanswered_matter(f"{told} my toe began to hurt, is it gout?", ["Gout hurts."]) is None


def test_a_sick_animal_is_one_whatever_its_owner_does() -> None:
    assert unanswered_matter("I was walking when my dog ate my colchicine", ["Colchicine is for gout."]) == "dog"


@pytest.mark.parametrize(
    "question", ["Colchicine for gout, my calf is sore too?", "sick as a dog with gout, colchicine?"]
)
def test_a_part_of_the_body_and_a_saying_are_no_animal(question: str) -> None:
    assert unanswered_matter(question, ["Colchicine is recommended for a gout flare."]) is None


def test_a_word_that_tells_nothing_is_not_named_as_missing(library: Library) -> None:
    answer = ask(library, "Do I need to stop allopurinol before colonoscopy?")
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert "before" not in answer.not_found


def test_a_bacterium_by_its_short_name_is_medical(library: Library) -> None:
    answer = ask(library, "How do I treat a first episode of C. difficile?")
    assert answer.status is Status.INSUFFICIENT_EVIDENCE


@pytest.mark.parametrize(
    "question", ["What is the weather in Lisbon tomorrow?", "Who won the football match?", "How do I bake bread?"]
)
def test_what_is_not_medical_is_out_of_scope(library: Library, question: str) -> None:
    answer = ask(library, question)
    assert answer.status is Status.OUT_OF_SCOPE
    assert [notice.kind for notice in answer.notices] == ["out_of_scope"]
    assert not answer.nearest
    assert not statements_of(answer)


@pytest.mark.parametrize(
    "question", ["How do I manage a patient with snake bite?", "How is a clavicle fracture treated?"]
)
def test_a_medical_question_is_never_called_out_of_scope(library: Library, question: str) -> None:
    assert ask(library, question).status is Status.INSUFFICIENT_EVIDENCE


@pytest.mark.parametrize(
    "question",
    [
        "What is the chance of another in a 30-year-old?",
        "core positive only, the others neg, meaning?",
        "Is a 92 cm waist too much?",
        "does starting tablets now change the outlook",
    ],
)
def test_terse_words_of_practice_are_never_called_out_of_scope(library: Library, question: str) -> None:
    assert ask(library, question).status is not Status.OUT_OF_SCOPE


def test_what_the_library_knows_by_its_letters_is_medical(library_of: LibraryOf) -> None:
    text = "## Listing\n\nA UKELD of 49 or more is needed for listing [@g]."
    library = library_of({"listing.md": digest("listing", text, g={"doi": "10.1000/listing"})})
    assert ask(library, "has the sea level gone in the new UKELD?").status is not Status.OUT_OF_SCOPE
    assert ask(library, "has the sea level gone in the new FIFA?").status is Status.OUT_OF_SCOPE


@pytest.mark.parametrize(
    "question",
    [
        "How is retinal detachment repaired?",
        "How is acute pancreatitis managed?",
        "What is the dose of eltrombopag?",
        "???",
        "of the and",
    ],
)
def test_medicine_that_the_library_lacks_is_not_answered(library: Library, question: str) -> None:
    answer = ask(library, question)
    assert answer.status in (Status.INSUFFICIENT_EVIDENCE, Status.OUT_OF_SCOPE)
    assert not statements_of(answer)


@pytest.mark.parametrize(
    "question",
    [
        "What is the dose of spironolactone in ascites?", "spironolactone dose ascites", "Is albumin given after paracentesis?",
        "How is gout treated?", "colchicine in gout flare: dose?", "What is the starting dose of allopurinol?", "water pill for fluid in the belly",
    ],
)  # fmt: skip
def test_what_the_library_holds_is_answered(library: Library, question: str) -> None:
    answer = ask(library, question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert statements_of(answer)
    assert answer.references
