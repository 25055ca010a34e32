"""Values that a program sends: checked one by one, each fault named with what to send instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from service.calculators.calculator import Calculator
from service.calculators.inputs import Amount, Choice, Criterion, Input, Measure, Value, number_text
from service.calculators.reading import Trouble, checked
from service.measured import canonical_unit, parse_number

_WRITTEN = re.compile(r"\s*(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)\s*(?P<unit>\D.*)?")


class InputError(Exception):
    """A value that cannot be used: which input, and what to send."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(detail)
        self.name = name
        self.detail = detail


def read_values(calculator: Calculator, given: Mapping[str, Any]) -> dict[str, Value]:
    """The values of ``given`` (None counts as not given). Raises InputError.

    A measure is ``{"value": 2.3, "unit": "mg/dL"}`` or ``"2.3 mg/dL"``, and a plain number where its unit goes without
    saying; a criterion is true or false; a choice is one of its options.
    """
    values: dict[str, Value] = {}
    for name, value in given.items():
        item = calculator.input(name)
        if item is None:
            known = ", ".join(item.name for item in calculator.inputs)
            raise InputError(name, f"{calculator.title} has no input of this name; it has {known}.")
        if value is not None:
            values[name] = _value(item, value)
    return values


def _value(item: Input, value: Any) -> Value:
    match item:
        case Measure():
            return _amount(item, value)
        case Criterion():
            if not isinstance(value, bool):
                raise InputError(item.name, f"{item.label}: send true or false.")
            return value
        case Choice():
            if value not in item.options:
                raise InputError(item.name, f"{item.label}: send one of {', '.join(item.options)}.")
            return str(value)


def _amount(item: Measure, value: Any) -> Amount:
    number, unit = _parts(value)
    if number is None:
        raise InputError(item.name, f"{item.label}: send a number with its unit{_in(item)}.")
    if not unit:
        if item.bare is None:
            raise InputError(
                item.name, f"{item.label}: {number_text(number)} has no unit; send it with its unit{_in(item)}."
            )
        unit = item.bare
    elif unit not in item.units:
        unit = next(
            (name for name in item.units if name.startswith(f"{canonical_unit(unit)} of ")), canonical_unit(unit)
        )
        if unit not in item.units:
            raise InputError(item.name, f"{item.label}: the unit {unit[:40]!r} is not read; send it{_in(item)}.")
    outcome = checked(item, Amount(number, unit))
    if isinstance(outcome, Trouble):
        raise InputError(item.name, outcome.ask)
    return outcome


def _parts(value: Any) -> tuple[float | None, str]:
    if isinstance(value, Mapping):
        if set(value) - {"value", "unit"}:
            return None, ""
        number, _ = _parts(value.get("value"))
        unit = value.get("unit") or ""
        return (number, unit.strip()) if isinstance(unit, str) else (None, "")
    if isinstance(value, str):
        written = _WRITTEN.fullmatch(value)
        return (parse_number(written["number"]), (written["unit"] or "").strip()) if written else (None, "")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None, ""
    return float(value), ""


def _in(item: Measure) -> str:
    return f" in {item.accepted}" if item.accepted else ""
