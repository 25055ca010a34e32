"""How one changes from a drug to another, and from another to it. That people who changed did better says nothing of how."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import is_of, speaks_for_all, takes
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\b(?:switch(?:ed|es|ing)?|convert(?:ed|ing)?|conversion|transition(?:ing)?|chang(?:e|ed|ing) (?:from|to|over))\b",
    re.I,
)
_TO_IT = r"\b(?:to|onto)\s*\W*$"
_UNLESS = r"\b(?:when|why|should|if|who|after|before|cardioversion|injection|oral|iv)\b"
_FRAME = frozenset(
    """drug medicine patient treatment therapy from over onto off another other something else alternative dose doses
    protocol guide safely""".split()
)
_SWITCHES = re.compile(
    r"\b(?:switch(?:ed|es|ing)?|convert(?:ed|s|ing)?|conversion|transition\w*|chang(?:ed|es?|ing)(?= (?:over |from |to )))\b",
    re.I,
)
_HOW = re.compile(
    r"\b(?:by|once|when|until|starts?|started|starting|divided|hours|first|last dose|next dose|at the time|overlap\w*|advis\w+|recommended|"
    r"suggested|considered|should|may|they|if)\b",
    re.I,
)
_A_STUDY = re.compile(r"\b(?:was|were|trials?|randomi[sz]ed|cohort|study|studies|improved)\b", re.I)
_FROM = re.compile(r"[^.;]{0,60}?\b(?:from|away from) (?:an? |the )?(?=·)", re.I)
_TO = re.compile(r"[^.;]{0,90}?\b(?:to|into) (?:an? |the )?(?:\w+ )?(?=·)", re.I)


def _from_it(said: Said) -> bool:
    """Whether it is what is left: "switched from it", "it is switched to"."""
    if not _can_tell(said):
        return False
    for found in _SWITCHES.finditer(said.masked):
        left = _FROM.match(said.masked, found.end())
        if takes(said, left.end() if left is not None else found.end(), said.itself):
            return True
        to = _TO.match(said.masked, found.end())
        if to is not None and not takes(said, to.end(), said.itself) and is_of(said, found.start(), said.itself):
            return True
    return False


def _to_it(said: Said) -> bool:
    """Whether it is what is changed to."""
    if not _can_tell(said):
        return False
    found = (_TO.match(said.masked, m.end()) for m in _SWITCHES.finditer(said.masked))
    return any(takes(said, to.end(), said.itself) for to in found if to is not None)


def _can_tell(said: Said) -> bool:
    return speaks_for_all(said) and _HOW.search(said.masked) is not None and _A_STUDY.search(said.masked) is None


SWITCHING_TO = Ask(
    "switching to",
    DRUGS,
    _ASKED,
    _to_it,
    "how to switch to {}",
    frame=_FRAME,
    unless=re.compile(rf"^(?!.*{_TO_IT})|{_UNLESS}", re.I),
)
SWITCHING_FROM = Ask(
    "switching from",
    DRUGS,
    _ASKED,
    _from_it,
    "how to switch from {}",
    frame=_FRAME,
    unless=re.compile(rf"{_TO_IT}|{_UNLESS}", re.I),
)
