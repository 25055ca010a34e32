"""What is for others than a patient who is on a drug already: for those who cannot have it, or how treatment begins."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.sentences.candidates import Candidate

_FOR_THOSE_WITHOUT = -4.0  # log-odds of coming first of what holds where the drug that is taken cannot be,
_FROM_THE_START = -2.0  # and of how treatment begins, where it is asked what comes next
_ON = re.compile(r"\b(?:on|despite|taking|takes|tolerat\w+)\s+(?:[\w/,-]+\s+){0,2}?$", re.I)
_NOT_HAD = re.compile(
    r"\bcontra-?indicat\w+|\bintoleran\w+|\b(?:not|cannot|can't|can’t|n't) (?:\w+ )?(?:tolerat\w+|take|have|suitable)|"
    r"\binstead\b|\balternativ\w+|\bside effects?\b|\ballerg\w+",
    re.I,
)
_IF = re.compile(r"\b(?:if|when|where|unless)\s+(?:the\s+|an?\s+)?$", re.I)
_CANNOT_BE = re.compile(
    r"\s+(?:is|are)\s+(?:contra-?indicated|not (?:tolerated|suitable|available|possible)|unsuitable|unavailable)\b",
    re.I,
)
_ASKS_NEXT = re.compile(
    r"\b(?:next|to add|add|third|fourth|step up)\b|\b(?:not controlled|uncontrolled|not enough|failed|despite)\b", re.I
)
_FIRST = re.compile(r"(?:the )?(?:initial|first-line|first line|step 1)\b|[^,.;:]{0,30}\bstep 1\b", re.I)
_IS_FIRST = re.compile(r"\s+(?:is|are)\s[^,;.]{0,30}\b(?:first|initial)\b", re.I)


class OnItAlready:
    """Which sentences are for others than somebody on the drugs that a question says the patient takes."""

    def __init__(self, question: Question, glossary: Glossary) -> None:
        text = question.text
        self._glossary = glossary
        on = [m.entry for m in question.mentions if m.entry.kind == "drug" and _ON.search(text[: m.start])]
        if _NOT_HAD.search(text):
            on = []
        self._taken = frozenset(entry.term for entry in glossary.with_classes(*on))
        self._next = bool(on) and _ASKS_NEXT.search(text) is not None

    def gain(self, candidate: Candidate) -> float:
        """The log-odds of coming first that a sentence loses by it."""
        if not self._taken:
            return 0.0
        text = candidate.text
        own = [m for m in self._glossary.find(text) if m.entry.term in self._taken]
        if any(_IF.search(text[: m.start]) and _CANNOT_BE.match(text[m.end :]) for m in own):
            return _FOR_THOSE_WITHOUT
        begins = _FIRST.match(text) or (own and own[0].start == 0 and _IS_FIRST.match(text[own[0].end :]))
        return _FROM_THE_START * (self._next and bool(begins))
