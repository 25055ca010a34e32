"""What is measured at home and out of bounds: "sats 84 on 2 litres", "her bp thing says 88/50", "6 breaths in a minute".

Those at home write values in more ways than texts do (:mod:`service.measured`), and seldom with a unit. A value counts from
where the National Early Warning Score gives three points for it alone (Royal College of Physicians, NEWS2, 2017), or
farther out where that is common without danger (lungs long ill, children's pulse); sugar below 3 mmol/L, ketones of 3 and more, and a pressure
of 180/120, as the texts of the library have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.safety.distress.wording import plain


@dataclass(frozen=True, slots=True)
class _Measure:
    """A measure at home: ``lowest`` and ``highest`` are out of bounds themselves, ``low`` and ``high`` are not as they
    should be, ``possible`` is what may be one at all.
    """

    name: str
    lowest: float
    low: float
    high: float
    highest: float
    possible: tuple[float, float]


_MEASURES = (
    _Measure(r"sats?|spo2|oxygen|oximeter|saturations?|o2", 87, 91, 101, 101, (50, 100)),
    _Measure(
        r"pulse|heart ?rate|hr|heart(?: is| was|'s)? (?:going|beating|racing)(?: at)?", 40, 45, 111, 140, (20, 250)
    ),
    _Measure(r"resp(?:iratory)?(?: rate)?|resps?|rr|breath(?:e|s|ing)", 8, 10, 25, 30, (3, 90)),
    _Measure(r"temp(?:erature)?|fever|thermometer", 35, 35.5, 38, 40, (28, 43)),
    _Measure(r"sugars?|glucose|bms?|meter", 2.9, 3.5, 20, 25, (0.8, 40)),
    _Measure(r"ketones?|ketone meter", -1, -1, 1.6, 3, (0, 12)),
    _Measure(r"inr", -1, -1, 5, 21, (0.8, 20)),
    _Measure(r"potassium", 2.5, 3, 6, 6.5, (1.5, 10)),
)
_BETWEEN = r"(?P<between>[^\d.?!;:]{0,28}?:?[^\d.?!;:]{0,6})"
_NUMBER = r"(?P<number>\d{1,3}(?:[.,]\d)?)"
_NOT_A_VALUE = r"(?![\d/]|[.,]\d| ?per cent| percent| ?(?:mg|mcg|ml|g\b|units?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|times|tablets?|puffs?|minutes?|mins?|litres?|l\b|am\b|pm\b|kg|over\b|x\b))"
_NAMED = tuple(
    (measure, re.compile(rf"\b(?:{measure.name})\b{_BETWEEN}{_NUMBER}{_NOT_A_VALUE}")) for measure in _MEASURES
)
_TURNED = (
    (_MEASURES[2], re.compile(rf"\b{_NUMBER} (?:breath\w*|times)? ?(?:in )?(?:a|per|each|every|one) min\w*")),
    (_MEASURES[3], re.compile(r"\b(?P<number>3[5-9][.,]\d|4[0-2](?:[.,]\d)?) (?:degrees?|fever|temp\w*)")),
    (_MEASURES[0], re.compile(r"\b(?P<number>[5-9]\d) ?(?:%|percent|per cent)? (?:sats?|oxygen|saturation|spo2)\b")),
)
_PRESSURE = re.compile(r"(?<![\d/.])(?P<upper>\d{2,3}) ?(?:/|\bover\b|\bon\b) ?(?P<lower>\d{2,3})(?![\d/%]|\.\d)")
_OF_PRESSURE = re.compile(r"\b(?:bp|pressure|cuff|monitor|machine)\b")
_READS = re.compile(
    r"\b(?:sugars?|glucose|meter|machine|monitor|bm)\b.{0,20}\b(?:says?|reads?|shows?|only|just)\b.{0,8}\b(?:hi|lo)\b"
)
# What is aimed at, feared, usual or past is not what is measured now.
_NOT_NOW = re.compile(
    r"\b(?:target|aim|goal|under|below|above|less|more|than|normal(?:ly)?|usual(?:ly)?|should|if|until|till|before|best|was|were|last|used to|how low|how high|at what|for|every|times|mg)\b"
)
_UPPER, _LOWER = (60, 270), (20, 160)
_VERY_LOW, _LOW = 90, 100
_VERY_HIGH, _HIGH = (180, 120), (160, 105)


@dataclass(frozen=True, slots=True)
class HomeValues:
    """How many values a message tells: ``out`` of bounds, ``off`` what they should be, and ``within`` it."""

    out: int = 0
    off: int = 0
    within: int = 0


def home_values_in(message: str) -> HomeValues:
    """The values measured at home that a message tells as they are now."""
    text = plain(message)
    worst: dict[str, int] = {"reads": 2} if _READS.search(text) else {}
    if any(map(str.isdigit, text)):
        for name, level in (*_measured(text), *_pressures(text)):
            worst[name] = max(worst.get(name, 0), level)
    levels = list(worst.values())
    return HomeValues(levels.count(2), levels.count(1), levels.count(0))


def _measured(text: str) -> Iterator[tuple[str, int]]:
    """What is measured with one number: its name, and 2 where it is out of bounds, 1 where it is off, else 0."""
    for measure, pattern in (*_NAMED, *_TURNED):
        for match in pattern.finditer(text):
            value = float(match["number"].replace(",", "."))
            if _NOT_NOW.search(match.groupdict().get("between") or ""):
                continue
            if measure.possible[0] <= value <= measure.possible[1]:
                out = value <= measure.lowest or value >= measure.highest
                yield measure.name, 2 if out else int(value <= measure.low or value >= measure.high)


def _pressures(text: str) -> Iterator[tuple[str, int]]:
    for match in _PRESSURE.finditer(text):
        upper, lower = int(match["upper"]), int(match["lower"])
        if "/" not in match.group() and _OF_PRESSURE.search(text) is None:
            continue
        if _UPPER[0] <= upper <= _UPPER[1] and _LOWER[0] <= lower <= _LOWER[1] and upper > lower:
            out = upper <= _VERY_LOW or upper >= _VERY_HIGH[0] or lower >= _VERY_HIGH[1]
            yield "pressure", 2 if out else int(upper <= _LOW or upper >= _HIGH[0] or lower >= _HIGH[1])
