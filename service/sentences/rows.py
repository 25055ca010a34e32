"""Of the rows of a table, which are for the numbers that a question tells: those whose cell holds them, or where none
does, the two between which they lie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.analysis.question import Question
from service.measured.bound import Bound
from service.measured.rows import cells_in, numbers_told
from service.sentences.applicable import fits
from service.sentences.candidates import Candidate
from service.sentences.selection import beside

_NEXT_TO_IT = 1.0  # log-odds that a row gains where none holds, and the number lies between it and the next one;
_FARTHER = -3.0  # the others lose by that


def not_for_other_numbers(found: Sequence[Candidate], question: Question) -> list[Candidate]:
    """Those of ``found`` that are no rows for other numbers than the question tells, where another row of the same
    table holds for these.
    """
    rows = [candidate for candidate in found if cells_in(candidate.text)]
    holding = [row for row in rows if fits(row.text, question) > 0]
    others = {
        row.position
        for row in rows
        if holding and fits(row.text, question) < 0 and any(beside(row, other) for other in holding)
    }
    return [candidate for candidate in found if candidate.position not in others]


def next_to_numbers(found: Sequence[Candidate], question: Question) -> list[float]:
    """The log-odds that each of ``found`` gains or loses as the row of a table of which no row holds; 0 of all else."""
    rows = [candidate for candidate in found if cells_in(candidate.text)]
    fitting = {row.position: fits(row.text, question) for row in rows}
    added: dict[tuple[str, int], float] = {}
    for row in rows:
        if fitting[row.position] >= 0:
            continue
        table = [other for other in rows if other is row or beside(row, other)]
        if not any(fitting[other.position] > 0 for other in table) and _between(table, question):
            added[row.position] = _NEXT_TO_IT if _is_next(row, table, question) else _FARTHER
    return [added.get(candidate.position, 0.0) for candidate in found]


def holds_as_row(candidate: Candidate, question: Question) -> bool:
    """Whether a candidate is the row of a table for the numbers that the question tells."""
    return bool(cells_in(candidate.text)) and fits(candidate.text, question) > 0


def _between(rows: Sequence[Candidate], question: Question) -> bool:
    """Whether the number lies between two of ``rows``."""
    away = [distance for row in rows if (distance := _away(row.text, question)) is not None]
    return any(distance > 0 for distance in away) and any(distance < 0 for distance in away)


def _is_next(row: Candidate, rows: Sequence[Candidate], question: Question) -> bool:
    """Whether none of ``rows`` is nearer to the number than ``row`` on its side."""
    own = _away(row.text, question)
    away = [distance for other in rows if (distance := _away(other.text, question)) is not None]
    return own is not None and abs(own) <= min(abs(distance) for distance in away if (distance > 0) == (own > 0))


def _away(text: str, question: Question) -> float | None:
    """How far the number that the question tells lies from the row, negative where the row is below it; None where the
    two cannot be compared.
    """
    for bound, number in _compared(text, question):
        if bound.low is not None and number < bound.low:
            return bound.low - number
        if bound.high is not None and number > bound.high:
            return bound.high - number
    return None


def _compared(text: str, question: Question) -> Iterator[tuple[Bound, float]]:
    """The cells of a row, each with a number of the question that is in its unit."""
    for cell in cells_in(text):
        bound = cell.bound
        for value in question.values:
            if bound.measure and value.measure == bound.measure and value.unit in ("", bound.unit):
                yield bound, value.value
        if cell.first and not bound.measure:
            yield from ((bound, number) for number in numbers_told(question.text, cell))
