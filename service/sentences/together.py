"""Two drugs that are asked about together ("sertraline and linezolid together?").

What is said of one of them says nothing of both.
"""

from __future__ import annotations

import re

from corpus.glossary import Entry, Glossary
from service.analysis.facets import assumes
from service.analysis.question import Question, QuestionKind
from service.analysis.ruled_out import asks_for_another
from service.sentences.candidates import Candidate, names
from service.sentences.comparing import pairs_in
from service.sentences.neighbours import is_on
from service.sentences.told_of_drugs import is_of

_JOINED = re.compile(
    r"^[^?.;]{0,25}?(?:\b(?:and|with|plus|alongside)|\bon top of|\+|"
    r"\bin (?:a |an )?(?:patients?|man|woman|someone) (?:on|taking))\s*$",
    re.I,
)
_TOGETHER = re.compile(
    r"\btogether\b|\bcombin(?:e|ed|es|ing)\b|\binteract\w*|\bsafe(?:ly)?\b|\bok(?:ay)?\b|\bat the same time\b|"
    r"\b(?:given|taken|used|prescribed|add(?:ed)?|have|take|give)\b[^?.]*\b(?:with|on top of)\b",
    re.I,
)
_SHORT = re.compile(r"^\W*\S+(?: \S+)? (?:with|plus|\+) \S+(?: \S+)?\W*$", re.I)  # "apixaban with carbamazepine?"
_TWO = 2


class Pair:
    """Two drugs of a question that asks about both at once."""

    def __init__(self, one: Entry, other: Entry, glossary: Glossary) -> None:
        self.both = (one, other)
        self._glossary = glossary

    def named_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on both, each by its name or by its class; a leaflet names a wide class ("a blood
        thinner") where it means each of it, so that there one by its own name and any class of the other will do.
        """
        on = [is_on(candidate, drug, self._glossary) for drug in self.both]
        if all(on) or candidate.document.audience != "patient":
            return all(on)
        return any(
            names(one, candidate) and is_of(candidate, (other,), self._glossary)
            for one, other in (self.both, self.both[::-1])
        )

    def missing(self) -> str:
        """How a clinician names what is not found."""
        return f"{self.both[0].term} together with {self.both[1].term}"


def pair_of(question: Question, glossary: Glossary) -> Pair | None:
    """The two drugs that a question asks about together; None where it asks so of none."""
    text = question.text
    asks = question.kind is QuestionKind.INTERACTION or _TOGETHER.search(text) or _SHORT.match(text)
    if not asks or assumes(text) or asks_for_another(text) or question.kind is QuestionKind.DOSE:
        return None
    pairs = list(pairs_in(question, ("drug",)))
    if len({entry.term for one, other, _ in pairs for entry in (one, other)}) != _TWO:
        return None
    return next((Pair(one, other, glossary) for one, other, between in pairs if _JOINED.match(between)), None)
