"""Quantities in text: values with unit and comparator, and what of a statement's quantities another text does not
have.

Written apart from the checks of the service on purpose: a measure that shared the code of the gate could not see what
the gate misses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "half": 0.5, "twice": 2, "double": 2, "once": 1,
}  # fmt: skip
# unit as written → (unit that is compared, factor)
_UNITS = {
    "%": ("%", 1.0), "percent": ("%", 1.0), "per cent": ("%", 1.0),
    "kg": ("mg", 1e6), "g": ("mg", 1e3), "gram": ("mg", 1e3), "mg": ("mg", 1.0), "milligram": ("mg", 1.0),
    "mcg": ("mg", 1e-3), "µg": ("mg", 1e-3), "microgram": ("mg", 1e-3), "ng": ("mg", 1e-6), "nanogram": ("mg", 1e-6),
    "l": ("ml", 1e3), "litre": ("ml", 1e3), "liter": ("ml", 1e3), "dl": ("ml", 100.0), "ml": ("ml", 1.0),
    "second": ("minute", 1 / 60), "s": ("minute", 1 / 60), "minute": ("minute", 1.0), "min": ("minute", 1.0),
    "h": ("minute", 60.0), "hour": ("minute", 60.0), "hr": ("minute", 60.0), "day": ("minute", 1440.0),
    "d": ("minute", 1440.0), "week": ("minute", 10080.0), "wk": ("minute", 10080.0),
    "month": ("month", 1.0), "year": ("month", 12.0), "yr": ("month", 12.0),
    "mm": ("mm", 1.0), "cm": ("mm", 10.0), "m": ("mm", 1000.0),
    "mmhg": ("mmhg", 1.0), "kpa": ("kpa", 1.0), "mmol": ("mmol", 1.0), "µmol": ("mmol", 1e-3), "meq": ("meq", 1.0),
    "iu": ("iu", 1.0), "unit": ("iu", 1.0), "u": ("iu", 1.0), "point": ("point", 1.0), "times": ("times", 1.0),
    "dose": ("dose", 1.0), "tablet": ("dose", 1.0), "patient": ("people", 1.0), "people": ("people", 1.0),
}  # fmt: skip
_BEFORE = {
    "no more than": "≤", "not more than": "≤", "no less than": "≥", "not less than": "≥", "less than": "<",
    "fewer than": "<", "lower than": "<", "below": "<", "under": "<", "<": "<", "more than": ">", "greater than": ">",
    "higher than": ">", "above": ">", "over": ">", "exceeding": ">", ">": ">", "at least": "≥", "from": "", "≥": "≥",
    ">=": "≥", "at most": "≤", "up to": "≤", "within": "≤", "≤": "≤", "<=": "≤",
}  # fmt: skip
_AFTER = {
    "or more": "≥", "or greater": "≥", "or above": "≥", "or higher": "≥", "or older": "≥", "and above": "≥",
    "and older": "≥", "or less": "≤", "or fewer": "≤", "or below": "≤", "or lower": "≤", "or younger": "≤",
}  # fmt: skip
_DIRECTION = {"<": -1, "≤": -1, ">": 1, "≥": 1, "": 0}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.·]\d+)?"
_UNIT = (
    r"(?P<unit>%|per\s?cent|percent|[×x]\s?10\s?\^?\s?[⁰¹²³⁴⁵⁶⁷⁸⁹\d]+\s?/\s?[µμ]?[Ll]|"
    r"(?:kg|grams?|mg|milligrams?|mcg|[µμ]g|micrograms?|ng|nanograms?|g|lit(?:re|er)s?|dL|dl|mL|ml|L|seconds?|minutes?|min|"
    r"hours?|hrs?|h|days?|d|weeks?|wks?|months?|years?|yrs?|mmHg|mm\sHg|mm|cm|m|kPa|[µμ]mol|mmol|mEq|IU|units?|U|points?|times|"
    r"doses?|tablets?|patients?|people|s)(?![A-Za-z])(?:\s?/\s?[A-Za-z][A-Za-z0-9²]*(?:\.[A-Za-z0-9²]+)*)*)"
)
_QUANTITY = re.compile(
    rf"(?:(?P<before>{'|'.join(re.escape(form) for form in sorted(_BEFORE, key=len, reverse=True))})\s*)?"
    rf"(?<![A-Za-z0-9.,·_-])(?P<first>{_NUMBER}|\b(?:{'|'.join(_WORDS)})\b)(?![A-Za-z]{{2,}}\d)"
    rf"(?:\s?(?:–|-|to|and|−)\s?(?P<second>{_NUMBER})(?![\d.,]*-[A-Za-z]))?"
    rf"(?:[\s-]?{_UNIT})?(?:[\s-](?P<after>{'|'.join(_AFTER)}))?",
    re.IGNORECASE,
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in its base unit ('' where none is written) with its comparator ('' where none is)."""

    value: float
    unit: str = ""
    comparator: str = ""
    written: float = 0.0  # the value as it stands there, before it was brought to the base unit
    upper: float | None = None  # where it begins a range: the range's end

    @property
    def is_year(self) -> bool:
        """A bare number that reads as a calendar year."""
        return self.unit == "" and self.value.is_integer() and 1900 <= self.value <= 2099


