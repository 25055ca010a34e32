"""Which figures of a sentence can be held against an assumed one, and whether they meet it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from service.sentences.figures import FOR_EVER, Figure, comparable, figures, same_value

_PASSED_OVER = re.compile(r"\b(?:instead of|rather than|non-?inferior to|in place of)\s(?:\w+\s){0,2}$", re.I)
_FORMER = re.compile(
    r"^[\w/ %-]{0,12}\bto \d[\w./ %-]* (?:in|since|from) (?:\w+ )?(?:19|20)\d\d\b", re.I
)  # "from 20 to 10 in 2022"
_OF_AN_ITEM = re.compile(r"^\s?(?:each|apiece|for)\b", re.I)
_NEARLY = r"(?:(?:about|around|some|roughly|nearly|almost|only|up to|at least|at most|more than|less than)\s)*"
BY = re.compile(rf"\b(?:by|(?:rise|fall|drop|increase|decrease|gain|loss|reduction|change)s? of)\s{_NEARLY}$", re.I)
_LIMITED_TO = re.compile(  # "the rise of sodium is limited to 10"
    rf"\b(?:rise|fall|drop|increase|decrease|gain|loss|reduction|change)s?\b[^,;]{{0,60}}?\b(?:is|are|be)\s"
    rf"(?:limited to|restricted to|kept (?:to|below|under))\s{_NEARLY}$|"
    r"\b(?:is|are|be)\s(?:limited|restricted) to\s\d[^,;]*\band\s$",
    re.I,
)
_FROM = re.compile(rf"\bfrom\s{_NEARLY}$", re.I)
_FIRST = re.compile(r"\b(?:first|initial) (?P<unit>hour|day|week|month|year)\b", re.I)
_LONG_TERM = re.compile(r"\blong[- ]term\b", re.I)
_HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.5, "year": 8766.0}
_PLAIN_NUMBER = re.compile(r"(?<![\w.,/^×-])\d+(?:\.\d+)?(?![\w^]|[.,]\d)")
_PLAIN_RANGE = re.compile(
    r"(?<![\w.,/^×-])(?P<low>\d+(?:\.\d+)?)(?:\s?[–-]\s?|\sto\s)(?P<high>\d+(?:\.\d+)?)(?![\w^]|[.,]\d)"
)


def has_figures_of(clause: str, text: str) -> bool:
    """Whether ``text`` has all figures of ``clause``."""
    return has_all(figures(clause), text)


def has_all(listed: Sequence[Figure], text: str) -> bool:
    """Whether ``text`` has all the figures ``listed``."""
    there = figures(text)
    return all(
        any(comparable(figure, f) and same_value(figure, f) for f in there)
        or is_the_first(figure, text)
        or (figure.low == FOR_EVER and _LONG_TERM.search(text) is not None)
        for figure in listed
    )


def of_the_whole(text: str) -> list[Figure]:
    """The figures of a sentence without those of the items of a score ("1 point each for age …"), and without those
    that no longer hold ("from 20 to 10 in 2022") or are not chosen ("instead of 14").
    """
    return [
        f
        for f in figures(text)
        if (f.kind != "points" or not _OF_AN_ITEM.match(text[f.end :]))
        and not _FORMER.match(text[f.end :])
        and not _PASSED_OVER.search(text[: f.start])
    ]


def as_change(found: Sequence[Figure], text: str) -> list[Figure]:
    """The figures of a sentence against which a change ("by 13") can be held: what it changes by, be it told as "from
    39 to 52"; levels are none.
    """
    changes = []
    for figure in found:
        before = text[: figure.start]
        if _FROM.search(before) and figure.low < figure.high:
            by, written = figure.high - figure.low, figure.written_high - figure.written_low
            changes.append(replace(figure, low=by, high=by, written_low=written, written_high=written, bound=""))
        elif BY.search(before) or _LIMITED_TO.search(before):
            changes.append(figure)
    return changes


def has_number(figure: Figure, text: str) -> bool:
    """Whether ``text`` has the assumed number where it does not tell the unit."""
    ends = figure.written_low, figure.written_high
    known = [f for f in figures(text) if not (f.kind.startswith("of ") and comparable(figure, f))]
    if figure.kind.startswith("of "):  # of what the question does not tell either: "for all from 75"
        known = [f for f in known if f.kind.startswith("of ")]
    numbers = [(match.start(), float(match.group())) for match in _PLAIN_NUMBER.finditer(text)]
    there = [at for at, number in numbers if number in ends]
    if any(not any(f.start <= at < f.end for f in known) for at in there):
        return True
    measured = [f for f in known if not f.kind.startswith("of ")]
    ranges = [(m.start(), float(m["low"]), float(m["high"])) for m in _PLAIN_RANGE.finditer(text)]
    return not figure.bound and any(  # "G4 15–29": 24 is in it
        low <= ends[0] and ends[1] <= high and not any(f.start <= at < f.end for f in measured)
        for at, low, high in ranges
    )


def is_the_first(figure: Figure, text: str) -> bool:
    """Whether an assumed time of one hour, day, week, month or year is what ``text`` calls the first."""
    named = [_HOURS[match["unit"].casefold()] for match in _FIRST.finditer(text)]
    return figure.kind == "time" and figure.low == figure.high and figure.low in named


def is_end(figure: Figure, found: Figure) -> bool:
    """Whether ``found`` is one of the two of "15 and 20 mg"."""
    return found.low == found.high and found.low in (figure.low, figure.high)


def is_figure(one: Figure, other: Figure) -> bool:
    """Whether two are the very same figure, whatever their bounds."""
    return comparable(one, other) and same_value(replace(one, bound=""), replace(other, bound=""))
