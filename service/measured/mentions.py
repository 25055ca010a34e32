"""Measured values in a text: what was measured, the number and its unit, each as it was written.

Nothing is judged: bounds, ranges and numbers without a unit are told as such, and who reads them decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from service.measured.ages import age_spans
from service.measured.names import NAME
from service.measured.plausible import is_impossible_score
from service.measured.writing import BODY_UNIT, NUMBER, UNIT, plain

_FILLERS = (
    r"(?:\s*(?:\(|:|=|,(?=\s*\d)|\b(?:levels?|values?|count|score|of|is|was|were|are|at|now|today|currently|came|comes|back|has|have|been|dropped|about|around|raised|elevated|low|high|"
    r"normal|stable|measured|up|down|to|remains?|rose|risen|rising|fell|fallen|went|increased|decreased|changed|from)\b)){0,4}\s*"
)
_COMPARATOR = (
    r"(?P<comparator>[<>≤≥~]=?|\b(?:less than|more than|greater than|above|below|over|under|at least|up to)\b)?\s*"
)
_RANGE = r"(?P<range>\s*(?:-|–|to)\s*\d+(?:[.,]\d+)?)?"
_PRESSURE = "blood_pressure"
_OF_A_BODY = re.compile(  # "in" and most "m" are words of the sentence: "INR 1.8 in a man"
    r"\s?(?:kgs?|kilo(?:gram)?s?|lbs?|pounds?|stones?|st|cms?|ft|feet|foot|inch(?:es)?|(?:(?<=\d[.,]\d)|(?<=[.,]\d\d))\s?m)(?![A-Za-z0-9/²^])|['\"]",
    re.I,
)
_SIZES = ("weight", "height", "temperature")


def _value(number: str, unit: str) -> re.Pattern[str]:
    number, unit = rf"(?P<number>{number})", rf"(?:\s*(?P<unit>{unit})(?![A-Za-z0-9]))?"
    return re.compile(_FILLERS + _COMPARATOR + number + _RANGE + unit, re.I)


_VALUE = _value(NUMBER, UNIT)
_SPECIAL = {
    "weight": _value(NUMBER, BODY_UNIT),
    "height": _value(NUMBER, BODY_UNIT),
    "temperature": _value(NUMBER, rf"{UNIT}|[CF]"),
    _PRESSURE: _value(r"\d{2,3}(?:\s*/\s*\d{2,3})?(?![\d/])", UNIT),
}
_UNNAMED_PRESSURE = re.compile(r"\b(?P<number>\d{2,3}\s*/\s*\d{2,3})\s*(?P<unit>mm\s?hg)\b", re.I)
# Two numbers that are a pressure by their size: no ratio of insulins (70/30), no inhaler (250/50), no strength in mg.
_BARE_PRESSURE = re.compile(
    r"(?<![\w./,-])(?P<number>(?P<upper>\d{2,3})\s?/\s?(?P<lower>\d{2,3}))(?![\w/]|[.,]\d|\s?(?:mg|mcg|microg\w*|µg|g|ml|units?)\b)",
    re.I,
)
_AIMED = re.compile(  # at, or a limit: no value of somebody
    r"\b(?:targets?|goals?|aim\w*|thresholds?|limits?|cut-?offs?|defin\w+|below|under|over|above|less|more|least|lower|reduce\w*)\b|[<>≤≥]",
    re.I,
)
_UPPER, _LOWER, _BETWEEN = range(90, 261), range(40, 151), range(15, 131)
_UNNAMED_TEMPERATURE = re.compile(
    r"(?<![\w.,/≤≥<>-])(?P<number>(?:3[4-9]|4[0-2])(?:[.,]\d)?|(?:9[3-9]|10[0-7])(?:[.,]\d)?)\s?(?P<unit>°\s*[CF])(?![A-Za-z])", re.I
)  # fmt: skip
_UNNAMED_WEIGHT = re.compile(
    r"(?<![\w.,/])(?<!per )(?P<number>\d{1,3}(?:[.,]\d+)?)\s?(?P<unit>kgs?|kilo(?:gram)?s?|lbs?|pounds?|stones?)(?![A-Za-z0-9]|\s?/)",
    re.I,
)
_UNNAMED_HEIGHTS = (
    re.compile(r"(?<![\d.,/])(?P<number>\d{3}(?:[.,]\d+)?)\s*(?P<unit>cms?)(?![A-Za-z0-9/²^])", re.I),
    re.compile(r"(?<![\d.,/])(?P<number>[12][.,]\d{1,2})\s*(?P<unit>m|met(?:re|er)s?)(?![A-Za-z0-9/²^])", re.I),
)
_FEET = re.compile(
    r"\b(?P<feet>[3-8])\s*(?P<mark>ft|feet|foot|')\s*(?:(?P<inches>\d{1,2}(?:\.\d+)?)\s*(?:in(?:ch(?:es)?)?\b|\"|'')?)?",
    re.I,
)
# With its pounds, or cut short ("11st", but not "21st": it is a day); a number behind it may be the next value's.
_STONES = re.compile(
    r"(?<![\d.,/-])(?P<stones>[4-9]|[1-3]\d)(?:\s?stones?|\s(?-i:st)|(?<!\d1)(?-i:st)|(?<=11)(?-i:st))\b\.?"
    r"(?:,?\s*(?:and\s+)?(?P<pounds>1[0-3]|\d)(?:\s*(?:lbs?|pounds?)\b|(?![\w.,/%]*\d|\s?-?(?:[a-z°]|['\"]))|(?=\s(?:and|with|for|in|who|has|bmi)\b)))?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One measured value, as written.

    ``measure``: a key of NAMES. ``what``: its name, empty where the unit alone says what it is ("82 kg"). ``number``:
    digits; of a blood pressure "120/80", or the upper one alone; a height in feet is in inches, a weight in stone and pounds in pounds. ``comparator`` and
    ``range``: what makes it a bound ("<", "below") or a range ("-60"). ``unit`` is empty where none was written.
    ``end``: where it ends in the text.
    """

    measure: str
    what: str
    number: str
    unit: str
    comparator: str
    range: str
    written: str
    end: int

    @property
    def is_exact(self) -> bool:
        """Whether it is one value, no bound and no range; about a value is one."""
        return self.comparator in ("", "~") and not self.range


