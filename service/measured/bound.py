"""A value of a patient, and the values for which something is said: whether the one lies within the other."""

from __future__ import annotations

from dataclasses import dataclass

from service.measured.units import converted, meant

PRESSURE, UPPER, LOWER = "blood_pressure", "systolic", "diastolic"
AGE = "age"
DAYS = {"year": 365.25, "month": 365.25 / 12, "week": 7.0, "day": 1.0}


def is_of_kidneys(measure: str) -> bool:
    """A clearance and a filtration rate, both in mL/min, are no one measure, but limits of the kidneys are told by either."""
    return measure in ("gfr", "creatinine_clearance")


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a patient: ``measure`` a key of NAMES or "age" (in days); ``unit`` empty where none was written.

    Of a blood pressure ``value`` is the systolic, ``lower`` the diastolic one, None where it was not given.
    """

    measure: str
    value: float
    unit: str
    written: str
    lower: float | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """The values of ``measure`` for which something is said: from ``low`` to ``high``, None where it is open.

    ``lower``: the same two for the diastolic pressure, where a sentence gives both ("140/90 to 159/99").
    """

    measure: str
    low: float | None
    high: float | None
    with_ends: bool
    unit: str
    lower: tuple[float | None, float | None] | None = None

    def holds(self, found: Measured) -> bool | None:
        """Whether a value lies within; None where it is of another measure, or in a unit that cannot be compared.

        A pressure reaches "140/90 or more" by either of its two values, and is below it by both.
        """
        if found.measure == PRESSURE and self.measure in (PRESSURE, UPPER, LOWER):
            return self._holds_pressure(found)
        if found.measure != self.measure and not (is_of_kidneys(found.measure) and is_of_kidneys(self.measure)):
            return None
        value = self._in_own_unit(found) if found.measure == self.measure else found.value
        return None if value is None else self._above(value, self.low) and self._below(value, self.high)

    def spans(self, number: float) -> bool:
        """Whether a number in the unit of the bound lies within."""
        return self._above(number, self.low) and self._below(number, self.high)

    def _holds_pressure(self, found: Measured) -> bool | None:
        upper, lower = found.value, found.lower
        if self.measure == LOWER:
            return None if lower is None else self._above(lower, self.low) and self._below(lower, self.high)
        above, below = self._above(upper, self.low), self._below(upper, self.high)
        if self.measure == PRESSURE and self.lower is not None and lower is not None:
            low, high = self.lower
            above = above or (low is not None and self._above(lower, low))
            below = below and self._below(lower, high)
        return above and below

    def _in_own_unit(self, found: Measured) -> float | None:
        ends = [end for end in (self.low, self.high) if end is not None]
        own = self.unit or (meant(self.measure, max(ends)) if ends else "")
        unit = found.unit or meant(self.measure, found.value)
        return converted(self.measure, found.value, unit, own) if unit and own else found.value

    def _above(self, value: float, low: float | None) -> bool:
        return low is None or value > low or (value == low and self.with_ends)

    def _below(self, value: float, high: float | None) -> bool:
        return high is None or value < high or (value == high and self.with_ends)
