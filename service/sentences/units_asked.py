"""The unit in which a question wants its answer ("mg per kg", "litres per hour"), and whether a sentence has it.

Whoever names a unit wants a number in it: a dose in mg is none in mg per kg, and one for each tapped litre is no speed
of tapping.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PER = r"\s?(?:/|per|an?|each|every)\s?"
_MASS = r"(?:mg|mcg|µg|μg|ug|micrograms?|g|grams?)"
_TIME = r"(?:min(?:utes?)?|h|hr|hours?)"
_A_TIME = r"\s?(?:/|per|an?|each|every)\s?(?:min|h)"
# What stands before a unit that is wanted; a number there is a value that is told.
_WANTED = r"\b(?:in|how many|by how many|per|which|what|starting|the)\s(?:[a-z]+\s){0,2}?"
_AT_THE_END = r"\s*(?:[?,;]|$|dose\b|to start\b)"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as somebody names it, and the same as texts write it."""

    name: str
    given: re.Pattern[str]

    def given_in(self, text: str) -> bool:
        """Whether ``text`` has a value in it."""
        return self.given.search(text) is not None


_UNITS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (
        re.compile(rf"{_WANTED}(?P<wanted>{asked})(?![\w/])|(?<![\w./])(?<!\d\s)(?P<last>{asked}){_AT_THE_END}", re.I),
        re.compile(given),
    )
    for asked, given in (
        (rf"(?:{_MASS}|units?|iu|ml){_PER}(?:kg|kilo)(?:{_PER}(?:{_TIME}|day))?", r"(?i)(?:/|per)\s?(?:kg|kilo)"),
        (rf"{_MASS}{_PER}m[2²]", r"(?i)/\s?m[2²]|per (?:m[2²]|square)"),
        (rf"k?cal(?:ories)?(?:{_PER}kg)?", r"(?i)\bk?cal"),
        (rf"(?:litres?|liters?|l|mls?){_PER}{_TIME}", rf"(?i)(?:\bl|litres?|liters?|ml)(?:/kg)?{_A_TIME}"),
        (rf"(?:units?|iu){_PER}{_TIME}", rf"(?i)(?:units?|iu)(?:/kg)?{_A_TIME}"),
        (rf"{_MASS}{_PER}{_TIME}", rf"(?i)g(?:/kg)?{_A_TIME}|over \d+ ?(?:min|h)"),
        (r"(?:u|µ|μ|micro)mol\s?(?:/|per)\s?l(?:itre)?", r"(?i)(?:u|µ|μ|micro)mol"),
        (r"mmol\s?(?:/|per)\s?l(?:itre)?", r"(?i)mmol"),
        (r"(?:ng|µg|mcg|mg)\s?(?:/|per)\s?(?:ml|l)", r"(?i)(?:ng|µg|μg|mcg|mg)\s?(?:/|per)\s?(?:ml|d?l)\b"),
        (r"mm ?hg", r"(?i)mm ?hg"),
        (r"kpa", r"(?i)kpa"),
        (r"joules?", r"\d ?J\b|(?i:joules?)"),
        (r"litres?", r"\d ?L\b|(?i:litres?)"),
        (r"(?:iu|international units)", r"(?i)\b(?:iu|units?)\b"),
        (r"mg", r"(?i)\bmg\b"),
        (r"puffs", r"(?i)puffs?"),
    )
)  # fmt: skip


def units_asked(question: str) -> list[Unit]:
    """The units that ``question`` wants its answer in, mostly none."""
    found = []
    for asked, given in _UNITS:
        match = asked.search(question)
        if match is not None:
            found.append(Unit(match["wanted"] or match["last"], given))
    return found
