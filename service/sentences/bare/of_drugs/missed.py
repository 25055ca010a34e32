"""What is done when a dose of a drug was missed."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import is_done_with_it, on_all, speaks_for_all
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(r"\b(?:miss(?:ed|es|ing)?|forg[eo]t(?:ten|s)?|skip(?:ped|s)?|late)\b", re.I)
_UNLESS = re.compile(
    r"\b(?:diagnos\w+|period|why|two|three|several|\d+|days|weeks|how (?:late|often|long)|what (?:happens|happened|would|could)|missed (?:appointment|abortion|miscarriage)|pregnan\w+|effects?|consequences?)\b",
    re.I,
)
_FRAME = frozenset(
    """dose doses tablet tablets pill pills injection take taken taking drug medicine if when happens now
    patient has have had night morning today yesterday advice instructions rule rules done my his her""".split()
)
_MISSED = re.compile(r"\b(?:miss(?:ed|es|ing)?|forg[eo]t\w*|skipp?\w*|late)\b", re.I)
_THEN = re.compile(
    r"\b(?:takes?|taken|given|skipped|left out|leave|doubled?|double dose|make up|resum\w+|goes on|next (?:day|dose)|usual (?:time|schedule|dose)|"
    r"as soon as|at once|restart\w*|re-?load\w*|continue\w*)\b",
    re.I,
)
_A_DOSE = re.compile(r" (?:a |an |the |one )?(?:doses?|tablets?|injection)(?= of\b)| to take\b| taking\b", re.I)
_CHANCE = re.compile(r"\bdo not miss\b|\bmissed dose (?:raises|increases|can|may)\b|\b(?:symptoms?|causes?)\b", re.I)


def _told(said: Said) -> bool:
    masked = said.masked
    if not speaks_for_all(said) or _CHANCE.search(masked) or _THEN.search(masked) is None:
        return False
    return any(_is_of_it(said, m) for m in _MISSED.finditer(masked))


def _is_of_it(said: Said, found: re.Match[str]) -> bool:
    """Whether it is a dose of this drug that was missed."""
    behind = _A_DOSE.match(said.masked, found.end())
    return is_done_with_it(said, found.start(), behind.end() if behind is not None else found.end())


MISSED_DOSE = Ask(
    "missed dose",
    DRUGS,
    _ASKED,
    _told,
    "a missed dose of {}",
    before=on_all,
    frame=_FRAME,
    unless=_UNLESS,
)
