"""Measured values in a question, as a score takes them. Nothing is guessed: a value without a unit that it needs, a bound,
a range, or two different values are reported, not read.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from service.calculators.inputs import Amount, Measure, Value, number_text
from service.calculators.values import (
    AGE,
    ALBUMIN,
    BILIRUBIN,
    CREATININE,
    DIASTOLIC,
    GFR,
    HEART_RATE,
    HEIGHT,
    INR,
    PLATELETS,
    RESPIRATORY_RATE,
    SODIUM,
    SYSTOLIC,
    UREA,
    WEIGHT,
)
from service.measured import Mention, ages_in, canonical_unit, mentions_in, parse_number

BMI_GIVEN = Measure("bmi", "body mass index", {"kg/m²": 1.0}, 8, 100, bare="kg/m²")
COMA_SCALE = Measure("coma_scale", "Glasgow Coma Scale", {"": 1.0}, 3, 15, bare="")
EJECTION_FRACTION = Measure("ejection_fraction", "left ventricular ejection fraction", {"%": 1.0}, 5, 85, bare="%")
MENTAL_TEST = Measure("mental_test", "abbreviated mental test score", {"": 1.0}, 0, 10, bare="")
TIME_IN_RANGE = Measure("time_in_range", "time in the therapeutic range", {"%": 1.0}, 0, 100, bare="%")
MEASURES = {
    measure.name: measure
    for measure in (
        AGE, ALBUMIN, BILIRUBIN, BMI_GIVEN, COMA_SCALE, CREATININE, DIASTOLIC, EJECTION_FRACTION, GFR, HEART_RATE, HEIGHT, INR,
        MENTAL_TEST, PLATELETS, RESPIRATORY_RATE, SODIUM, SYSTOLIC, TIME_IN_RANGE, UREA, WEIGHT,
    )
}  # fmt: skip
_SAME = 0.06  # two values this near, as a share, are one value in two units
_MUCH_NEARER = 2
_LIGHTEST = 10  # kg or lb: less is an amount of something else, where no word says that it is a weight


@dataclass(frozen=True, slots=True)
class Trouble:
    """A value that was given and cannot be used: what it is of, and what to send."""

    name: str
    ask: str


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was read. ``unwritten``: names of values whose unit goes without saying and was not written."""

    values: dict[str, Amount]
    troubles: dict[str, Trouble]
    unwritten: tuple[str, ...] = ()


def read_amounts(text: str, before: Mapping[str, Value] = MappingProxyType({})) -> Amounts:
    """The measured values of one message. ``before``: the patient's values so far; one without a unit is in that of the one
    before it, where only there it is near that one.
    """
    found: dict[str, list[Amount | Trouble]] = {}
    unwritten: set[str] = set()
    for mention in mentions_in(text):
        if mention.measure == "blood_pressure":
            _add_pressure(mention, found)
            continue
        name = "urea" if mention.measure == "urea_nitrogen" else mention.measure
        if name not in MEASURES or _is_too_light(mention):
            continue
        value = _value(MEASURES[name], mention)
        earlier = before.get(name)
        if isinstance(value, Trouble) and mention.is_exact and not mention.unit and isinstance(earlier, Amount):
            value = _in_the_unit_before(MEASURES[name], parse_number(mention.number), earlier) or value
        found.setdefault(name, []).append(value)
        if not mention.unit and isinstance(value, Amount) and value.unit:
            unwritten.add(name)
    _add_age(text, found)
    values, troubles = {}, {}
    for name, readings in found.items():
        settled = _settle(MEASURES[name], readings)
        if isinstance(settled, Amount):
            values[name] = settled
        else:
            troubles[name] = settled
    return Amounts(values, troubles, tuple(sorted(unwritten & values.keys())))


def _is_too_light(mention: Mention) -> bool:
    return mention.measure == "weight" and not mention.what and parse_number(mention.number) < _LIGHTEST