@lru_cache(maxsize=20_000)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of ``text`` in order; digits inside names (CHA2DS2-VASc, IL-6) are none."""
    found = []
    for match in _QUANTITY.finditer(text):
        word = match["first"].casefold()
        if word in _WORDS and match["unit"] is None and match["before"] is None:
            continue  # "two of them", "once": too loose to be held against a text
        comparator = _BEFORE.get((match["before"] or "").casefold(), "") or _AFTER.get(
            (match["after"] or "").casefold(), ""
        )
        unit, factor = _unit(match["unit"])
        values = [_value(written) for written in (match["first"], match["second"]) if written is not None]
        scaled = [round(value * factor, 9) for value in values]
        for position, (value, base) in enumerate(zip(values, scaled, strict=True)):
            upper = scaled[1] if position == 0 and len(scaled) == 2 else None
            found.append(Quantity(base, unit, comparator, value, upper))
    return tuple(found)


def _value(written: str) -> float:
    word = _WORDS.get(written.casefold())
    return float(written.replace(",", "").replace("·", ".")) if word is None else float(word)


def _unit(written: str | None) -> tuple[str, float]:
    if written is None:
        return "", 1.0
    plain = re.sub(r"\s+", "", written.translate(_SUPERSCRIPT).replace("μ", "µ")).casefold().replace("×", "x")
    head, *rest = plain.split("/")
    known = _UNITS.get(head) or _UNITS.get(head.removesuffix("s"))
    if plain.startswith("x10") or known is None:
        return plain.replace("^", ""), 1.0
    # "200 mg daily" and "200 mg/day" are the same: a day is what doses are for.
    per = "/".join(part.removesuffix("s") for part in rest if part not in ("day", "d"))
    return (f"{known[0]}/{per}", known[1]) if per else known


def quantity_errors(statement: str, evidence: Sequence[str]) -> list[str]:
    """What is wrong with the statement's quantities against ``evidence``: 'number' where the value is not there,
    'unit' where it is there with another unit only, 'comparator' where it is there with the opposite comparator
    only. One entry a quantity; empty when all agree.

    A unit or comparator that one side leaves out is not held against it; a bare year is only where the evidence has
    years.
    """
    there = [quantity for text in evidence for quantity in quantities(text)]
    has_years = any(quantity.is_year for quantity in there)
    errors = []
    for quantity in quantities(statement):
        if quantity.is_year and not has_years:
            continue
        error = _error(quantity, there)
        if error is not None:
            errors.append(error)
    return errors


def _error(quantity: Quantity, there: Sequence[Quantity]) -> str | None:
    same = [other for other in there if _same_value(other, quantity)]
    if not same:
        if _in_a_range(quantity, there):
            return None
        return "unit" if any(_equal(other.written, quantity.written) for other in there) else "number"
    direction = _DIRECTION[quantity.comparator]
    if direction and all(_DIRECTION[other.comparator] == -direction for other in same):
        return "comparator"
    return None


def _same_value(a: Quantity, b: Quantity) -> bool:
    """Equal in the base unit; as written where one side has no unit."""
    if a.unit and b.unit:
        return a.unit == b.unit and _equal(a.value, b.value)
    return _equal(a.written, b.written)


def _equal(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def _in_a_range(quantity: Quantity, there: Sequence[Quantity]) -> bool:
    """Whether a range of the evidence holds the value: "10–20 mg" bears out "15 mg"."""
    return not quantity.comparator and any(
        other.upper is not None and other.unit == quantity.unit and other.value < quantity.value < other.upper
        for other in there
    )
