"""Whether a question asks when a drug or procedure is begun in an illness, and which sentence says that of it.

A time that is told of something else, or of the drug in another illness, is no answer, however near it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Entry, Glossary, Mention
from service.analysis.question import Question
from service.sentences.astray import in_illness
from service.sentences.candidates import Candidate, names

_BEGUN = r"(?:start|begin|begun|began|initiat|commenc|introduc)\w*"
_ASKED = re.compile(
    rf"\bwhen (?:to|(?:should|do|does|must|can|would|shall|is|are)\b[^?,.;]{{0,60}}?) {_BEGUN}\b(?! again)", re.I
)
_RIGHT_BEHIND = re.compile(r"\s+(?:(?!(?:for|in|of|with|after|before|on|to|when|if)\b)[\w-]+\s+){0,2}", re.I)
_BEGINS = re.compile(
    rf"\b{_BEGUN}|\bas early as possible\b|\b(?:immediate(?:ly)?|promptly|early|delay\w*|deferred)\b", re.I
)
# In whom or at what something is given tells when, too.
_CASE = re.compile(
    r"\b(?:if|when|once|unless|until|whose|with|above|below|over|under|from|at least|before|after|on day|regardless|"
    r"whatever|or (?:more|less))\b|[<>≥≤]",
    re.I,
)
_GIVEN = re.compile(
    r"\b(?:recommend\w*|consider\w*|offer\w*|indicated|suggest\w*|give[ns]?|need(?:s|ed)?|advised?|advises|treat(?:s|ed)?|"
    r"added|options?|preferred|reasonable|(?:should|may|can) (?:be|get|receive)|should have)\b",
    re.I,
)
_NEAR = 80  # characters on either side of the name within which it is said that it is given
# Before a name: who has it already, who has not, who may come to it.
_NOT_GIVEN = re.compile(
    r"\b(?:without|outside|on|tak(?:es?|ing)|risk of|needing|already (?:on|taking)|besides|not)\s+(?:an?\s+|the\s+)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Starts:
    """What a question asks the start of, and the illnesses in which."""

    given: tuple[Entry, ...]
    illnesses: tuple[Entry, ...]
    glossary: Glossary

    def told_by(self, candidate: Candidate) -> bool:
        """Whether a sentence says when it is begun, of that and in that illness."""
        if not (self.spoken_of_by(candidate) and in_illness(candidate, self.illnesses, self.glossary)):
            return False
        text = candidate.text
        if _BEGINS.search(text):
            return True
        return _CASE.search(text) is not None and any(self._is_given(text, m) for m in self._mentions(text))

    def spoken_of_by(self, candidate: Candidate) -> bool:
        """Whether a sentence is on it at all."""
        if any(names(entry, candidate) for entry in self.glossary.family_of(*self.given)):
            return True
        own = {entry.term for entry in self.given}
        return not own.isdisjoint(m.entry.term for m in self.glossary.find(candidate.document.title.split(":")[0]))

    def _mentions(self, text: str) -> list[Mention]:
        terms = {entry.term for entry in self.glossary.family_of(*self.given)}
        return [mention for mention in self.glossary.find(text) if mention.entry.term in terms]

    def _is_given(self, text: str, mention: Mention) -> bool:
        if _NOT_GIVEN.search(text[: mention.start]):
            return False
        return _GIVEN.search(text[max(0, mention.start - _NEAR) : mention.end + _NEAR]) is not None

    def first(self, direct: Candidate, chosen: Sequence[Candidate], found: Sequence[Candidate]) -> Candidate:
        """What stands first: ``direct``, unless neither it nor what the answer holds besides says it, and one of
        ``found`` does.
        """
        if any(map(self.told_by, (direct, *chosen))):
            return direct
        return max(filter(self.told_by, found), key=lambda c: (c.useful, -c.order), default=direct)

    def missing(self) -> str:
        """How a clinician names what is not found."""
        ill = f" in {' and '.join(entry.term for entry in self.illnesses)}" if self.illnesses else ""
        return f"when {' or '.join(entry.term for entry in self.given)} is started{ill}"


def starts_asked(question: Question, glossary: Glossary) -> Starts | None:
    """What ``question`` asks the start of; None where it asks that of nothing that the glossary knows."""
    asked = _ASKED.search(question.text)
    if asked is None:
        return None
    given = {
        mention.entry.term: mention.entry
        for mention in question.mentions
        if asked.start() <= mention.start < asked.end()
        or (mention.start >= asked.end() and _RIGHT_BEHIND.fullmatch(question.text[asked.end() : mention.start]))
    }
    if not given:
        return None
    illnesses = (entry for entry in question.focus if entry.kind == "condition" and entry.term not in given)
    return Starts(tuple(given.values()), tuple(illnesses), glossary)
