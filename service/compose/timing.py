"""What comes first where a question asks when: what says the very act, and at the time that is asked about."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.glossary import Glossary
from corpus.text import terms
from service.analysis.question import Question
from service.sentences.doses import gives_dose
from service.sentences.told_of_drugs import acts_asked

_DOSE_FIRST = -4.0  # log-odds of coming first, where it is asked when a drug is stopped: what begins with its dose
_THE_VERY_ACT = 1.5  # what says that it is stopped
_SAME_TIME = 1.0  # what names the time that is asked about ("during a flare")
_HOW_LONG_BEFORE = 1.5  # what says how long before, where it is asked when before something
_WHEN = re.compile(r"\bwhen\b|\bhow (?:long|many days|many hours)\b", re.I)
_INTERVAL = re.compile(r"\b\d[\d–-]*(?: to \d+)? (?:full )?(?:days?|hours?|weeks?)\b", re.I)
_ASKED_TO_STOP = re.compile(r"\b(?:stop\w*|h[eo]ld|withh[eo]ld\w*|discontinu\w+|paus\w+)\b", re.I)
_STOPPED = re.compile(
    r"\b(?:stop(?:s|ped|ping)?|h[eo]ld(?:s|ing)?|withh[eo]ld(?:s|ing)?|discontinu\w+|paus\w+|withdr[ae]w\w*)\b"
    r"(?! (?:early|rais\w+|increas\w+))",
    re.I,
)
_TIME = re.compile(r"\b(?P<when>during|before|after)\s+(?P<what>(?:[\w-]+\s*){1,3})", re.I)


class Timing:
    """How far sentences say what a question asks of a time."""

    def __init__(self, question: Question, glossary: Glossary) -> None:
        stops = _ASKED_TO_STOP.search(question.text) is not None
        self._to_stop = stops and acts_asked(question, glossary) is not None
        self._times = _times(question.text)
        self._how_long = self._to_stop and bool(self._times) and _WHEN.search(question.text) is not None

    def gain(self, text: str) -> float:
        """The log-odds of coming first that a sentence gains or loses by it; 0 where no time is asked about."""
        gained = _SAME_TIME * bool(self._times and self._times & _times(text))
        act = _STOPPED.search(text) if self._to_stop else None
        if act is None:
            return gained
        gained += _HOW_LONG_BEFORE * (self._how_long and _INTERVAL.search(text) is not None)
        return gained + (_DOSE_FIRST if gives_dose(text[: act.start()]) else _THE_VERY_ACT)


@lru_cache(maxsize=8_000)
def _times(text: str) -> frozenset[tuple[str, str]]:
    """The times that a text tells: before, during or after what, by its index terms."""
    found = ((match["when"].casefold(), match["what"]) for match in _TIME.finditer(text))
    return frozenset((when, term) for when, what in found for term in terms(what))