def _value(measure: Measure, mention: Mention) -> Amount | Trouble:
    if not mention.is_exact:
        return Trouble(measure.name, f"{measure.label}: give one exact value, not a bound or a range.")
    if not mention.unit:
        if measure.bare is None:
            return Trouble(
                measure.name,
                f"{measure.label}: {mention.number} was given without a unit; give it in {measure.accepted}.",
            )
        return Amount(parse_number(mention.number), measure.bare)
    unit = canonical_unit(mention.unit)
    if mention.measure == "urea_nitrogen" and unit == "mg/dL":
        unit = "mg/dL of urea nitrogen"
    if unit not in measure.units:
        accepted = measure.accepted or "a number without a unit"
        return Trouble(
            measure.name, f"{measure.label}: {mention.written} is in a unit that is not read; give it in {accepted}."
        )
    return checked(measure, Amount(parse_number(mention.number), unit))


def _in_the_unit_before(measure: Measure, number: float, earlier: Amount) -> Amount | None:
    """A number without a unit as an amount in the unit of ``earlier``; None where that is not plausible, or where in another
    unit it would be nearly as near ("bilirubin 45 µmol/L", then "bilirubin 2").
    """
    first = measure.amount_in(earlier, measure.unit)
    found = {unit: Amount(number, unit) for unit in measure.units}
    steps = {
        unit: abs(math.log(measure.amount_in(amount, measure.unit) / first))
        for unit, amount in found.items()
        if number > 0 and measure.plausible(amount)
    }
    own = steps.pop(earlier.unit, None)
    if own is None or any(step < _MUCH_NEARER * own for step in steps.values() if step > 0):
        return None
    return found[earlier.unit]


def checked(measure: Measure, amount: Amount) -> Amount | Trouble:
    """The amount, or what to say of one that is not plausible."""
    if measure.plausible(amount):
        return amount
    return Trouble(
        measure.name,
        f"{measure.label}: {amount} is not plausible ({measure.span(amount.unit)}); check the value and its unit.",
    )


def _settle(measure: Measure, readings: list[Amount | Trouble]) -> Amount | Trouble:
    amounts = [checked(measure, reading) for reading in readings if isinstance(reading, Amount)]
    good = [amount for amount in amounts if isinstance(amount, Amount)]
    bad = [reading for reading in [*readings, *amounts] if isinstance(reading, Trouble)]
    if bad or not good:
        return bad[0]
    first = measure.amount_in(good[0], measure.unit)
    if any(abs(measure.amount_in(other, measure.unit) - first) > _SAME * first for other in good[1:]):
        values = " and ".join(dict.fromkeys(str(amount) for amount in good))
        return Trouble(measure.name, f"{measure.label}: two values were given ({values}); say which one counts.")
    return good[0]


def _add_pressure(mention: Mention, found: dict[str, list[Amount | Trouble]]) -> None:
    """The upper and the lower value of a blood pressure; a bound, a range or one value alone is neither."""
    high, _, low = (part.strip() for part in mention.number.partition("/"))
    if not low or not mention.is_exact:
        return
    for measure, number in ((SYSTOLIC, high), (DIASTOLIC, low)):
        if mention.unit.lower() == "kpa":
            reading: Amount | Trouble = Trouble(measure.name, f"{measure.label}: give it in mmHg.")
        else:
            reading = Amount(float(number), "mmHg")
        found.setdefault(measure.name, []).append(reading)


def _add_age(text: str, found: dict[str, list[Amount | Trouble]]) -> None:
    ages = sorted({age.number for age in ages_in(text) if age.unit == "year"})
    if len(ages) > 1:  # a mother of 30 and her child of 3: whose score?
        told = " and ".join(sorted(number_text(age) for age in ages))
        found["age"] = [Trouble("age", f"age: {told} were given; say which one is the patient's.")]
    elif ages:
        found["age"] = [Amount(float(ages[0]), "years")]
