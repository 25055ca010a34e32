"""Quantities of a sentence, and when two of them are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.sentences.figures import comparable, figures, same_value


def _said(text: str) -> list[tuple[str, float, float]]:
    return [(figure.kind, figure.low, figure.high) for figure in figures(text)]


@pytest.mark.parametrize("text", ["", "No figure here.", "The 2024 ESC guideline", "a second dose", "MELD", "B12"])
def test_years_names_and_words_are_no_quantities(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("for a fortnight", "time", 336, 336),
        ("for 5 to 7 days", "time", 120, 168),
        ("started on day 30", "time", 720, 720),
        ("lifelong anticoagulation", "time", 1e6, 1e6),
        ("taken once a week", "interval", 168, 168),
        ("given every 6 hours", "interval", 6, 6),
        ("taken every day", "interval", 24, 24),
        ("at most half a kilo", "mass", 0.5e9, 0.5e9),
        ("500 micrograms", "mass", 500, 500),
        ("20 mg a week", "mass/week", 20_000, 20_000),
        ("below 185/110 mmHg", "mmhg", 185, 185),
        ("an eGFR of 20", "of egfr", 20, 20),
        ("from the age of 65 years", "age", 65 * 8766, 65 * 8766),
        ("a ratio of 1:2", "ratio", 0.5, 0.5),
        ("alcohol of 3 standard drinks a week", "of alcohol", 3, 3),
        ("platelets of 450 × 10⁹/L", "of platelets", 450, 450),
        ("stopped the day before surgery", "time", 24, 24),
        ("at age 75 or over", "age", 75 * 8766, 75 * 8766),
    ],
)
def test_a_quantity_is_read_in_the_unit_of_its_kind(text: str, kind: str, low: float, high: float) -> None:
    [(found, least, most)] = _said(text)
    assert found == kind
    assert least == pytest.approx(low)
    assert most == pytest.approx(high)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("14 days", "2 weeks", True),
        ("0.5 mg", "500 micrograms", True),
        ("30 days", "1 month", True),
        ("a glucose of 14", "a glucose of 13.9", True),
        ("130 mmHg", "129 mmHg", False),
        ("6 months", "12 months", False),
        ("an SAAG of 1.4", "an SAAG of at least 1.1", True),
        ("an SAAG of 0.8", "an SAAG of at least 1.1", False),
        ("5 mg", "2.5 to 10 mg", True),
    ],
)
def test_values_are_the_same_across_units_ranges_and_bounds(one: str, other: str, same: bool) -> None:
    [a], [b] = figures(one), figures(other)
    assert comparable(a, b)
    assert same_value(a, b) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 mg", "5 mL"),
        ("2 hours", "once a day"),
        ("1 mg", "1 mg/mL"),
        ("an INR of 2", "10 minutes"),
        ("5 %", "5 days"),
    ],
)
def test_quantities_of_other_kinds_are_not_compared(one: str, other: str) -> None:
    [a], [b] = figures(one), figures(other)
    assert not comparable(a, b)


@given(st.integers(1, 999), st.sampled_from(["mg", "days", "mmHg", "%", "hours", "mL"]))
def test_every_quantity_is_the_same_as_itself(value: int, unit: str) -> None:
    [figure] = figures(f"{value} {unit}")
    assert same_value(figure, figure)
    assert not same_value(figure, *figures(f"{2 * value + 1} {unit}"))


def test_what_must_not_be_exceeded_is_the_most() -> None:
    [limit] = figures("Phenytoin must not exceed 50 mg/min.")
    assert limit.bound == "<"
    [assumed] = figures("Phenytoin runs at 100 mg/min.")
    assert not same_value(assumed, limit)
