"""What is told of everyday life beside a question is not named as what the library lacks."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.consultation import Consultation
from service.sufficiency.only_told import only_told
from tests.fakes import digest
from tests.service.conftest import LibraryOf


def _told(question: str, *candidates: str) -> set[str]:
    return only_told(analyse(question, shipped_glossary()), candidates)


def test_an_answer_that_is_left_open_names_what_is_asked_and_not_the_weekend(library_of: LibraryOf) -> None:
    text = digest("gout", "## Treatment\n\nGout flares are treated with colchicine [@g].", g={"doi": "10.1000/gout"})
    question = "I was at a barbecue at the weekend, can I still take my metronidazole?"
    answer = library_of({"gout.md": text}).consult(Consultation(question, "c"))
    assert not {"weekend", "barbecue"} & set(answer.not_found)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("My neighbour's gout flared after a barbecue, what can he take?", "barbecue"),
        ("68 year old retired bus driver with AF, plays golf: can he have ibuprofen?", "golf"),
        ("Flying to Spain for a holiday, do I take my methotrexate?", "holiday"),
    ],
)
def test_what_is_only_told_is_told(question: str, word: str) -> None:
    assert _told(question, word) == {word}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("She drinks 6 beers at the weekend", "weekend"),  # nothing else is asked
        ("Is golf bad for a new hip?", "golf"),
        ("She has hives, what cream?", "hives"),
        ("He is on zorpax, can he have ibuprofen?", "zorpax"),
        ("Milky fluid on the tap in a cirrhotic: what next?", "milky"),  # a finding
        ("Barbecue on Friday, is a barbecue bad for gout?", "barbecue"),
    ],
)
def test_what_is_asked_about_or_what_somebody_has_or_takes_is_not(question: str, word: str) -> None:
    assert not _told(question, word)


GOUT = "## Treatment\n\nGout flares are treated with colchicine [@g]."


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("AF and gout, on the ward since Tuesday. How many grams of colchicine per hour?", "colchicine"),
        ("whats the biggest number of flares of gout per year", "gout"),
    ],
)
def test_stray_words_are_not_named_as_lacking(library_of: LibraryOf, question: str, named: str) -> None:
    answer = library_of({"gout.md": digest("gout", GOUT, g={"doi": "10.1000/gout"})}).consult(
        Consultation(question, "c")
    )
    assert answer.not_found
    assert all(named in name for name in answer.not_found)


def test_a_name_that_no_text_has_is_named_itself(library_of: LibraryOf) -> None:
    library = library_of({"gout.md": digest("gout", GOUT, g={"doi": "10.1000/gout"})})
    answer = library.consult(Consultation("Is gout seen with capillaroscopy on our ward?", "c"))
    assert answer.not_found == ["capillaroscopy"]
