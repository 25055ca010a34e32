"""Blood pressures of two parts: as a value ("165/100") and as the bound of a sentence ("≥160/110 mmHg", "140/90 to
159/99", "160–179/100–109").
"""

from __future__ import annotations

import re

from service.measured.bound import PRESSURE, Bound

_PAIR = r"(?P<{0}>\d{{2,3}})(?:\s*[-–]\s*(?P<{0}_to>\d{{2,3}}))?\s*/\s*(?P<{1}>\d{{2,3}})(?:\s*[-–]\s*(?P<{1}_to>\d{{2,3}}))?"
_UNIT = r"(?:\s*mm\s?hg)?"
_BOUND = re.compile(
    r"(?P<sign>[<>≤≥]\s*=?|\b(?:above|over|exceed(?:s|ing)|more than|greater than|higher than|at least|from|reach(?:es|ing)|below|under|"
    r"less than|lower than|up to|at most|not above)\s)?\s*(?<![\d/.])"
    + _PAIR.format("upper", "lower") + _UNIT
    + r"(?:\s*(?:to|-|–|and)\s*(?P<upper_end>\d{2,3})\s*/\s*(?P<lower_end>\d{2,3})" + _UNIT + r")?"
    r"(?P<after>\s*(?:or|and) (?:more|above|over|higher|greater)\b|\s*(?:or|and) (?:less|below|under|lower)\b)?(?![\d/])",
    re.I,
)  # fmt: skip
_PAIRED = re.compile(r"(?<![\d/.])\d{2,3}(?:\s*[-–]\s*\d{2,3})?\s*/\s*\d{2,3}(?:\s*[-–]\s*\d{2,3})?(?![\d/])")
# What says that the two numbers are a blood pressure: the unit, or its name before them in the same clause.
_SAYS_SO = re.compile(r"\b(?:bp|blood pressure|hypertensi\w+|hypotensi\w+|pressure|systolic)\b[^.;]{0,60}$", re.I)
# Before a pressure that is aimed at: it says what is to be reached, not for whom.
_AIM = re.compile(
    r"\b(?:targets?|goals?|aims?|aimed|aiming|lower\w*|reduc\w+|kept?|keep\w*|maintain\w*|brought|controlled)\b[^.;]*$", re.I
)  # fmt: skip
_UP = re.compile(r"[>≥]|above|over|exceed|more|greater|higher|at least|from|reach", re.I)
_DOWN = re.compile(r"[<≤]|below|under|less|lower|up to|at most|not above", re.I)
_STRICT = re.compile(
    r"^(?:[<>]$|above|over|exceed|more than|greater|higher than|below|under|less than|lower than)", re.I
)
_PLAUSIBLE_UPPER, _PLAUSIBLE_LOWER = range(60, 300), range(20, 200)


def upper_and_lower(number: str) -> tuple[float, float | None]:
    """The systolic and diastolic value of a written pressure; the latter None where one number stands alone."""
    upper, _, lower = (part.strip() for part in number.partition("/"))
    return float(upper), float(lower) if lower else None


def pressure_bounds(text: str) -> list[Bound]:
    """The bounds of two parts that ``text`` gives; targets, and pairs without a direction ("130/80"), are none."""
    found = [_bound(text, match) for match in _BOUND.finditer(text)]
    return [bound for bound in found if bound is not None]


def without_pairs(text: str) -> str:
    """``text`` with blanks in the place of its pairs, so that no part is read as a number of its own."""
    return _PAIRED.sub(lambda match: " " * len(match.group()), text)


def _bound(text: str, match: re.Match[str]) -> Bound | None:
    upper, lower = int(match["upper"]), int(match["lower"])
    if upper not in _PLAUSIBLE_UPPER or lower not in _PLAUSIBLE_LOWER or upper <= lower:
        return None
    if "hg" not in match.group().casefold() and _SAYS_SO.search(text, 0, match.start()) is None:
        return None
    clause = text[max(text.rfind(mark, 0, match.start()) for mark in ".;") + 1 : match.start()]
    if _AIM.search(clause) is not None:
        return None
    upper_end = match["upper_to"] or match["upper_end"]
    lower_end = match["lower_to"] or match["lower_end"]
    if upper_end and lower_end:
        return Bound(PRESSURE, upper, float(upper_end), True, "mmHg", (lower, float(lower_end)))
    sign, after = (match["sign"] or "").strip(), (match["after"] or "").strip()
    inclusive = bool(after) or _STRICT.match(sign) is None
    if _UP.search(sign or after):
        return Bound(PRESSURE, upper, None, inclusive, "mmHg", (lower, None))
    if _DOWN.search(sign or after):
        return Bound(PRESSURE, None, upper, inclusive, "mmHg", (None, lower))
    return None
