"""Parts of one text that are built alike: an operation, a drug or an age a chapter, each with the same headings in it.

"The catheter comes out on day 3", below "Drains" below "Anterior resection", says nothing without the operation, and is
no answer for another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.document import Document
from corpus.glossary import Glossary
from corpus.text import normalise, term_set
from service.analysis.question import FRAME_WORDS, Question
from service.sentences.people import (
    BREASTFEEDING,
    CHILDREN_AND_CHILDHOOD,
    DIALYSIS,
    PREGNANCY_AND_FETUS,
    terms_naming_people,
)

Path = tuple[str, ...]  # headings, the outermost first

_NUMBERING = re.compile(r"^(?:section\s+)?\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\D)", re.I)
_PEOPLE = (CHILDREN_AND_CHILDHOOD, PREGNANCY_AND_FETUS, BREASTFEEDING, DIALYSIS)
# What such a part says holds for the others, too.
_FOR_ALL = re.compile(
    r"\b(?:all|any|every|everyone|everybody|general|generally|common|overview|introduction|principles?|summary|basics?|both)\b",
    re.I,
)
_FRAME = frozenset(term for word in FRAME_WORDS for term in term_set(word)) - term_set("adult adults")


def bare(heading: str) -> str:
    """A heading without its number and the signs at its end."""
    return _NUMBERING.sub("", normalise(heading)).strip(" :.")


@dataclass(frozen=True)
class _Plan:
    """The headings of a text: which parts of it are built alike."""

    below: dict[Path, frozenset[Path]]  # of each part, the headings inside it, as they are compared
    alike: dict[Path, tuple[Path, ...]]  # of each part, those beside it that are built as it is
    endings: dict[Path, int]  # how many different places end in these headings

    def told_apart(self, path: Path) -> Path:
        """The headings of ``path`` without which what stands there could stand elsewhere, too."""
        told = {place for place in range(len(path)) if path[: place + 1] in self.alike}
        keys = _keys(path)
        for start in range(len(path) - 1, 0, -1):
            if self.endings.get(keys[start:], 0) < 2:
                break
            told.add(start - 1)
        return tuple(path[place] for place in sorted(told | {len(path) - 1})) if told else ()


def told_apart(document: Document, section: int) -> Path:
    """The headings that tell a section of a hospital's text from others that are built or headed alike, its own heading
    the last; mostly none.
    """
    path = document.sections[section].headings
    return _plan_of(document).told_apart(path) if path and document.kind == "document" else ()


def named_parts(
    document: Document, question: Question, glossary: Glossary, rarity: Callable[[str], float]
) -> set[Path]:
    """The parts of a text that a question names, of those that are built alike: by the rarest word of their heading, a
    concept in it, or the people that it is for. Of two, one that is named by more words only.
    """
    if document.kind != "document":
        return set()
    plan = _plan_of(document)
    asked = term_set(question.text)
    concepts = {entry.term for entry in question.entries}
    people = terms_naming_people(question.text)
    named: dict[Path, frozenset[str]] = {}
    for part in plan.alike:
        heading = bare(part[-1])
        own = term_set(heading) - _FRAME
        shared = own & asked
        rarest = max(map(rarity, own), default=0.0)
        by_word = any(rarity(term) >= rarest for term in shared)
        by_concept = any(mention.entry.term in concepts for mention in glossary.find(heading))
        there = terms_naming_people(heading)
        if by_word or by_concept or any(who.named_in(there) and who.named_in(people) for who in _PEOPLE):
            named[part] = shared
    return {
        part
        for part, shared in named.items()
        if not any(shared < named[other] for other in plan.alike[part] if other in named)
    }


def in_another(document: Document, section: int, named: set[Path]) -> bool:
    """Whether a section stands in a part that is built as one of ``named`` is, and is none of these itself."""
    plan = _plan_of(document)
    return any(
        part not in named and not named.isdisjoint(plan.alike.get(part, ())) and not _FOR_ALL.search(part[-1])
        for part in _prefixes(document.sections[section].headings)
    )


def within(path: Path, named: set[Path]) -> bool:
    """Whether headings stand in one of the parts ``named``."""
    return any(part in named for part in _prefixes(path))


def _prefixes(path: Path) -> Iterator[Path]:
    return (path[:length] for length in range(1, len(path) + 1))


def _keys(path: Sequence[str]) -> Path:
    return tuple(bare(heading).casefold() for heading in path)


def _plan_of(document: Document) -> _Plan:
    return _plan(tuple(section.headings for section in document.sections))


@lru_cache(maxsize=256)
def _plan(paths: tuple[Path, ...]) -> _Plan:
    places = list(dict.fromkeys(path for path in paths if path))
    inside: dict[Path, set[Path]] = {}
    endings: dict[Path, int] = {}
    for path in places:
        keys = _keys(path)
        for length in range(1, len(path) + 1):
            inside.setdefault(path[:length], set())
            inside[path[:length]].update(keys[length:end] for end in range(length + 1, len(path) + 1))
            endings[keys[-length:]] = endings.get(keys[-length:], 0) + 1
    below = {part: frozenset(keys) for part, keys in inside.items()}
    beside: dict[tuple[Path, Path], list[Path]] = {}  # parts of one parent that have a heading in common
    for part, own in below.items():
        for key in own:
            beside.setdefault((part[:-1], key), []).append(part)
    alike: dict[Path, tuple[Path, ...]] = {}
    for part, own in below.items():
        others = dict.fromkeys(other for key in own for other in beside[part[:-1], key] if other != part)
        found = tuple(o for o in others if 2 * len(own & below[o]) >= max(len(own), len(below[o])))
        if found:
            alike[part] = found
    return _Plan(below, alike, endings)
