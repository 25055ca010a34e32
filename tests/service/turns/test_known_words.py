"""Whether the library speaks of what a message names: by any name of it, and whatever its figures are."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.turns.known_words import is_known

TERMS = frozenset(("tenofovir", "alafenamid", "alafenamide", "age", "aged", "creatinin", "clearanc", "crcl"))


@pytest.mark.parametrize(
    ("text", "known"), [("Who wrote Hamlet?", False), ("Is TAF given, with CrCl 7, aged 71?", True)]
)
def test_an_abbreviation_counts_by_what_it_stands_for_and_a_figure_for_nothing(
    text: str, known: bool, glossary: Glossary
) -> None:
    assert is_known(analyse(text, glossary), TERMS.__contains__) is known
