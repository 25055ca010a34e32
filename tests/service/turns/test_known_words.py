"""Whether the library speaks of what a message names: by any name of it, and whatever its figures are."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.turns.evidence_of_readings import _is_known


class Words:
    """A retriever that knows a few words."""

    def __init__(self, *known: str) -> None:
        self._known = set(known)

    def occurs(self, term: str) -> bool:
        return term in self._known


@pytest.mark.parametrize(
    ("text", "known"), [("Who wrote Hamlet?", False), ("Is TAF given, with CrCl 7, aged 71?", True)]
)
def test_an_abbreviation_counts_by_what_it_stands_for_and_a_figure_for_nothing(text: str, known: bool) -> None:
    library = Words("tenofovir", "alafenamid", "alafenamide", "age", "aged", "creatinin", "clearanc", "crcl")
    assert _is_known(analyse(text, shipped_glossary()), library) is known  # type: ignore[arg-type]
