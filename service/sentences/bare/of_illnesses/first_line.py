"""Which drug comes first in an illness."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.of_illnesses.treatment import NOT_HOW, names_first, order, tells_treatment
from service.sentences.bare.reading.illness import signed
from service.sentences.bare.reading.said import Said

_WHAT = (
    r"(?:(?:drugs?|treatments?|therap(?:y|ies)|agents?|medicines?|medications?|management|options?|antibiotics?|antivirals?|"
    r"[mtr]x)\b ?)"
)
_ASKED = re.compile(
    rf"\b(?:what|which) {_WHAT}(?:is|are|should be)?\b(?=.*\b(?:first|1st)\b)|\b(?:first|1st)[- ]?(?:line|choice)\b(?: {_WHAT}+)?|"
    rf"\b(?:initial|preferred|best|starting|standard|go-?to) {_WHAT}+|\b{_WHAT}of (?:first )?choice\b|\bDOC\b|\bstandard of care\b|"
    rf"\b(?:what|which) (?:drug|treatment|medicine|medication|antibiotic) (?:is|comes|do you give|to give) first\b|"
    rf"\bwhat (?:drug|treatment) (?:to|do (?:i|you|we)) start(?: with)?\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:second|third)[- ](?:line|choice)\b|\balternativ\w+|\brescue\b|\brefractory\b|\bresistant\b|\badd(?:ed|ing|s|-on)?\b|"
    r"\bfail\w*|\b(?:does|do|did) not respond\b|\bcannot\b|\bcontra-?indicated\b|\bintoleran\w+|\brecurrent\b|\bswitch\w*|\bafter\b|\bwho need\b",
    re.I,
)
_NEVER_FIRST = re.compile(r"\brefractory\b|\bsecond[- ](?:line|choice)\b|\brescue\b|\bmay be started through\b", re.I)


def _told(said: Said) -> bool:
    if not tells_treatment(said):
        return False
    if _NEVER_FIRST.search(said.text):
        return False
    return names_first(said) or (bool(said.drugs) and not said.fewer and _LATER.search(signed(said)) is None)


def _before(said: Said) -> int:
    """What says that it comes first before what only says that it is given, drugs before other treatment."""
    return order(said) + names_first(said) + 2 * bool(said.drugs)


FIRST_LINE = Ask("first line", ILLNESSES, _ASKED, _told, "first-line treatment of {}", _before, unless=NOT_HOW)
