"""What the documents of an edition are on by their titles, and whether a text has a name in it: as a phrase, whatever
its case, hyphens, apostrophes and plurals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.text import term_set, terms

Key = tuple[str, ...]  # a name by the terms of its words

_WORD = re.compile(r"[^\W_]+")
_SPOKEN = re.compile(r"\((?=[^)]*[A-Z]{2})(?:[A-Za-z]+[- ])+[A-Za-z]+\)")  # how it is pronounced: "(BRONG-ko-PUL-mo)"
_ENDS = re.compile(r"[.;:!?]\s")  # between two words that belong to no common name
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_ALSO = re.compile(r"^(?:also (?:known as|called)|or|formerly|previously)\s+", re.I)
_ABOUT = re.compile(r"^(?:what i need to know about|your guide to|understanding|about|what (?:is|are))\s+", re.I)
SHORT = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z0-9-]{1,8}")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
_OF_KINDS = frozenset(("type", "group", "variant", "subtyp", "form"))  # what a letter or a figure belongs to
_AROUND = 6  # words on each side of a name that may belong to a longer one
# What may stand in a title beside the name of its topic and makes it no other topic.
_GENERIC = term_set(
    "protocol guideline guidelines guidance pathway policy procedure dose dosing administration monitoring treatment "
    "management overview information leaflet syndrome disease disorder infection ward hospital adult adults patient "
    "patients use using prescribing summary care plan "
    "local standard operating sheet factsheet drug medicine tablets injection"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text by its term, with where it stands."""

    term: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def pieces(text: str) -> tuple[Piece, ...]:
    """The words of a text, without those that carry no meaning and the "s" of a possessive. The letter or figure of a
    type is kept, Roman figures as Arabic ones.
    """
    found: list[Piece] = []
    if "(" in text:
        text = _SPOKEN.sub(lambda match: " " * len(match[0]), text)
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word == "s" and text[match.start() - 1 : match.start()] in ("'", "’"):
            continue
        of_kind = bool(found) and found[-1].term in _OF_KINDS
        own = terms(word)
        if of_kind and word in _ROMAN:
            term = _ROMAN[word]
        elif own:
            term = own[0]
        elif of_kind or (match[0] == "A" and found):
            term = word
        else:
            continue
        found.append(Piece(term, match.start(), match.end()))
    return tuple(found)


def key_of(name: str) -> Key:
    """A name as it is looked for."""
    return tuple(piece.term for piece in pieces(name))


def places_of(keys: Iterable[Key], text: str) -> list[tuple[int, int, int, int]]:
    """Where a text has one of these names: its first and last word by number, and from and to which character."""
    there = pieces(text)
    in_order = [piece.term for piece in there]
    found = []
    for key in keys:
        for at in range(len(there) - len(key) + 1):
            run = there[at : at + len(key)]
            if in_order[at] == key[0] and tuple(in_order[at : at + len(key)]) == key and not _is_parted(run, text):
                found.append((at, at + len(key), run[0].start, run[-1].end))
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _is_parted(run: Sequence[Piece], text: str) -> bool:
    return any(_ENDS.search(text[one.end : other.start]) for one, other in pairwise(run))


def names_in_title(title: str) -> list[str]:
    """What a document with this title is on: the title, what of it stands before a colon or after a dash, without and
    in brackets ("Marburg fever (MHF)"), and put the other way round ("Fever, Marburg").
    """
    found = [title, title.split(": ")[0]]
    for name in list(found):
        found.append(_BRACKETS.sub("", name))
        found += [_ALSO.sub("", inside) for inside in _BRACKETS.findall(name) if _stands_for_it(inside)]
    found += [name.rsplit(" - ", 1)[1] for name in list(found) if " - " in name]
    found += [_ABOUT.sub("", name) for name in list(found)]
    for name in list(found):
        last, comma, first = name.partition(", ")
        if comma and ", " not in first and " and " not in f"{first} ":
            found.append(f"{first} {last}")
    return list(dict.fromkeys(name.strip(" ?.") for name in found))


def _stands_for_it(inside: str) -> bool:
    return SHORT.fullmatch(inside) is not None or _ALSO.match(inside) is not None


class Titles:
    """The titles of an edition's own documents. ``titles``: (document id, title)."""

    def __init__(self, titles: Iterable[tuple[str, str]]) -> None:
        self._on: dict[Key, set[str]] = {}
        self._with: dict[str, set[Key]] = {}
        self._names: dict[str, tuple[Key, ...]] = {}
        for document_id, title in titles:
            keys = tuple(dict.fromkeys(key for name in names_in_title(title) if (key := key_of(name))))
            self._names[document_id] = keys
            for key in keys:
                self._on.setdefault(key, set()).add(document_id)
                for term in key:
                    self._with.setdefault(term, set()).add(key)

    def __contains__(self, key: object) -> bool:
        return key in self._on

    def names_of(self, document_id: str) -> tuple[Key, ...]:
        """The names of what a document is on."""
        return self._names.get(document_id, ())

    def on(self, key: Key) -> frozenset[str]:
        """The ids of the documents that are on what has this name: by their titles, which say no more than how."""
        found = set(self._on.get(key, ()))
        first = min(key, key=lambda term: len(self._with.get(term, ())))
        for other in self._with.get(first, ()):
            if self._is_same(key, other):
                found |= self._on[other]
        return frozenset(found)

    def _is_same(self, key: Key, other: Key) -> bool:
        at = next((at for at in range(len(other) - len(key) + 1) if other[at : at + len(key)] == key), None)
        return at is not None and _GENERIC.issuperset((*other[:at], *other[at + len(key) :]))

    def is_inside_another(self, place: tuple[int, int, int, int], text: str) -> bool:
        """Whether a name that stands there is part of a longer one, of something else that a document is on."""
        there = [piece.term for piece in pieces(text)]
        first, last = place[:2]
        for start in range(max(0, first - _AROUND), first + 1):
            for end in range(last, min(len(there), last + _AROUND) + 1):
                longer = tuple(there[start:end])
                if end - start > last - first and longer in self._on:
                    rest = (*there[start:first], *there[last:end])
                    if not _GENERIC.issuperset(rest):
                        return True
        return False
