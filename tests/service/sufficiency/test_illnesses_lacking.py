"""A question on an illness of which no text has the name is not answered by what is said of another of the same kind."""

from __future__ import annotations

import pytest

from service.answer import Answer, Status, statements_of
from service.consultation import Consultation
from service.library import Library
from service.sufficiency.judgement import Verdict
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "skin.md": digest(
        "skin infections",
        "## Treatment\n\nThe treatment of necrotising fasciitis is early surgery with antibiotics [@g].\n"
        "Fasciitis of the leg is treated with surgery at once [@g].",
        g={"doi": "10.1000/skin"},
    ),
    "gout.md": digest(
        "gout",
        "## Treatment\n\nThe treatment of a gout flare is colchicine at 500 micrograms two to four times daily [@g].",
        g={"doi": "10.1000/gout"},
    ),
    "eyes.md": digest(
        "Sjögren's syndrome",
        "## Treatment\n\nThe treatment of dry eyes in Sjögren's syndrome is artificial tears [@g].",
        g={"doi": "10.1000/eyes"},
    ),
}


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def ask(library: Library, question: str) -> Answer:
    return library.consult(Consultation(question, "c"))


@pytest.mark.parametrize(
    "question", ["What is the treatment of plantar fasciitis?", "How is plantar fasciitis treated with surgery?"]
)
def test_another_illness_of_the_same_kind_does_not_answer_and_the_one_asked_about_is_named(
    library: Library, question: str
) -> None:
    answer = ask(library, question)
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found == ["plantar fasciitis"]
    assert not statements_of(answer)


def test_where_another_illness_is_asked_about_as_well_the_one_that_is_lacking_decides_nothing(library: Library) -> None:
    answer = ask(library, "What is the treatment of a gout flare in plantar fasciitis?")
    assert "colchicine" in statements_of(answer)[0].text


def test_a_name_that_the_texts_only_spell_otherwise_is_not_lacking(library: Library) -> None:
    assessment = library.assess("What is the treatment of dry eyes in Sjogren syndrome?")
    assert assessment.verdict is Verdict.SUFFICIENT
    assert not assessment.not_found
