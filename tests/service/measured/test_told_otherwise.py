"""What clinicians tell without its name: weeks of pregnancy, a rise from a baseline, the symbol of an electrolyte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.measured import UNITS, bounds_in, measured_in, states_of, weeks_of_pregnancy, with_names
from service.measured.units import converted


@pytest.mark.parametrize(
    "text",
    [
        "viral load at 12 weeks after treatment",
        "repeat the scan at 6 weeks",
        "INR at 4 weeks after starting warfarin",
        "baby at 6 weeks old with fever",
        "BP 90/40 and clammy",
        "BP 120/40",
        "day 3 of 5",
        "24 weeks, still positive after treatment",
    ],
)
def test_weeks_that_are_counted_from_something_else_are_no_pregnancy(text: str) -> None:
    assert weeks_of_pregnancy(text) is None


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("BP 165/100 at 34 weeks", 34),
        ("28/40 with headache", 28),
        ("primip 39+2, reduced movements", 39),
        ("fasting glucose 5.6 at 26 wks", 26),
        ("36 weeks, 172/114 confirmed, headache", 36),
    ],
)
def test_weeks_without_what_they_are_counted_from_are_of_pregnancy(text: str, weeks: int) -> None:
    assert weeks_of_pregnancy(text) == weeks


@pytest.mark.parametrize("text", ["creatinine 90 from 250", "creatinine 1.2", "creatinine above 2", "urea 30 from 10"])
def test_a_creatinine_that_has_not_risen_is_no_kidney_injury(text: str) -> None:
    assert "acute kidney injury" not in states_of(measured_in(text))


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("creatinine 130 from 80", 1),
        ("creatinine went from 80 to 190 in a day", 2),
        ("creat 1.9 (baseline 0.9)", 2),
        ("creatinine 70 -> 330", 3),
    ],
)
def test_a_rise_of_creatinine_is_compared_as_times_its_baseline(text: str, stage: int) -> None:
    found = measured_in(text)
    stages = [
        bounds_in("stage 1 is creatinine 1.5–1.9 times baseline"),
        bounds_in("stage 2 is creatinine 2.0–2.9 times baseline"),
        bounds_in("stage 3 is creatinine ≥3 times baseline"),
    ]
    held = [any(bound.holds(value) for bound in bounds for value in found) for bounds in stages]
    assert held == [number == stage for number in (1, 2, 3)]
    assert states_of(found) == ("acute kidney injury",)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Na 118 and seizing", "sodium 118 and seizing"),
        ("K+ is 6.7", "potassium is 6.7"),
        ("K today 5.8", "potassium today 5.8"),
        ("K+ came back at 2.4", "potassium came back at 2.4"),
        ("vitamin K today 5 mg", "vitamin K today 5 mg"),
        ("vitamin K 5 mg for INR 8", "vitamin K 5 mg for INR 8"),
        ("low Na diet in ascites", "low Na diet in ascites"),
        ("K 40 mmol per litre", "K 40 mmol per litre"),
    ],
)
def test_a_symbol_with_a_value_is_spelt_out(text: str, read: str) -> None:
    assert with_names(text) == read


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("K is up to 6.2 now", ("hyperkalaemia",)),
        ("K today 3.1", ("hypokalaemia",)),
        ("K today 40 mmol in each bag", ()),
        ("platelets came back 61", ("thrombocytopenia",)),
        ("ascitic neutrophils 310", ("spontaneous bacterial peritonitis",)),
        ("ascitic PMN 180", ()),
        ("LVEF 35%", ("heart failure with reduced ejection fraction",)),
        ("LVEF 55%", ()),
    ],
)
def test_a_value_that_defines_a_condition_names_it(text: str, states: tuple[str, ...]) -> None:
    assert states_of(measured_in(text)) == states


@given(
    measure=st.sampled_from(sorted(UNITS)),
    value=st.floats(0.01, 1e4),
    picks=st.tuples(st.integers(0, 3), st.integers(0, 3)),
)
def test_a_value_comes_back_from_another_unit(measure: str, value: float, picks: tuple[int, int]) -> None:
    units = list(UNITS[measure])
    one, other = units[picks[0] % len(units)], units[picks[1] % len(units)]
    there = converted(measure, value, one, other)
    assert there is not None
    assert converted(measure, there, other, one) == pytest.approx(value)


def test_units_of_different_things_are_not_converted() -> None:
    assert converted("creatinine", 1.0, "mg/dL", "mmol/L") is None
    assert converted("temperature", 100.4, "°F", "°C") == pytest.approx(38.0)
