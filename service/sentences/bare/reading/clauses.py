"""Of which of the drugs or illnesses that a sentence names something in it is said.

"X is given, and Y (not in pregnancy)" says nothing of X in pregnancy. Clauses are told apart, what stands in brackets
is of what is named right before them, and what is only told of whom it is for ("in penicillin allergy", "patients on
Y") is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from service.sentences.bare.reading.lists import joins, run_to
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import Place

_BRACKET = re.compile(r"\s?\(([^()]*)\)")
_OPENS = re.compile(
    r"[;:]\s+|,\s+(?=(?:and|but|or|nor|whereas|while|although|though|because|since|so|it|until|unless|as)\b)|"
    r"\s+(?=(?:whereas|although|though|because|since|unless|until)\s)",
    re.I,
)
# A verb of such sentences: what has none is no clause of its own.
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|do|does|did|don['’]t|may|might|can|could|will|would|should|must|cannot|"
    r"needs?|causes?|caused|raise[sd]?|increase[sd]?|reduce[sd]?|lowers?|carr(?:y|ies)|brings?|leads?|led|harms?|makes?|"
    r"warns?|names?|lists?|states?|says?|gives?|gave|takes?|uses?|used|recommends?|suggests?|advises?|advised|offers?|considers?|"
    r"excludes?|contra-?indicates?|contra-?indicated|avoids?|allows?|accepts?|rules?|stops?|keeps?|asks?|requires?|calls?|prefers?|"
    r"treats?|starts?|begins?|continues?|remains?|worsens?|impairs?|occur(?:s|red)?|inhibits?|includes?|comes?|"
    r"counts?|adds?|holds?|shows?|showed|found|finds?|occurs|weakens?|doubles?|prolongs?|tell|avoid|know|see|call|get|lets?)\b",
    re.I,
)
_ALLERGY = re.compile(
    r"[\s-]*(?:or [\w-]+ )?(?:allerg\w+|hypersensitiv\w+|intoleran\w+|poisoning|overdos\w+|toxicity scale|levels?\b)",
    re.I,
)
_GOVERNED = re.compile(
    r"\b(?:with|over|than|(?<!added )to|from|by|before|during|after|on|plus|without|and not|but not)\s+"
    r"(?:an?\s|the\s|other\s|oral\s|intravenous\s|planned\s)*$",
    re.I,
)
# "NICE offers an antibiotic": one of a class, and not whichever.
_ONE_OF_THEM = re.compile(
    r"\b(?:offers?|gives?|adds?|starts?|recommends?|needs?|prescribes?|considers?|takes?|receives?|chooses?) (?:\w+ )?an? (?:\w+ )?$",
    re.I,
)
# In front of a name that only tells for whom something is: who takes it, is allergic to it, does without it.
_OF_WHOM = re.compile(
    r"\b(?:allergic to|(?:allergy|hypersensitivity|intolerance|reactions?) to|taking|(?:who|you|they|patients|people|women|already) (?:\w+ )?(?:takes?|starts?|needs?|uses?)|without|unlike|instead of|"
    r"in place of|(?:patients|people|women|men|adults|those|one|anyone|someone|you(?:['’]re| are)?|children|infants|woman) (?:\w+ )?(?:on|given|receiving|using)|"
    r"on an?)\s+(?:[\w-]+,? (?:and |or )?){0,3}?(?:an?\s|the\s|any\s|your\s)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place at which a drug or illness is named. ``own``: that is the subject of the question; ``governed``: by what
    stands right before it it is beside something else ("with Y", "than Y", "to Y"); ``aside``: it only tells for whom
    something is ("people on Y", "in Y allergy").
    """

    start: int
    end: int
    own: bool
    governed: bool
    aside: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its place, its text with brackets blanked and names dotted out, what it names."""

    start: int
    text: str
    named: tuple[Named, ...]
    aside: tuple[Named, ...]  # what it names only to tell for whom something is

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    def names_before(self, place: int) -> list[Named]:
        """What is named before a place of the sentence."""
        return [name for name in self.named if name.end <= place]

    def names_behind(self, place: int) -> list[Named]:
        """What is named behind it."""
        return [name for name in self.named if name.start >= place]


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in a bracket, and what is named right before it."""

    text: str
    named: tuple[Named, ...]

    @property
    def own(self) -> bool:
        """Whether it is of the subject of the question."""
        return any(name.own for name in self.named)


def itself_first(said: Said) -> int:
    """How near what a sentence names is to the subject: 2 that itself, 1 a class of it, 0 a kind of it only."""
    return 2 if set(said.itself) - set(said.classes) else int(bool(said.itself))


