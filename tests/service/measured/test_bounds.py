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
        ("people over 70 years with a calcium above 2.6", [(AGE, 70 * YEAR, None, False)]),
        ("a TSH of 10 mIU/L or more and ACR ≥30 mg/g", [("tsh", 10, None, True), ("acr", 30, None, True)]),
        ("Child-Pugh above 13 points", [("child_pugh", 13, None, False)]),
        ("glucose ≥33.3 mmol/L, osmolality >300 mOsm/kg", [("glucose", 33.3, None, True)]),
        ("Renal function (CrCl): < 30; dose: 62.5 micrograms", [("creatinine_clearance", None, 30, False)]),
        ("CBG (mmol/L): 8.1-12.0; rate (units/h): 2", [("glucose", 8.1, 12, True)]),
        ("2.0–2.9 times baseline", [("creatinine_rise", 2.0, 2.9999, True)]),
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


@pytest.mark.parametrize(
    ("sentence", "value", "held"),
    [
        ("hypertension is a blood pressure of ≥140/90 mmHg", "BP 150/84", [True]),
        ("hypertension is a blood pressure of ≥140/90 mmHg", "BP 134/92", [True]),
        ("hypertension is a blood pressure of ≥140/90 mmHg", "BP 134/84", [False]),
        ("a clinic blood pressure of 140/90 to 159/99 mmHg", "BP 150/84", [True]),
        ("a clinic blood pressure of 140/90 to 159/99 mmHg", "BP 150/104", [False]),
        ("a screening blood pressure of 160–179/100–109 mmHg", "BP 165/95", [True]),
        ("drugs at once at 160/110 mmHg or more", "BP 165/100", [True]),
        ("not treated at a blood pressure below 220/120 mmHg", "BP 200/125", [False]),
        ("not treated at a blood pressure below 220/120 mmHg", "BP 200/115", [True]),
        ("systolic pressure below 90", "BP 82/40", [True]),
        ("systolic ≥160 or diastolic ≥110 mmHg", "BP 150/112", [False, True]),
    ],
)
def test_both_parts_of_a_blood_pressure_are_compared(sentence: str, value: str, held: list[bool]) -> None:
    (found,) = measured_in(value)
    assert [bound.holds(found) for bound in bounds_in(sentence)] == held


@pytest.mark.parametrize(
    "text",
    [
        "blood pressure is lowered to below 185/110 mmHg",
        "a blood pressure goal below 130/80 mmHg in adults, and in NICE a pressure below 140/90 mmHg",
        "the ratio fell below 120/80",
        "a blood pressure of 130/80 mmHg was measured",
        "aims at a potassium below 5.0 mmol/L",
    ],
)
def test_a_target_and_a_pair_without_direction_are_no_bounds(text: str) -> None:
    assert bounds_in(text) == ()


@pytest.mark.parametrize(
    ("sentence", "value", "held"),
    [
        ("a temperature of 38 °C or more", "temp 102 F", True),
        ("a temperature above 100.4 °F", "temperature 37.5", False),
        ("a temperature below 36 °C", "temp 35.1 C", True),
        ("transfused at a haemoglobin below 70 g/L", "Hb 6.4", True),
        ("transfused at a haemoglobin below 7 g/dL", "Hb 82", False),
        ("a creatinine above 1.5 mg/dL", "creatinine 250", True),
    ],
)
def test_a_number_without_a_unit_is_compared_in_the_only_one_that_it_can_have(
    sentence: str, value: str, held: bool
) -> None:
    (found,) = measured_in(value)
    assert [bound.holds(found) for bound in bounds_in(sentence)] == [held]


