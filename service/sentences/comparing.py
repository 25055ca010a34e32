"""Two that a question sets against each other ("prasugrel or ticagrelor, which is better?"), and what compares them.

A sentence on one of the two, or on both without setting them against each other, says nothing of which is better:
where no other is found, that is told, and what is known of each stands side by side.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from corpus.glossary import Entry, Glossary
from service.analysis.facets import assumes
from service.analysis.question import Question, QuestionKind
from service.sentences.candidates import Candidate

_THAN = r"(?:better|safer|stronger|superior|inferior|(?:more|less) \w+|as \w+)(?: \w+){0,3}? (?:than|to|as)"
_BETWEEN = re.compile(
    r"^[^\w?.]*(?:or|versus|vs\.?|against|and|compared (?:with|to)|rather than|over|than|"
    rf"(?:\w+ ){{0,3}}?{_THAN})[^\w?.]*$",
    re.I,
)
_IN_SO_MANY_WORDS = re.compile(r"\b(?:versus|vs\.?|compared|than|as \w+ as|superior|inferior)(?!\w)", re.I)
_WHICH = re.compile(
    r"\bwhich\b|\bbetter\b|\bbest\b|\bsafer\b|\bprefer\w*|\bstronger\b|\bcompare\w*|\bdifferences? between\b|"
    r"\bor\b.*\bfirst\b",
    re.I,
)
# What comes of each is compared: that one is given first does not tell it.
_OF_OUTCOME = re.compile(
    r"\b(?:more|less|fewer|faster|lower|superior|inferior|effective|as good|works? (?:better|best))\b", re.I
)
_SETS_AGAINST = re.compile(
    r"\b(?:than|against|versus|vs|compar\w+|whereas|while|unlike|rather|prefer\w*|superior\w*|(?:non-?)?inferior\w*|"
    r"equivalen\w*|equal\w*|alternativ\w*|instead|either|similar\w*|differ\w*|better|safer|"
    r"(?:first|second)[- ](?:line|choice|drug)|of choice|as (?:effective|safe|good|well|often)|respectively|"
    r"replac\w+)\b|\bover (?!\d|the |an? |one |two |several |time)",
    re.I,
)
_FIRST = re.compile(
    r"\bfirst[- ](?:line|choice|drug|agent)|\binitial (?:drug|treatment|choice)|\bprefer\w*|\bof choice\b|"
    r"\bstart\w* with\b",
    re.I,
)


class Sides:
    """The two that a question compares."""

    def __init__(self, one: Entry, other: Entry, question: Question, glossary: Glossary) -> None:
        self.both = (one, other)
        self._names = (_names_of(one, other, glossary), _names_of(other, one, glossary))
        self._of_outcome = _OF_OUTCOME.search(question.text) is not None

    def compared_by(self, candidate: Candidate) -> bool:
        """Whether a sentence sets one against the other, or puts one first where it is not asked what comes of them."""
        named = [_is_named(names, candidate.own_terms) for names in self._names]
        if all(named):
            return _SETS_AGAINST.search(candidate.text) is not None
        return any(named) and not self._of_outcome and _FIRST.search(candidate.text) is not None

    def unnamed_in(self, candidates: Sequence[Candidate]) -> list[Entry]:
        """The sides that none of ``candidates`` names."""
        return [
            side
            for side, names in zip(self.both, self._names, strict=True)
            if not any(_is_named(names, candidate.own_terms) for candidate in candidates)
        ]

    def missing(self) -> str:
        """How a clinician names what is not found."""
        return f"a comparison of {self.both[0].term} with {self.both[1].term}"


def sides_of(question: Question, glossary: Glossary) -> Sides | None:
    """The two drugs, procedures or tests that a question compares; None where it compares none."""
    text = question.asking
    compares = _IN_SO_MANY_WORDS.search(text) or _WHICH.search(text) or question.kind is QuestionKind.COMPARISON
    if assumes(text) or not compares:
        return None
    for one, other, between in pairs_in(question, ("drug", "procedure", "test")):
        if _BETWEEN.match(between):
            return Sides(one, other, question, glossary)
    return None


def pairs_in(question: Question, kinds: Collection[str]) -> Iterator[tuple[Entry, Entry, str]]:
    """Each two concepts of one kind that a question itself names, the next of ``kinds`` after the one before, and what
    stands between them.
    """
    named = [m for m in question.mentions if m.entry.term not in question.carried and m.entry.kind in kinds]
    for first, second in pairwise(named):
        if first.entry.kind == second.entry.kind and first.entry.term != second.entry.term:
            yield first.entry, second.entry, question.text[first.end : second.start]


def _names_of(one: Entry, other: Entry, glossary: Glossary) -> tuple[Entry, ...]:
    """A side, its members and its classes, without those of the other side, too: what is said of a class that has both
    compares none.
    """
    theirs = {entry.term for entry in glossary.family_of(other)}
    return tuple(entry for entry in glossary.family_of(one) if entry.term not in theirs)


def _is_named(names: Iterable[Entry], there: frozenset[str]) -> bool:
    return any(entry.named_in(there) for entry in names)
