"""A name that no glossary has and a question asks about: a rare illness, a hospital's own drug or pathway."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary, Mention
from corpus.text import term_set
from service.retrieval.titles import Key, Titles, places_of

_KIND_BEHIND = re.compile(
    r"[\s,]+(?:types? )?(?:\d{1,2}[A-Z]?|I{2,3}|IV|VI{0,3}|[A-Z])\b(?![%.,]\d|\s?(?:%|mg|percent|in|of|per|to|or)\b)"
)
_JOINED_BEFORE = re.compile(r"\w[-‐–]$")


@dataclass(frozen=True, eq=False)  # each is one of its question
class OwnName:
    """What a question asks of a name that no glossary has."""

    entry: Entry
    asks: str  # which of the things that are asked of such a thing
    keys: tuple[Key, ...]
    shorts: frozenset[str]  # of these, letters that count in capitals only
    documents: frozenset[str]  # ids of those that are on it by their titles
    nowhere: bool  # whether no title and no text has it
    titles: Titles

    def places_in(self, text: str) -> list[tuple[int, int]]:
        """Where a text names it, and no other thing that has the name in its own."""
        if not self.entry.named_in(term_set(text)):
            return []
        found: list[tuple[int, int]] = []
        for place in places_of(self.keys, text):
            start, end = place[2:]
            if found and start < found[-1][1]:
                continue
            is_short = place[1] - place[0] == 1 and text[start:end].lower() in {s.lower() for s in self.shorts}
            if is_short and text[start:end] not in self.shorts:
                continue
            if _JOINED_BEFORE.search(text[:start]) or _KIND_BEHIND.match(text[end:]):
                continue
            if not self.titles.is_inside_another(place, text):
                found.append((start, end))
        return found


class GlossaryWithName(Glossary):
    """A glossary that knows one name more, of which it finds every spelling that :class:`OwnName` does."""

    def __init__(self, base: Glossary, own: OwnName) -> None:
        super().__init__(())
        self._base, self.own = base, own

    def _find(self, text: str) -> tuple[Mention, ...]:
        known = self._base.find(text)
        places = self.own.places_in(text)
        if not places:
            return tuple(known)
        longer = [m for m in known if any(m.start <= s and e <= m.end and m.end - m.start > e - s for s, e in places)]
        named = [
            Mention(self.own.entry, start, end)
            for start, end in places
            if not any(m.start <= start and end <= m.end for m in longer)
        ]
        apart = [m for m in known if not any(m.start < own.end and own.start < m.end for own in named)]
        return tuple(sorted([*apart, *named], key=lambda mention: mention.start))

    def classes_of(self, entry: Entry) -> tuple[Entry, ...]:
        """See :class:`Glossary`."""
        return self._base.classes_of(entry)

    def get(self, term: str) -> Entry | None:
        """See :class:`Glossary`."""
        return self.own.entry if term == self.own.entry.term else self._base.get(term)


def without_places(text: str, places: Sequence[tuple[int, int]]) -> str:
    """A text with blanks at these places, of the same length."""
    for start, end in places:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
