"""The bounds that a sentence gives for what is measured, and whether a patient's value lies within them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.measured import AGE, Bound, Measured, bounds_in, measured_in, states_of, without_values

YEAR, MONTH = 365.25, 365.25 / 12


@pytest.mark.parametrize(
    "text",
    [
        "",
        "eGFR is measured once a year",
        "the INR target is 2.5 for 3 months",
        "treatment lasts for over 5 years",
        "enoxaparin 40 mg daily above all in obesity",
        "a platelet count fell by 30 to 40 patients",
    ],
)
def test_a_number_that_bounds_no_measure_is_no_bound(text: str) -> None:
    assert bounds_in(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("contraindicated when eGFR is below 30 mL/min/1.73 m²", [("gfr", None, 30, False)]),
        ("an eGFR of 20 ml/min or more", [("gfr", 20, None, True)]),
        ("an eGFR of 30 to 44; not started between 30 and 45", [("gfr", 30, 44, True), ("gfr", 30, 45, True)]),
        (
            "mild at potassium 5.5–5.9 mmol/L, moderate at 6.0–6.4 and severe at 6.5 mmol/L or above",
            [("potassium", 5.5, 5.9, True), ("potassium", 6.0, 6.4, True), ("potassium", 6.5, None, True)],
        ),
        ("INR above 1.5 and platelets <50 × 10⁹/L", [("inr", 1.5, None, False), ("platelets", None, 50, False)]),
        ("an ejection fraction (EF) of 41–49%", [("ejection_fraction", 41, 49, True)]),
        ("adults aged 40 to 75 years", [(AGE, 40 * YEAR, 75 * YEAR, True)]),
        ("from age 50 with eGFR <60", [(AGE, 50 * YEAR, None, True), ("gfr", None, 60, False)]),
        ("children younger than 5 years", [(AGE, None, 5 * YEAR, False)]),
        ("infants under 3 months without a source", [(AGE, None, 3 * MONTH, False)]),
        ("people over 70 years with a thyrotropin above 10", [(AGE, 70 * YEAR, None, False)]),
    ],
)
def test_a_bound_is_read_with_its_measure_and_its_ends(
    text: str, expected: list[tuple[str, float | None, float | None, bool]]
) -> None:
    assert [(b.measure, b.low, b.high, b.with_ends) for b in bounds_in(text)] == expected


@pytest.mark.parametrize(
    ("bound", "value", "held"),
    [
        (Bound("gfr", None, 30, False, "mL/min"), Measured("gfr", 25, "", "25"), True),
        (Bound("gfr", None, 30, False, "mL/min"), Measured("gfr", 30, "", "30"), False),
        (Bound("gfr", 30, None, True, "mL/min"), Measured("gfr", 30, "", "30"), True),
        (Bound("gfr", None, 30, False, ""), Measured("potassium", 25, "", "25"), None),
        (Bound("creatinine", 133, None, True, "µmol/L"), Measured("creatinine", 1.6, "mg/dL", "1.6"), True),
        (Bound("platelets", None, 50_000, False, "/µL"), Measured("platelets", 60, "× 10⁹/L", "60"), False),
        (Bound("hba1c", 48, None, True, "mmol/mol"), Measured("hba1c", 7, "%", "7"), None),
    ],
)
def test_a_value_is_compared_in_one_unit_or_not_at_all(bound: Bound, value: Measured, held: bool | None) -> None:
    assert bound.holds(value) is held


@given(low=st.integers(1, 60), width=st.integers(1, 60), value=st.integers(1, 200))
def test_a_range_holds_for_what_lies_between_its_ends(low: int, width: int, value: int) -> None:
    (bound,) = bounds_in(f"at an eGFR of {low}–{low + width} mL/min")
    (found,) = measured_in(f"eGFR {value}")
    assert bound.holds(found) == (low <= value <= low + width)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("potassium 6.8 with ECG changes", ("hyperkalaemia",)),
        ("sodium 118 and seizing", ("hyponatraemia",)),
        ("platelets 1,050 after splenectomy", ("thrombocytosis",)),
        ("potassium 4.2", ()),
        ("temperature 39.2 since yesterday", ("fever",)),
        ("temperature 98.6", ()),
        ("platelets 38,000", ()),
        ("sodium above 118", ()),
    ],
)
def test_a_value_is_called_by_its_state(text: str, states: tuple[str, ...]) -> None:
    assert states_of(measured_in(text)) == states


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("When should I start statins in a diabetic aged 45?", "When should I start statins in a diabetic aged ?"),
        ("Can she stay on metformin with an eGFR of 25?", "Can she stay on metformin with an eGFR of ?"),
        ("apixaban 5 mg in platelets below 50", "apixaban 5 mg in platelets below 50"),
    ],
)
def test_a_value_is_no_word_to_look_for_and_a_dose_is(text: str, left: str) -> None:
    assert " ".join(without_values(text).split()).replace(" ?", "?") == left.replace(" ?", "?")
