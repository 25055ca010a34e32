"""What a sentence of a hospital's own text leaves to the headings above it: its drug, its illness, for whom it is.

A digest's sentence stands alone. One of another text ("Take a level after 6 hours", below "Gentamicin") is told after
the heading that says what it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from corpus.document import Document
from corpus.glossary import shipped_glossary
from corpus.text import term_set
from service.sentences.parts import bare, told_apart
from service.sentences.people import (
    ADULTS,
    BREASTFEEDING,
    CHILDREN_AND_CHILDHOOD,
    DIALYSIS,
    PREGNANCY_AND_FETUS,
    terms_naming_people,
)

_KINDS = ("drug", "procedure", "condition")
# For whom: what is said of these must not be read as said of all.
_PEOPLE = (CHILDREN_AND_CHILDHOOD, PREGNANCY_AND_FETUS, BREASTFEEDING, DIALYSIS)
_LONGEST = 14  # words of a heading or title that is told


def context_of(text: str, document: Document, section: int) -> str:
    """The title or headings that ``text``, a sentence of ``document``, is told after; empty where it needs none."""
    if document.kind != "document":
        return ""
    part = document.sections[section]
    apart = {bare(heading) for heading in told_apart(document, section)}
    told: list[str] = []
    said = text
    for heading in _above(document, part.headings):
        own = part.ordered and heading == bare(part.heading)
        needed = (heading in apart and not term_set(heading) <= term_set(text)) or (own and _new(heading, text))
        if needed or _adds(heading, said) or _for_adults(heading, said, document):
            told.insert(0, heading)
            said = f"{heading} {said}"
    return ", ".join(told)


def _above(document: Document, headings: tuple[str, ...]) -> Iterator[str]:
    """Headings, the innermost first, then the title; without numbers, and without what is too long to be told."""
    for heading in map(bare, (*reversed(headings), document.title)):
        if heading and len(heading.split()) <= _LONGEST:
            yield heading


def _new(heading: str, text: str) -> bool:
    return not term_set(heading) & term_set(text)


def _for_adults(heading: str, text: str, document: Document) -> bool:
    """Whether a heading names adults, in a text that has other ones for children, and ``text`` nobody."""
    above, there = terms_naming_people(heading), terms_naming_people(text)
    if not ADULTS.named_in(above) or any(people.named_in(there) for people in (ADULTS, *_PEOPLE)):
        return False
    return any(
        CHILDREN_AND_CHILDHOOD.named_in(terms_naming_people(name))
        for section in document.sections
        for name in section.headings[-2:]
    )


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
