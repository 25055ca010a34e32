"""The dose of a drug, and of its doses the highest, the first and the loading dose."""

from __future__ import annotations

import re
from collections.abc import Callable

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.of_drugs.amounts import doses_of
from service.sentences.bare.reading.said import Said
from service.sentences.default_case import told

_DOSE = r"\bdos(?:e|es|ed|age|ages|ing)\b"
_ASKED = re.compile(
    rf"{_DOSE}|\b(?:posology|how (?:much|many (?:mg|milligrams?|mcg|micrograms?|units?|tablets?|puffs?)))\b", re.I
)
_UNLESS = re.compile(r"\btoo much\b", re.I)
_FRAME = frozenset(
    "take taken taking use used using prescribe prescribed administer regimen regime schedule daily day".split()
)
_FRAME_CERTAIN = _FRAME | frozenset(
    "dose doses dosing dosage amount single total mg start starting started begin hours 24".split()
)
_FOR_FEW = frozenset({"children", "pregnancy"})
_NOT_USUAL = re.compile(
    r"\b(?:lower(?:ed|s)|reduc\w+|limit\w*|caps|highest|halv\w+|instead|switch\w*|revers\w+|stops?|stopped|rescue)\b",
    re.I,
)
_HIGHEST = re.compile(
    r"\b(?:at most|max(?:imum|imal)?|up to|highest|limit\w*|no more than|not (?:above|exceed\w*|more than)|cap(?:s|ped))\b[^;.,\d]{0,40}$",
    re.I,
)
_IS_HIGHEST = re.compile(r"[^;.,\d]{0,25}\bat most\b|[^;.,\d]{0,20}\b(?:is|as) the (?:maximum|highest)\b", re.I)
_FIRST = re.compile(r"\b(?:start(?:s|ed|ing)?|begins?|begun|initial(?:ly)?|first (?:dose|given))\b[^;.]{0,90}$", re.I)
_LOADING = re.compile(r"\b(?:loading|loaded|bolus)\b[^;.]{0,60}$", re.I)
_THEN = re.compile(
    r"[\s,]+(?:(?:loading|intravenous|oral) )?(?:dose|bolus|loading)\b|[^;.\d]{0,30}\band then\b|[^;.]{0,90}\bthen \d",
    re.I,
)
# What is given until something, or then changed, is what is given first.
_AT_FIRST = re.compile(r"[^;.]{0,120}\b(?:until|then|(?:is|be|and) raised|rises|increas(?:ed|ing))\b", re.I)


def _told(said: Said) -> bool:
    return bool(doses_of(said, _FOR_FEW))


def _before(said: Said) -> int:
    """The usual dose before the highest one and those for fewer."""
    first = min((end for _, end in doses_of(said, _FOR_FEW)), default=len(said.text))
    return -(bool(told(said.text)) + (_NOT_USUAL.search(said.text[:first]) is not None))


def _tells(before: re.Pattern[str], behind: re.Pattern[str]) -> Callable[[Said], bool]:
    """A test of whether a sentence gives a dose that is told to be a certain one, by what stands before or behind it."""

    def is_told(said: Said) -> bool:
        return any(
            before.search(said.text[:start]) or behind.match(said.text, end) for start, end in doses_of(said, _FOR_FEW)
        )

    return is_told


def _certain(name: str, asked: str, told: Callable[[Said], bool]) -> Ask:
    missing = f"{name} dose of {{}}"
    return Ask(f"{name} dose", DRUGS, re.compile(asked, re.I), told, missing, _before, _FRAME_CERTAIN)


DOSES = (
    _certain(
        "highest", r"\bmax(?:imum|imal)?\b|\bhighest\b|\bupper limit\b|\bceiling\b", _tells(_HIGHEST, _IS_HIGHEST)
    ),
    _certain("loading", r"\bload(?:ing)?\b", _tells(_LOADING, _THEN)),
    _certain(
        "starting",
        rf"\b(?:starting|initial|initiation|start|starter|first)\b(?=.*{_DOSE})|{_DOSE}(?=.*\b(?:start|begin|initiat\w+)\b)",
        _tells(_FIRST, _AT_FIRST),
    ),
    Ask("dose", DRUGS, _ASKED, _told, "dose of {}", _before, _FRAME, _UNLESS),
)
