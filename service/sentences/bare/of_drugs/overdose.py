"""What is done in an overdose of a drug, and what its antidote is."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.of_subject import everybody
from service.sentences.bare.reading.said import Said
from service.sentences.plainly_told import tells_a_finding

_TREAT = r"\b(?:treat(?:ment|ed|ing)?|manag(?:e|ement|ed|ing)|antidotes?)\b"
_ASKED = re.compile(
    rf"\bover-?dos(?:e[ds]?|age|ing)\b|\bOD\b|\bpoisoning\b|\bantidotes?\b|\b(?:intoxication|toxicity)\b(?=.*{_TREAT})|"
    rf"{_TREAT}(?=.*\b(?:intoxication|toxicity)\b)",
    re.I,
)
_ASKED_ANTIDOTE = re.compile(r"\bantidotes?\b", re.I)
_FRAME = frozenset(
    "treat treated treating treatment manage managed managing management toxicity intoxication acute happens mx tx rx happen signs symptoms taken".split()
)
_EVENT = r"(?:over-?dos(?:e[ds]?|age)|poisoning|intoxication)"
_OF_ITS = re.compile(rf"\s+(?:acute\s+)?{_EVENT}\b", re.I)  # behind its name
_OF = re.compile(rf"\b{_EVENT} (?:of|with|by|from|on)\s+(?:an?\s+)?$", re.I)  # before it
_TOXICITY = re.compile(r"\s+toxicity\b", re.I)
_TREATED = re.compile(
    r"\b(?:is|are) treated\b|\bantidotes?\b|\bgive[ns]?\b|\bneeds\b|\bstarts?\b|\breceives?\b|\bis one\b", re.I
)
_REVERSED = re.compile(
    r"\s+(?:\([^)]*\)\s*)?(?:is|are|can be|may be) (?:\w+ly )?(?:reversed|neutrali[sz]ed|counteracted)\b(?! by itself)",
    re.I,
)
_REVERSES = re.compile(
    r"\b(?:reversal of|reverses|neutrali[sz]es(?: about [\w\s()]{0,20}(?:of)?)?|antidote (?:to|for|of))\s+(?:the effects? of\s+)?$",
    re.I,
)


def _told(said: Said) -> bool:
    return not tells_a_finding(said.text) and (_is_overdosed(said) or _is_antidote_named(said))


def _antidote_told(said: Said) -> bool:
    if tells_a_finding(said.text):
        return False
    text = said.text
    reversed_ = any(_REVERSED.match(text[end:]) or _REVERSES.search(text[:start]) for start, end in said.close)
    return reversed_ or _is_antidote_named(said) or (_is_overdosed(said) and bool(said.others))


def _is_overdosed(said: Said) -> bool:
    text = said.text
    return any(
        _OF_ITS.match(text[end:])
        or _OF.search(text[:start])
        or (_TOXICITY.match(text[end:]) and _TREATED.search(text[end:]))
        for start, end in said.close
    ) or any(_last_before(said, match.start()) for match in re.finditer(r"\bin overdose\b", text))


def _is_antidote_named(said: Said) -> bool:
    """Whether a sentence says what the antidote is, of the subject that it speaks of first."""
    found = re.search(r"\bantidote\b", said.text, re.I)
    first = min((*said.close, *said.others), default=None)
    return found is not None and first is not None and first in said.close and first[1] <= found.start()


def _last_before(said: Said, at: int) -> bool:
    before = [place for place in everybody(said, said.close) if place[1] <= at]
    return bool(before) and before[-1] in said.close


def _before(said: Said) -> int:
    """What is done comes first, and for all before for few."""
    return 2 * (_TREATED.search(said.text) is not None) + bool(said.others) - min(said.fewer, 1)


OVERDOSE = (
    Ask("antidote", DRUGS, _ASKED_ANTIDOTE, _antidote_told, "an antidote to {}", _before, _FRAME),
    Ask("overdose", DRUGS, _ASKED, _told, "an overdose of {}", _before, _FRAME),
)
