"""What a sentence of a hospital's own text leaves to the headings above it: its drug, its illness, for whom it is.

A digest's sentence stands alone. One of another text ("Take a level after 6 hours", below "Gentamicin") is told after
the heading that says what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.document import Document
from corpus.glossary import shipped_glossary
from corpus.text import normalise, term_set
from service.sentences.people import (
    BREASTFEEDING,
    CHILDREN_AND_CHILDHOOD,
    DIALYSIS,
    PREGNANCY_AND_FETUS,
    terms_naming_people,
)

_KINDS = ("drug", "procedure", "condition")
_NUMBERING = re.compile(r"^(?:section\s+)?\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\D)", re.I)
# For whom: what is said of these must not be read as said of all.
_PEOPLE = (CHILDREN_AND_CHILDHOOD, PREGNANCY_AND_FETUS, BREASTFEEDING, DIALYSIS)
_LONGEST = 14  # words of a heading or title that is told


def context_of(text: str, document: Document, section: int) -> str:
    """The title or headings that ``text``, a sentence of ``document``, is told after; empty where it needs none."""
    if document.kind != "document":
        return ""
    part = document.sections[section]
    told: list[str] = []
    said = text
    for heading in _above(document, part.headings):
        if _adds(heading, said) or (part.ordered and heading == _bare(part.heading) and _new(heading, text)):
            told.insert(0, heading)
            said = f"{heading} {said}"
    return ", ".join(told)


def _above(document: Document, headings: tuple[str, ...]) -> Iterator[str]:
    """Headings, the innermost first, then the title; without numbers, and without what is too long to be told."""
    for heading in (*reversed(headings), document.title):
        bare = _bare(heading)
        if bare and len(bare.split()) <= _LONGEST:
            yield bare


def _bare(heading: str) -> str:
    return _NUMBERING.sub("", normalise(heading)).strip(" :.")


def _new(heading: str, text: str) -> bool:
    return not term_set(heading) & term_set(text)


@lru_cache(maxsize=20_000)
def _adds(heading: str, text: str) -> bool:
    """Whether a heading names a drug, procedure or illness where the text names none, or people where it does not."""
    if _kinds(heading) - _kinds(text):
        return True
    there, above = terms_naming_people(text), terms_naming_people(heading)
    return any(people.named_in(above) and not people.named_in(there) for people in _PEOPLE)


@lru_cache(maxsize=20_000)
def _kinds(text: str) -> frozenset[str]:
    """The kinds of what a text names."""
    return frozenset(m.entry.kind for m in shipped_glossary().find(text) if m.entry.kind in _KINDS)