@lru_cache(maxsize=256)  # several asks, and what ranks, look at the same sentence
def clauses_of(said: Said) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order. One without a verb belongs to the one before it, or, as the first, to the
    next.
    """
    flat = said.masked
    for start, end in _brackets(said):
        flat = f"{flat[:start]}{' ' * (end - start)}{flat[end:]}"
    everything = _named(said)
    named = [name for name in everything if not name.aside]
    starts = [0, *(match.end() for match in _OPENS.finditer(flat)), len(flat)]
    pieces: list[Place] = []
    for start, end in pairwise(starts):
        whole = bool(pieces) and _says_something(flat, *pieces[-1], named)
        parted = whole and (flat[:start].rstrip().endswith(";") or _says_something(flat, start, end, named))
        if pieces and not parted:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return tuple(
        Clause(
            start,
            flat[start:end],
            tuple(name for name in named if start <= name.start < end),
            tuple(name for name in everything if start <= name.start < end and name.aside),
        )
        for start, end in pieces
    )


def notes_of(said: Said) -> Iterator[Note]:
    """What stands in brackets behind names: of the last of these, and of those before it with "and" ("X and Y (not in
    …)").
    """
    named = [name for name in _named(said) if not name.aside]
    for start, end in _brackets(said):
        before = [name for name in named if name.end <= start]
        if before:
            joined = chain(said.text, before)
            together = re.search(r"\bor\b|,", said.text[joined[0].end : joined[-1].start]) is None
            yield Note(said.text[start:end], tuple(joined if together else joined[-1:]))


def chain(text: str, before: list[Named]) -> list[Named]:
    """The last of what is named, and what is joined to it ("X, Y and Z")."""
    return before[-len(run_to(text, [(name.start, name.end) for name in before])) :]


def alone_before(said: Said, clauses: Sequence[Clause], at: int) -> list[Named]:
    """What the clause at ``at``, which names nothing, goes on with: what was named last, if it is one thing or things
    that are joined.
    """
    for clause in reversed(clauses[:at]):
        if clause.named or clause.aside:
            joined = chain(said.text, list(clause.named)) if clause.named else []
            return joined if len(joined) == len(clause.named) and not clause.aside else []
    return []


def _says_something(flat: str, start: int, end: int, named: list[Named]) -> bool:
    """Whether a piece has a verb, or does without to say something of another thing: "or Y in …"."""
    another = flat[start : start + 3].casefold() == "or " and any(start <= name.start < end for name in named)
    return another or _VERB.search(flat, start, end) is not None


def _brackets(said: Said) -> list[Place]:
    """Where brackets stand, but for those that only name the thing again or give examples of it."""
    found = [(match.start(), match.end(), match.start(1), match.end(1)) for match in _BRACKET.finditer(said.text)]
    masked = said.masked
    return [
        (start, end)
        for start, end, inner, stop in found
        if not ("·" in masked[inner:stop] and re.fullmatch(r"(?:[·,/\s-]|and|or|e\.g\.|such as)+", masked[inner:stop]))
    ]


def _named(said: Said) -> list[Named]:
    """What is named, without what stands in brackets. Where the subject is named itself, its class is another thing."""
    brackets, text = _brackets(said), said.text
    itself = [place for place in said.names if place not in said.classes]
    own = itself or [place for place in said.names if not _ONE_OF_THEM.search(text[: place[0]])]
    places = [*said.names, *said.others]
    found: list[Named] = []
    ended = False  # the list that the last one is in: "on X or Y, Z is given"
    for start, end in sorted(places):
        if any(first <= start < last for first, last in brackets):
            continue
        last = found[-1] if found and not ended else None
        between = text[last.end : start] if last is not None and (last.governed or last.aside) else ""
        joined = joins(between) and _goes_on(between, text[end:])
        ended = joined and re.search(r"\b(?:and|or)\b", between) is not None
        governed = _GOVERNED.search(text[:start]) is not None or (joined and last is not None and last.governed)
        aside = _is_aside(text, start, end) or (joined and last is not None and last.aside)
        found.append(Named(start, end, (start, end) in own, governed, aside))
    return found


def _goes_on(between: str, behind: str) -> bool:
    """Whether a list goes on: "on X, Y and Z", and not "before X, Y is given"."""
    last = re.search(r"\b(?:and|or|such|like|including)\b|[/(]", between) is not None
    return last or re.match(r"\s*(?:\([^)]*\)\s*)?(?:,|and\b|or\b)", behind) is not None


def _is_aside(text: str, start: int, end: int) -> bool:
    """Whether what is named there only tells for whom something is."""
    return _ALLERGY.match(text[end:]) is not None or _OF_WHOM.search(text[:start]) is not None
