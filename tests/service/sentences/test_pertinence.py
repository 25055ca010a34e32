"""Equally likely sentences: those near the statement that an answer begins with belong into it, others do not."""

from __future__ import annotations

import pytest

from service.sentences.pertinence import pertinent
from tests.fakes import digest
from tests.service.conftest import LibraryOf

ASKED = "At what potassium is spironolactone stopped?"
FIRST = "Spironolactone is stopped when potassium exceeds 6.0 mmol/L"
LIKELY = 0.05


def belongs(library_of: LibraryOf, text: str, heading: str) -> bool:
    """Whether ``text`` under ``heading`` belongs into the answer that begins with ``FIRST``."""
    body = f"## Monitoring\n\n{FIRST} [@g].\n\n## {heading}\n\n{text} [@g]."
    library = library_of({"text.md": digest("text", body)})
    with library.using(None) as reading:
        material = library.material(ASKED, reading)
        found = material.found
        first = next(candidate for candidate in found if candidate.text.startswith(FIRST))
        others = [candidate for candidate in found if candidate is not first]
        for candidate in others:
            candidate.useful = LIKELY
        assert [candidate.text for candidate in others] == [f"{text}."]
        return bool(pertinent(material, others, first))


@pytest.mark.parametrize(
    "text",
    [
        "Gynaecomastia in men on digoxin is looked into",  # another drug
        "Ascites is graded from 1 to 3 by its amount",  # another matter
        "Sodium below 125 mmol/L is a reason to restrict water",  # another test
    ],
)
def test_what_is_far_from_the_first_statement_does_not_belong(library_of: LibraryOf, text: str) -> None:
    assert not belongs(library_of, text, "Background")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Spironolactone is halved when potassium is 5.5 to 6.0 mmol/L", "Monitoring"),
        ("Potassium is measured a week after spironolactone is started", "Follow-up"),
    ],
)
def test_what_is_said_in_the_same_breath_belongs(library_of: LibraryOf, text: str, heading: str) -> None:
    assert belongs(library_of, text, heading)


def test_of_nothing_nothing_belongs(library_of: LibraryOf) -> None:
    library = library_of({"text.md": digest("text", f"## Monitoring\n\n{FIRST} [@g].")})
    with library.using(None) as reading:
        material = library.material(ASKED, reading)
        assert pertinent(material, [], material.found[0]) == []
