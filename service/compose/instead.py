"""Which sentence names another drug, where a question says that one cannot be given.

What only speaks of the one that is out, or bars it once more, is no answer; what says what takes its place is the
likeliest.
"""

from __future__ import annotations

import re

from corpus.glossary import Entry, Glossary
from service.analysis.question import Question
from service.analysis.ruled_out import asks_for_another, reasons, ruled_out
from service.sentences.candidates import Candidate, names

_ONLY_THAT_ONE = -10.0  # log-odds of coming first
_BEGINS_WITH_IT = -1.5
_TAKES_ITS_PLACE = 1.5
_NO_ALTERNATIVE = -4.0  # where an alternative is asked for, and one is denied

# In whom another is given: "if NSAIDs are contraindicated", "who cannot take a statin", "instead of".
_IN_WHOM = re.compile(
    r"\b(?:if|when|where|who|whom|unless|once)\b[^.;]*?\b(?:contra-?indicat\w+|not (?:be )?(?:tolerat\w+|available|"
    r"suitable|possible|feasible|an option|given|used)|cannot|can't|unavailable|unsuitable|intoleran\w+|allerg\w+|"
    r"adverse effects|neither|fail\w*)|\b(?:in|with|to|for|has|have|or) (?:[\w-]+ ){0,6}?"
    r"(?:allerg\w+|intoleran\w+|contra-?indications?)\b|"
    r"\btolerate neither\b|\binstead\b|\bin (?:the )?place of\b|\btakes? the place\b|\b(?:an|the) alternative to\b|"
    r"(?<!no )(?<!reliable )\balternatives to\b",
    re.I,
)
_BARRED = re.compile(
    r"^[^,;.]{0,30}\b(?:is|are|be) (?:contra-?indicated|avoided|stopped|withheld|"
    r"not (?:be )?(?:recommended|given|used|started|advised))",
    re.I,
)
# It is given itself, and not named for those who cannot have it.
_IS_GIVEN = re.compile(
    r"^[^.;]{0,60}\b(?:is|are) (?:\w+ )?(?:recommended|given|offered|preferred|started|first[- ](?:line|choice))\b",
    re.I,
)
# What stands before the drug tells in which case another is given: "If the goal is not met on a statin, …".
_TELLS_CASE = re.compile(r"(?:if|when|where|after|on|in|with|for|despite|patients|people)\b[^,;]*$", re.I)
_DENIED = re.compile(r"\b(?:not|no|never) (?:an? |the )?(?:\w+ )?(?:alternatives?|substitutes?|replacements?)\b", re.I)

_GIVES_SOME = re.compile(r"(?<!no )(?<!reliable )(?<!not )\balternatives to \S+[^.;]* are\b", re.I)
_SOURCE = re.compile(r"\s*\([^()]*\)\s*\.?\s*$")


class Instead:
    """How far sentences name what is given in place of the drugs that a question rules out."""

    def __init__(self, question: Question, glossary: Glossary) -> None:
        self.out = ruled_out(question)
        self._glossary = glossary
        found = [entry for term in self.out if (entry := glossary.get(term)) is not None]
        self._named: list[Entry] = [*glossary.family_of(*found)]
        self._own = {entry.term for entry in self._named}
        why_not = reasons(question)
        self._illnesses = [e.term for e in question.conditions if e.term not in why_not and "allergy" not in e.term]
        self._asked = asks_for_another(question.text)

    def unanswered_by(self, candidate: Candidate) -> bool:
        """Whether something is asked for in place of a drug that is out, and a sentence names nothing but that drug and
        its classes.
        """
        if not self.out or not self._asked or _in_whom(candidate.text) is not None:
            return False
        kinds = ("drug", "procedure")
        told = {m.entry.term for m in self._glossary.find(candidate.text) if m.entry.kind in kinds}
        return told <= self._own or _DENIED.search(candidate.text) is not None

    def missing(self) -> str:
        """How a clinician names what is not found."""
        ill = f" in {' and '.join(self._illnesses)}" if self._illnesses else ""
        return f"what is given instead of {' or '.join(sorted(self.out))}{ill}"

    def gain(self, candidate: Candidate) -> float:
        """The log-odds of coming first that a sentence gains or loses by it; 0 where no drug is out."""
        if self._asked and _DENIED.search(candidate.text) and not _GIVES_SOME.search(candidate.text):
            return _NO_ALTERNATIVE
        if not self.out:
            return 0.0
        on_it = any(names(entry, candidate) for entry in self._named)
        mentions = [m for m in self._glossary.find(candidate.text) if m.entry.kind == "drug"]
        if on_it and (in_whom := _in_whom(candidate.text)) is not None:
            first = mentions[0] if mentions and mentions[0].entry.term in self.out else None
            given = first is not None and first.end <= in_whom.start() and _IS_GIVEN.match(candidate.text[first.end :])
            return _BEGINS_WITH_IT if given else _TAKES_ITS_PLACE
        told = {mention.entry.term for mention in mentions}
        barred = any(m.entry.term in self.out and _BARRED.match(candidate.text[m.end :]) for m in mentions)
        if told & self.out and (barred or told <= self._own):
            return _ONLY_THAT_ONE
        begins = mentions and mentions[0].entry.term in self.out
        return _BEGINS_WITH_IT if begins and not _TELLS_CASE.match(candidate.text[: mentions[0].start]) else 0.0


def _in_whom(text: str) -> re.Match[str] | None:
    """Where a sentence says in whom another drug is given; its source, in brackets at the end, says nothing."""
    return _IN_WHOM.search(_SOURCE.sub("", text))