def mentions_in(text: str) -> list[Mention]:
    """All measured values that ``text`` gives, in its order."""
    return list(_mentions_in(text)) if any(map(str.isdigit, text)) else []


@lru_cache(maxsize=8_192)  # a question is read many times, and sentences come up again and again
def _mentions_in(text: str) -> tuple[Mention, ...]:
    text = plain(text)
    feet = [_in_inches(match) for match in _FEET.finditer(text) if match["inches"] or match["mark"] != "'"]
    stones = [
        _in_pounds(match) for match in _STONES.finditer(text) if match["pounds"] or "stone" not in match[0].lower()
    ]
    ages = {start for start, _ in age_spans(text)}
    found = []
    for name in NAME.finditer(text):
        measure = str(name.lastgroup)
        value = _SPECIAL.get(measure, _VALUE).match(text, name.end())
        if value is None or (feet and measure == "height") or (stones and measure == "weight"):
            continue  # "height 5 ft 9" has been read
        if value["unit"] or (value.start("number") not in ages and not _is_of_something_else(measure, value)):
            found.append(_mention(measure, value, name.group()))
    found += [_mention(_PRESSURE, match) for match in _UNNAMED_PRESSURE.finditer(text)]
    found += stones
    named = {mention.measure for mention in [*found, *feet]}
    if _PRESSURE not in named:
        found += _bare_pressure(text)
    if "temperature" not in named:
        found += [_mention("temperature", match) for match in _UNNAMED_TEMPERATURE.finditer(text)]
    return tuple(sorted([*found, *feet, *_unnamed_sizes(text, named)], key=lambda mention: mention.end))


def _is_of_something_else(measure: str, value: re.Match[str]) -> bool:
    """Whether the number behind a name cannot be its value: the size of a body ("BMI 80 kg, 175 cm"), or more than a
    score has points ("CURB-65: 78, confused").
    """
    if value["range"]:
        return False
    of_a_body = measure not in _SIZES and _OF_A_BODY.match(value.string, value.end("number")) is not None
    return of_a_body or is_impossible_score(measure, value["number"])


def _bare_pressure(text: str) -> list[Mention]:
    """The one pair of numbers in ``text`` that is somebody's blood pressure by its size; where several stand there, or
    something is aimed at, none is.
    """
    pairs = [
        match
        for match in _BARE_PRESSURE.finditer(text)
        if int(match["upper"]) in _UPPER
        and int(match["lower"]) in _LOWER
        and int(match["upper"]) - int(match["lower"]) in _BETWEEN
    ]
    return [_mention(_PRESSURE, pairs[0])] if len(pairs) == 1 and _AIMED.search(text) is None else []


def _unnamed_sizes(text: str, named: set[str]) -> list[Mention]:
    """Weights and heights whose unit says what they are; where one is named, no other number is taken for it."""
    weights = [] if "weight" in named else [_mention("weight", match) for match in _UNNAMED_WEIGHT.finditer(text)]
    if "height" in named:
        return weights
    return [*weights, *(_mention("height", match) for pattern in _UNNAMED_HEIGHTS for match in pattern.finditer(text))]


def _in_inches(match: re.Match[str]) -> Mention:
    inches = float(match["feet"]) * 12 + float(match["inches"] or 0)
    return Mention("height", "", f"{inches:g}", "in", "", "", " ".join(match[0].split()), match.end())


def _in_pounds(match: re.Match[str]) -> Mention:
    pounds = float(match["stones"]) * 14 + float(match["pounds"] or 0)
    return Mention("weight", "", f"{pounds:g}", "lb", "", "", " ".join(match[0].split()), match.end())


def _mention(measure: str, match: re.Match[str], what: str = "") -> Mention:
    groups = match.groupdict()
    return Mention(
        measure,
        what,
        match["number"],
        groups.get("unit") or "",
        (groups.get("comparator") or "").strip(),
        groups.get("range") or "",
        " ".join(match.string[match.start("number") : match.end()].split()),
        match.end(),
    )