@given(upper=st.integers(90, 220), lower=st.integers(40, 85))
def test_a_pressure_is_at_least_a_pair_or_below_it(upper: int, lower: int) -> None:
    (found,) = measured_in(f"BP {upper}/{lower}")
    (above,) = bounds_in("a blood pressure of ≥140/90 mmHg")
    (below,) = bounds_in("a blood pressure below 140/90 mmHg")
    assert above.holds(found) is not below.holds(found)


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
        ("platelets 38,000", ("thrombocytopenia",)),
        ("platelets 380,000", ()),
        ("K 6.7 with tall T waves", ("hyperkalaemia",)),
        ("vitamin K 5 mg given", ()),
        ("temp 102 F", ("fever",)),
        ("temperature 100", ()),
        ("BP 152/88", ("hypertension",)),
        ("BP 136/94", ("hypertension",)),
        ("BP 82/40 after a litre", ("hypotension",)),
        ("BP 128/76", ()),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("contraindicated in CKD stage 4 or 5", [("gfr", None, 29, True)]),
        ("in CKD stage 3 or worse", [("gfr", None, 59, True)]),
        ("not in kidney disease of stage 4–5", [("gfr", None, 29, True)]),
        ("avoided in severe renal impairment", [("gfr", None, 29.9, True)]),
        ("on dialysis, a single dose", [("gfr", None, 15, True)]),
        ("in people not on dialysis", []),
        ("in severe renal impairment (eGFR <30 mL/min)", [("gfr", None, 30, False)]),
    ],
)
def test_stages_and_degrees_of_kidney_disease_are_bounds(
    text: str, expected: list[tuple[str, float | None, float | None, bool]]
) -> None:
    assert [(b.measure, b.low, b.high, b.with_ends) for b in bounds_in(text)] == expected


def test_the_year_of_a_guideline_on_kidney_disease_is_no_stage() -> None:
    assert bounds_in("advised in CKD (KDIGO 2024)") == ()


@pytest.mark.parametrize(("value", "holds"), [("25", True), ("35", False)])
def test_a_limit_of_clearance_is_held_against_a_filtration_rate(value: str, holds: bool) -> None:
    (bound,) = bounds_in("not recommended at a creatinine clearance below 30 mL/min")
    (found,) = measured_in(f"eGFR {value}")
    assert bound.holds(found) is holds


def test_a_pressure_that_should_not_fall_below_a_figure_has_a_bound() -> None:
    (bound,) = bounds_in("systolic blood pressure should not fall below 90 mmHg")
    assert (bound.measure, bound.high) == ("systolic", 90)


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("colchicine on dialysis", [7.0]),
        ("apixaban in a haemodialysis patient", [7.0]),
        ("metformin in CKD 4", [22.0]),
        ("enoxaparin in severe renal impairment", [22.0]),
        ("metformin, eGFR 40, CKD 3b", [40.0]),
        ("metformin in CKD 3", []),
    ],
)
def test_kidneys_told_in_words_have_a_rate_that_stands_for_them(text: str, rates: list[float]) -> None:
    assert [value.value for value in measured_in(text)] == rates


@pytest.mark.parametrize(
    ("sentence", "value", "held"),
    [
        ("Intravenous potassium is used for hypokalaemia below 2.5 mmol/L.", "K 2.3", [True]),
        ("Oral potassium treats hypokalaemia with 2 tablets at 3.0–3.5 mmol/L.", "K 2.3", [False]),
        ("Digoxin is given at an ejection fraction of 40% or less.", "EF 30%", [True]),
        ("Hypokalaemia 2 days after surgery is replaced.", "K 2.3", []),
        ("Once a normal PCO2 is known, the target becomes 94 to 98%.", "pCO2 8.1", [False]),
        ("Once a normal PCO2 is known, the target becomes 94 to 98%.", "PaCO2 61 mmHg", [False]),
        ("Once a normal PCO2 is known, the target becomes 94 to 98%.", "pCO2 5.1 kPa", [True]),
    ],
)
def test_what_a_value_is_called_is_bounded_like_what_is_measured(sentence: str, value: str, held: list[bool]) -> None:
    (found,) = measured_in(value)
    assert [bound.holds(found) for bound in bounds_in(sentence)] == held
