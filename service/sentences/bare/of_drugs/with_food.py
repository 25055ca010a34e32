"""Whether a drug is taken with food, without it or on an empty stomach, and what food does to it."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import is_of, on_all, speaks_for_all, takes
from service.sentences.bare.reading.said import Said

_ASKED = re.compile(
    r"\b(?:food|meals?|empty stomach|full stomach|fasting|fasted|breakfast|eating|eat|eaten)\b",
    re.I,
)
_UNLESS = re.compile(
    r"\b(?:poisoning|allerg\w+|glucose|sugar|salt|foods|avoid(?:ed)?|rich|intake|what (?:food|can|should)|which food|how (?:long|much|many)|hours?|minutes?|"
    r"enteral|tube|weight|appetite)\b",
    re.I,
)
_FRAME = frozenset(
    """take takes taken taking drug medicine tablet tablets pill with without before after need needed needs be best better
    effect affect affects matter absorption matters administered administration give given relation
    related regard timing""".split()
)
# How the taking and a meal stand to each other.
_FOOD = re.compile(
    r"\b(?:with or without|with|without|after|before|(?:always )?with) (?:a |the |some |its |each |every |main |evening |morning |largest |light |full |big |heavy |high-fat |fatty )*"
    r"(?:food|meals?|breakfast|dinner|supper|snack)\b|\b(?:on|at) an empty stomach\b|\bempty stomach\b|\b(?:before|after) (?:you eat|eating)\b|"
    r"\b(?:independent|regardless) of (?:food|meals)\b|\bfasting state\b",
    re.I,
)
_TAKEN = re.compile(
    r"\b(?:takes?|taken|given|started|starts|swallowed|administered|mg|micrograms|tablets?|doses?|daily)\b", re.I
)
_OF_BLOOD = re.compile(r"\b(?:glucose|sugar|mmol|carbohydrate)\b", re.I)
_FOOD_MOVES = re.compile(
    r"\beat\b[^.;]{0,60}\bfoods?\b|"
    r"\b(?:food|meals?|breakfast)\b[^.;]{0,40}\b(?:lower|rais|increas|reduc|slow|delay|enhanc|improv|cut|halv|doubl)\w*\b|"
    r"\b(?:absorption|exposure|concentrations?|bioavailability)\b[^.;]{0,50}\b(?:by|with|after|from) (?:a |high-fat )*(?:food|meal)",
    re.I,
)


def _told(said: Said) -> bool:
    masked = said.masked
    if not speaks_for_all(said) or _OF_BLOOD.search(masked):
        return False
    if _FOOD_MOVES.search(masked) is not None:
        return True
    return any(_is_of_it(said, m) for m in _FOOD.finditer(masked)) and _TAKEN.search(masked) is not None


def _is_of_it(said: Said, found: re.Match[str]) -> bool:
    """Whether it is this drug that is taken so: the last that is named before, or behind a "take"."""
    if said.names_nobody or is_of(said, found.start(), said.itself):
        return True
    return any(takes(said, m.end(), said.itself) for m in re.finditer(r"\btakes?\b", said.masked, re.I))


WITH_FOOD = Ask(
    "with food",
    DRUGS,
    _ASKED,
    _told,
    "whether {} is taken with food",
    before=on_all,
    frame=_FRAME,
    unless=_UNLESS,
)
