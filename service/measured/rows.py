"""Rows of tables, as loaders write them ("Weight (kg): 12; Rate (mL/h): 46"): for which values a row is, by the cell under
each column that tells a measure, or under the first one, whatever that counts ("Day: 3").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from service.measured.bound import AGE, DAYS, Bound
from service.measured.names import NAME
from service.measured.plausible import could_be
from service.measured.writing import NUMBER, canonical_unit, parse_number, plain

_TIME = r"(?:year|yr|month|week|day)s?"
_UNIT = rf"(?:\s?(?:{_TIME}(?: of age| old)?|[A-Za-zµ×%°/][A-Za-zµ%°/²⁹0-9.]*(?:\s?/\s?[A-Za-z0-9.]+)*))?"
_UP = r">\s?=?|≥|above|over|more than|greater than|older than|at least|from"
_DOWN = r"<\s?=?|≤|below|under|less than|younger than|up to|at most|no more than"
_NOTE = r"(?:\s*\([^()]*\))?"
_QUANTITIES = tuple(
    re.compile(rf"(?:{form}){_NOTE}", re.I)
    for form in (
        rf"(?:between |from )?(?P<low>{NUMBER})(?P<low_unit>{_UNIT})\s*(?:-|–|to|and)\s*(?P<high>{NUMBER})(?P<unit>{_UNIT})",
        rf"(?P<sign>{_UP})\s*(?P<low>{NUMBER})(?P<unit>{_UNIT})",
        rf"(?P<sign>{_DOWN})\s*(?P<high>{NUMBER})(?P<unit>{_UNIT})",
        rf"(?P<low>{NUMBER})(?P<unit>{_UNIT}?)\s*(?P<sign>(?:or|and) (?:more|above|over|higher|greater|older)\b|\+)",
        rf"(?P<high>{NUMBER})(?P<unit>{_UNIT}?)\s*(?P<sign>(?:or|and) (?:less|below|under|lower|fewer|younger)\b)",
        rf"(?P<exact>{NUMBER})(?P<unit>{_UNIT})",
    )
)
_WITH_ENDS = re.compile(r"≥|≤|=|\b(?:at least|from|up to|at most|no more|or|and)\b|\+", re.I)
_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z-]*)\.? (?P<quantity>.*\d.*)")  # "Day 3", "Level below 2"
_ITEM = re.compile(r"\b(?P<name>(?:[\w-]+ )?[\w-]+): (?P<cell>[^:;]*\d[^:;]*): \S")
_BESIDE = re.compile(r"\s*\((?P<unit>[^(),;]*)[^()]*\)\s*$|(?:,| in)\s+(?P<in>[A-Za-z%/²]+)\s*$", re.I)
_LAST_NAME = re.compile(r".*(?:: |\? )", re.S)
# Before the name of a measure: the column tells what is aimed at or how it changes, and after it: what comes of it.
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:target|goal|aim|change|rise|fall|drop|increase|decrease|loss|gain|maximum|max|expected|per)\b", re.I
)
_AFTER_THE_NAME = re.compile(r"(?:\W|\b(?:levels?|values?|counts?|score|result|range|band|group|today|at|on|presentation|admission)\b)*", re.I)  # fmt: skip
_AGE_NAME = re.compile(r"\bages?\b", re.I)
_LONGEST_NAME = 8  # words of the name of a column
_OF_ANOTHER = re.compile(r"^[^:;]*\b(?:volume|amount|rate|ml|bags?) (?:of|in|with) [^:;]*: ", re.I)
# Between the name of a column and the number that is told of it.
_FILLING = r"(?:[\s:=,-]|\b(?:scores?|levels?|values?|number|no|of|is|was|at|now|about|around|the|a)\b){1,6}"
_UNIT_TOLD = (
    r"(?!\d|[.,]\d|\s?(?:-|–|to)\s?\d)"
    r"(?:\s?(?P<unit>(?:mg|g|mcg|µg|ng|ml|l|kg|units?|tablets?|hours?|minutes?|times|mmol|µmol)\b(?:\s?/\s?\w+)?|%))?"
)
_SAYS_NOTHING = frozenset(
    "score scores level levels value values number count the of in at or and per to for a".split()
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is a number, a range or a limit and nothing more; ``column``: the name above it, without its unit."""

    column: str
    bound: Bound  # ``measure`` is empty where the column names none
    first: bool  # it stands in the first column


def parted(text: str) -> list[str]:
    """The parts of a row, each "column: cell", what leads into it before the first; a text that is no row is one part."""
    if ": " not in text:
        return [plain(text)]
    parts: list[str] = []
    for part in plain(text).rstrip(" .").split("; "):
        name = part.partition(": ")[0] if ": " in part else ""
        if not parts or (name and len(name.split()) <= _LONGEST_NAME):
            parts.append(part)
        else:
            parts[-1] += f"; {part}"
    return parts if sum(": " in part for part in parts) > 1 else [plain(text)]


def cells_in(text: str) -> tuple[Cell, ...]:
    """The cells of a row that are quantities, in its order, or the one that an item of a list begins with ("Troponin: below
    14: no more tests"); none where ``text`` is neither.
    """
    return _cells_in(text) if ": " in text else ()


