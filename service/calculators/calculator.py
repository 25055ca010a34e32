"""What a calculator is: inputs, a formula, bands, and where in the library each of them is written."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from service.calculators.inputs import Amount, Choice, Criterion, Input, Measure, Unsaid, Value, number_text


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the library: the document that holds it and the words that it begins with."""

    document_id: str
    begins: str


@dataclass(frozen=True, slots=True)
class Band:
    """Scores from ``low`` to ``high``, both inclusive, mean ``name``, as the sentence at ``stated`` says.

    Every word of ``name`` stands in that sentence.
    """

    low: float
    high: float
    name: str
    stated: Passage


@dataclass(frozen=True, slots=True)
class Consequence:
    """A recommendation that is quoted at scores from ``low`` to ``high``, both inclusive; at every score by default."""

    stated: Passage
    low: float = -math.inf
    high: float = math.inf

    def applies(self, score: float) -> bool:
        """Whether it is quoted at this score."""
        return self.low <= score <= self.high


class Given:
    """The values of a calculation: typed access for formulae. A criterion that is not there is absent."""

    def __init__(self, inputs: Mapping[str, Input], values: Mapping[str, Value]) -> None:
        self._inputs = inputs
        self._values = values

    def amount(self, name: str, unit: str) -> float:
        """A measured value in ``unit``."""
        return cast(Measure, self._inputs[name]).amount_in(cast(Amount, self._values[name]), unit)

    def unit(self, name: str) -> str:
        """The unit in which a value was given."""
        return cast(Amount, self._values[name]).unit

    def has(self, name: str) -> bool:
        """Whether a criterion is present."""
        return self._values.get(name) is True

    def choice(self, name: str) -> str:
        """What was chosen."""
        return str(self._values[name])


@dataclass(frozen=True, slots=True)
class Calculator:
    """One score.

    ``score``: from complete values to the score, in ``unit``. ``formula``: in words, for where the library does not hold
    its text. ``stated``: the sentences that give formula, points and limits; the first is quoted first. ``source``: who
    published it, and where. ``remarks``: what a reader has to know of these values (no medical statement).
    """

    name: str
    title: str
    inputs: tuple[Input, ...]
    score: Callable[[Given], float]
    formula: str
    source: str
    stated: tuple[Passage, ...]
    unit: str = "points"
    bands: tuple[Band, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    remarks: Callable[[Given], list[str]] = lambda given: []

    def input(self, name: str) -> Input | None:
        """The input of that name."""
        return next((item for item in self.inputs if item.name == name), None)

    def missing(self, values: Mapping[str, Value]) -> list[Input]:
        """What has to be asked for."""
        return [item for item in self.inputs if item.name not in values and item.unsaid is Unsaid.ASK]

    def counted_absent(self, values: Mapping[str, Value]) -> list[Input]:
        """Criteria that nobody mentioned, and that count as absent."""
        return [item for item in self.inputs if item.name not in values and item.unsaid is Unsaid.ABSENT]

    def given(self, values: Mapping[str, Value]) -> Given:
        """The values for the formula."""
        return Given({item.name: item for item in self.inputs}, values)

    def compute(self, values: Mapping[str, Value]) -> float | None:
        """The score; None while something is missing. Raises nothing for values that :func:`check` lets through."""
        return None if self.missing(values) else self.score(self.given(values))

    def band(self, score: float) -> Band | None:
        """What the score means; None where no band is published."""
        return next((band for band in self.bands if band.low <= score <= band.high), None)

    def text(self, score: float) -> str:
        """The score with its unit."""
        unit = "point" if self.unit == "points" and score == 1 else self.unit
        return f"{number_text(score)} {unit}".rstrip()


def points(given: Given, weights: Mapping[Criterion, float]) -> float:
    """The weights of the criteria that are present, added up."""
    return sum(weight for criterion, weight in weights.items() if given.has(criterion.name))


def ask_for(item: Input) -> str:
    """What the asker should add."""
    match item:
        case Measure():
            return f"{item.label} in {item.accepted}" if item.accepted else item.label
        case Choice():
            return f"{item.label} ({', '.join(item.options)})"
        case Criterion():
            return f"{item.label} (yes or no)"
