"""Whether and in whom an illness is looked for before it shows."""

from __future__ import annotations

import re

from service.sentences.bare.ask import ILLNESSES, Ask
from service.sentences.bare.reading.illness import is_of_it, signed
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import OTHER, SUBJECT
from service.sentences.plainly_told import tells_a_finding

_ASKED = re.compile(
    r"\b(?:screen(?:ed|ing|s)?|surveillance|case[- ]finding)\b(?: (?:for|of|in|programmes?|intervals?|guidelines?|recommendations?))*",
    re.I,
)
_UNLESS = re.compile(r"\bhow (?:often|accurate)\b", re.I)
_FEW = rf"(?:[\w’'-]+ ){{0,5}}?(?:{OTHER}(?:,? (?:and|or)|,) (?:[\w-]+ ){{0,3}}?)*"
# That it is looked for in people without signs of it.
_SCREENS = re.compile(
    rf"\b(?:screen(?:s|ed|ing)?|surveillance|case[- ]finding|looked)\b[^.;,]{{0,70}}?\b(?:for|of) {_FEW}{SUBJECT}|"
    rf"{SUBJECT}(?: \w+)? (?:screening|surveillance)\b|\bscreens? {_FEW}{SUBJECT}|"
    rf"{SUBJECT}[^.;,]{{0,60}}\b(?:is|are|be) (?:\w+ )?(?:screened|looked) for(?= (?:or|in|by|after|with|routinely|at|before|every|and)\b|[.,])",
    re.I,
)
_SETTING = re.compile(rf"\b(?:screen|surveillance)[^.;]{{0,60}} for {OTHER}", re.I)


def _told(said: Said) -> bool:
    if not is_of_it(said) or tells_a_finding(said.text):
        return False
    return _SCREENS.search(signed(said)) is not None


def _before(said: Said) -> int:
    """What is advised before what is only told."""
    text = signed(said)
    return (
        said.on_it
        + (re.search(r"\brecommend\w*|\boffer\w*|\badvis\w+|\bshould\b", text) is not None)
        - (_SETTING.search(text) is not None)
    )


SCREENING = Ask("screening", ILLNESSES, _ASKED, _told, "screening for {}", _before, unless=_UNLESS)
