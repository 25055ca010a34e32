"""What a calculator takes: values with units, yes/no criteria and choices."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Unsaid(StrEnum):
    """What becomes of an input that nobody mentioned."""

    ASK = "ask"  # no total without it
    ABSENT = "absent"  # counted as absent, and said so


@dataclass(frozen=True, slots=True)
class Amount:
    """A value as it was given: ``value`` in ``unit``. Both are kept, so that it is echoed as it was read."""

    value: float
    unit: str

    def __str__(self) -> str:
        return f"{number_text(self.value)} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Measure:
    """A measured value.

    ``units``: accepted unit → factor to the first of them. ``low`` and ``high``: what is plausible, in the first unit:
    wide bounds against slips of the pen and of units, no reference range. ``bare``: the unit that is meant where none is
    written, only where no other number could be meant (INR; sodium, whose units have the same numbers; a pulse).
    """

    name: str
    label: str
    units: Mapping[str, float]
    low: float
    high: float
    bare: str | None = None
    unsaid: Unsaid = Unsaid.ASK

    @property
    def unit(self) -> str:
        """The unit of ``low`` and ``high``."""
        return next(iter(self.units))

    def amount_in(self, amount: Amount, unit: str) -> float:
        """The amount in another of its units. Values in one unit are not converted, so that cut-offs stay exact."""
        if amount.unit == unit:
            return amount.value
        return amount.value * self.units[amount.unit] / self.units[unit]

    def plausible(self, amount: Amount) -> bool:
        """Whether the amount lies within ``low`` to ``high``."""
        value = self.amount_in(amount, self.unit)
        return math.isfinite(value) and self.low <= value <= self.high

    @property
    def accepted(self) -> str:
        """The units in words: "mg/dL or µmol/L"."""
        return " or ".join(unit for unit in self.units if unit)

    def span(self, unit: str | None = None) -> str:
        """What is plausible, in words; in the first unit by default."""
        factor = self.units[unit] if unit is not None else 1.0
        low, high = (number_text(float(f"{limit / factor:.3g}")) for limit in (self.low, self.high))
        return f"{low} to {high} {self.unit if unit is None else unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Criterion:
    """A finding that is present or not. ``label`` says what it means in the score."""

    name: str
    label: str
    unsaid: Unsaid = Unsaid.ABSENT


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several findings."""

    name: str
    label: str
    options: tuple[str, ...]
    unsaid: Unsaid = Unsaid.ASK


Input = Measure | Criterion | Choice
Value = Amount | bool | str


def number_text(value: float) -> str:
    """A number without needless digits: 9, 2.3, 0.75."""
    return f"{round(value, 4):.10g}"


def value_text(value: Value) -> str:
    """A value as it is echoed."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