@lru_cache(maxsize=20_000)  # rows come up again and again
def _cells_in(text: str) -> tuple[Cell, ...]:
    parts = parted(text)
    if not parts[1:]:
        led = _ITEM.search(parts[0])
        found = cell_of(f"{led['name']}: {led['cell']}", 0) if led is not None else None
        return (found,) if found is not None else ()
    return tuple(found for n, part in enumerate(parts) if (found := cell_of(part, n)) is not None)


def without_measures_of_others(text: str) -> str:
    """A row without the names of those columns that tell how much there is of something beside what the row is on
    ("Volume of sodium chloride (mL): 100"); any other text as it is.
    """
    parts = parted(text)
    if not any(cell_of(part, place) for place, part in enumerate(parts[1:], start=1)):
        return text
    return "; ".join(parts[:1] + [_OF_ANOTHER.sub("", part) for part in parts[1:]])


def cell_of(part: str, place: int) -> Cell | None:
    """The quantity that a part of a row gives, the part being the ``place``-th; None where it gives none."""
    name, _, cell = part.rpartition(": ") if not place else part.partition(": ")
    name, cell = _LAST_NAME.sub("", name).strip(), cell.strip()
    beside = _BESIDE.search(name)
    unit = (beside["unit"] or beside["in"] or "").strip() if beside else ""
    name = name[: beside.start()].strip() if beside else name
    match = _quantity(cell)
    if match is None:
        label = _LABELLED.fullmatch(cell)
        match = _quantity(label["quantity"]) if label is not None else None
        name = label["label"] if label is not None else name
    if match is None or not name:
        return None
    measure = _measure_of(name, unit)
    bound = _age_bound(match, unit) if measure == AGE else _bound(measure, match, unit)
    return Cell(name, bound, first=not place) if bound is not None else None


def _quantity(cell: str) -> re.Match[str] | None:
    return next((match for form in _QUANTITIES if (match := form.fullmatch(cell)) is not None), None)


def _measure_of(name: str, unit: str) -> str:
    """The measure that a column tells; empty where it tells none, or how one changes or should be."""
    if _OF_SOMETHING_ELSE.search(name):
        return ""
    named = next((m for m in NAME.finditer(name) if _AFTER_THE_NAME.fullmatch(name, m.end())), None)
    if named is not None:
        return str(named.lastgroup)
    if _AGE_NAME.search(name):
        return AGE
    return "weight" if canonical_unit(unit or name) == "kg" else ""


def _ends(match: re.Match[str]) -> tuple[str | None, str | None]:
    groups = match.groupdict()
    exact = groups.get("exact")
    return exact or groups.get("low"), exact or groups.get("high")


def _with_ends(match: re.Match[str]) -> bool:
    sign = match.groupdict().get("sign")
    return sign is None or _WITH_ENDS.search(sign) is not None


def _bound(measure: str, match: re.Match[str], unit: str) -> Bound | None:
    low, high = _ends(match)
    own = canonical_unit(match["unit"].strip() or unit)
    if measure and not all(could_be(measure, end, own) for end in (low, high) if end):
        return None
    return Bound(
        measure, parse_number(low) if low else None, parse_number(high) if high else None, _with_ends(match), own
    )


def _age_bound(match: re.Match[str], unit: str) -> Bound | None:
    low, high = _ends(match)
    own = _days(match["unit"] or unit or "years")
    of_low = _days(match.groupdict().get("low_unit") or "") or own
    if not own or not of_low:
        return None
    return Bound(
        AGE, parse_number(low) * of_low if low else None, parse_number(high) * own if high else None,
        _with_ends(match), "",
    )  # fmt: skip


def _days(unit: str) -> float:
    """How many days a unit of age has; 0 of any other."""
    text = unit.strip().lower().replace("yr", "year")
    return next((days for name, days in DAYS.items() if text.startswith(name)), 0.0)


def numbers_told(text: str, cell: Cell) -> Iterator[float]:
    """The numbers that ``text`` tells of what the column of a cell counts: "day 3", "the 3rd day", "a CIWA-Ar score of 12";
    not those in another unit.
    """
    words = [word.lower() for word in re.findall(r"[A-Za-z][A-Za-z0-9]+", cell.column)]
    telling = [word for word in words if word not in _SAYS_NOTHING] or words
    if not telling:
        return
    name = "|".join(_named(word) for word in telling)
    whole = re.escape(cell.column)
    for form in (
        rf"(?<![\w-])(?:{whole}|(?:{name})(?:-[A-Za-z]\w*)?)(?!-\d){_FILLING}(?P<n>{NUMBER}){_UNIT_TOLD}",
        rf"(?<![\w.])(?P<n>\d{{1,2}})(?:st|nd|rd|th) (?:{name})\b(?P<unit>)",
        rf"(?<![\w.])(?P<n>{NUMBER}) (?:points )?on (?:the |a )?(?:{whole}|{name})\b(?P<unit>)",
    ):
        for match in re.finditer(form, plain(text), re.I):
            if not match["unit"] or canonical_unit(match["unit"]) == cell.bound.unit:
                yield parse_number(match["n"])


def _named(word: str) -> str:
    """How a word of a column is written: as it is, in the plural, and without the number of its version ("NEWS2")."""
    stem = word.rstrip("0123456789").removesuffix("s")
    return rf"{re.escape(stem)}s?(?:{word[len(word.rstrip('0123456789')) :]})?"
