"""Whether a sentence holds for the values that a question gives: "below 30" for an eGFR of 25, not "30 to 44"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from service.analysis.question import Question
from service.measured import AGE, Bound, Measured, bounds_in
from service.measured.rows import cells_in, numbers_told

_AGE = 0.5  # bounds of age, and of weight on one side, are wide: many sentences hold that are about something else
_NARROW = 0.25  # a range is more of this patient than all that lies above or below a limit
_FORBIDS = re.compile(
    r"(?<!unless )\bcontra-?indicat\w+|\b(?:must|should) not\b|\bavoid\w*|"
    r"\bnot (?:be )?(?:used|given|recommended|advised|started|suitable|indicated)\b|\bstopp?(?:s|ed)\b",
    re.I,
)
_EXCLUDED = re.compile(
    r"\([^()]*?\b(?:not|except|unless) (?:in|with|on|at|for) (?P<whom>[^()]*)\)", re.I
)  # "(…, not in …)"
# Of several criteria some are enough: "at least two of age ≥80 years, weight ≤60 kg and creatinine ≥1.5 mg/dL".
_SOME_OF = re.compile(r"\b(?:at least (?P<n>two|three|2|3)|(?P<more>two|three|2|3) or more) of\b", re.I)
_COUNTED = {"two": 2, "2": 2, "three": 3, "3": 3}
_OUTSIDE = -0.3  # what does not hold tells where the limit is, too


def forbids(text: str, values: Sequence[Measured]) -> bool:
    """Whether ``text`` holds for ``values`` and says that something is not to be given there, or with caution only."""
    return bool(values) and _FORBIDS.search(text) is not None and holds_for(text, values) > _AGE


def fits(text: str, question: Question) -> float:
    """How far ``text`` holds for the values of ``question``, as by :func:`holds_for`, or, being the row of a table, for
    the number that the question tells of what its first column counts ("day 3").
    """
    return holds_for(text, question.values) or (_row_told(text, question.text) if ": " in text else 0.0)


def meets_criteria(text: str, values: Sequence[Measured]) -> bool:
    """Whether ``text`` asks for some of several criteria ("at least two of …"), and ``values`` meet as many."""
    return bool(values) and _SOME_OF.search(text) is not None and holds_for(text, values) == 1


@lru_cache(maxsize=20_000)  # asked of each sentence several times
def _row_told(text: str, question: str) -> float:
    for cell in cells_in(text):
        if cell.first and not cell.bound.measure:
            told = list(numbers_told(question, cell))
            if told:
                return 1 + _NARROW if any(map(cell.bound.spans, told)) else _OUTSIDE
    return 0.0


def holds_for(text: str, values: Sequence[Measured]) -> float:
    """How far ``text`` holds for ``values``, by the bounds that it gives for what was measured.

    -0.3 where none of those for a measure holds, 0.8 to 1 (of age, and of weight on one side, half as much) the more of
    them hold, 0.25 more where a range with both its ends does, 0 where none can be compared.
    """
    if not values:
        return 0.0
    excluded = [bound for match in _EXCLUDED.finditer(text) for bound in bounds_in(match["whom"])]
    if any(bound.holds(value) for bound in excluded for value in values):
        return _OUTSIDE
    bounds = bounds_in(text)
    some = _SOME_OF.search(text)
    if some is not None:
        return _of_some(bounds, values, _COUNTED[(some["n"] or some["more"]).casefold()])
    shares = []
    for value in values:
        compared = [(bound, found) for bound in bounds if (found := bound.holds(value)) is not None]
        held = [found for _, found in compared]
        if held and not any(held):
            return _OUTSIDE
        if held:
            share = 0.8 + 0.2 * sum(held) / len(held)
            in_range = any(found and None not in (bound.low, bound.high) for bound, found in compared)
            share += _NARROW * in_range
            wide = value.measure == AGE or (value.measure == "weight" and not in_range)
            shares.append(share * _AGE if wide else share)
    return sum(shares) / len(shares) if shares else 0.0


def _of_some(bounds: Sequence[Bound], values: Sequence[Measured], needed: int) -> float:
    """How far a sentence holds of which ``needed`` criteria are enough: 1 where so many hold, 0 where that is open."""
    compared = {
        value.measure: any(found)
        for value in values
        if (found := [within for bound in bounds if (within := bound.holds(value)) is not None])
    }
    if sum(compared.values()) >= needed:
        return 1.0
    open_ones = len({bound.measure for bound in bounds}) - len(compared)
    return _OUTSIDE if sum(compared.values()) + open_ones < needed else 0.0
