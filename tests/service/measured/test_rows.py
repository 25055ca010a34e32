"""The cells of a table's row that are quantities, and the numbers that a question tells of what a column counts."""

from __future__ import annotations

import pytest

from service.measured import AGE, Measured, bounds_in
from service.measured.rows import cells_in, numbers_told, without_measures_of_others

YEAR, MONTH = 365.25, 365.25 / 12


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Aspirin 75 mg is given once daily; clopidogrel is an alternative: see below.",
        "Source: Chest; First choice: Amoxicillin 1 g IV.",
        "Recheck: potassium in 6 hours.",
        "Do not give to: children under 5.",
    ],
)
def test_what_is_no_row_or_has_no_quantity_alone_in_a_cell_has_no_cells(text: str) -> None:
    assert cells_in(text) == ()


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("CrCl (mL/min, Cockcroft-Gault)", "under 20", ("creatinine_clearance", None, 20, False)),
        ("CrCl (mL/min, Cockcroft-Gault)", "20-39", ("creatinine_clearance", 20, 39, True)),
        ("eGFR", "≥ 60", ("gfr", 60, None, True)),
        ("Actual weight (kg)", "15", ("weight", 15, 15, True)),
        ("Weight in kg", "50 and over", ("weight", 50, None, True)),
        ("Booking weight", "91 to 130 kg", ("weight", 91, 130, True)),
        ("kg", "< 10", ("weight", None, 10, False)),
        ("Age (months)", "6-11", (AGE, 6 * MONTH, 11 * MONTH, True)),
        ("Age", "6 months to 2 years", (AGE, 6 * MONTH, 2 * YEAR, True)),
        ("Age", "over 80 years", (AGE, 80 * YEAR, None, False)),
        ("NEWS2", "5 or more", ("", 5, None, True)),
        ("Course", "Days 1-3", ("", 1, 3, True)),
        ("Potassium (mmol/L)", "6.0-6.4 (moderate)", ("potassium", 6.0, 6.4, True)),
    ],
)
def test_a_cell_is_read_under_the_name_of_its_column(
    column: str, cell: str, expected: tuple[str, float | None, float | None, bool]
) -> None:
    bound = cells_in(f"How much to give: {column}: {cell}; Dose: as charted.")[0].bound
    assert (bound.measure, bound.low, bound.high, bound.with_ends) == expected


@pytest.mark.parametrize(
    "row",
    [
        "Step: 1; Target INR: 2-3.",  # what is aimed at
        "Bag: A; Glucose (g): 50.",  # how much is in it
        "Line: 2; Weight loss: 5.",
        "Line: 2; Albumin (%): 20.",
    ],
)
def test_a_column_that_tells_no_value_of_the_patient_bounds_none(row: str) -> None:
    assert bounds_in(row) == ()


def test_a_number_under_another_column_is_no_second_bound_of_the_first_ones_measure() -> None:
    row = "Weight (kg): 40-60; Volume (mL): 50-70; Action: none if INR above 1.5."
    assert [(b.measure, b.low, b.high) for b in bounds_in(row)] == [("weight", 40, 60), ("inr", 1.5, None)]


def test_a_single_number_holds_for_that_value_alone() -> None:
    (bound,) = bounds_in("Weight (kg): 30; Rate (mL/h): 71.")
    assert [bound.holds(Measured("weight", value, "kg", str(value))) for value in (30, 15)] == [True, False]


def test_an_item_that_begins_with_a_quantity_is_read_after_what_leads_into_it() -> None:
    (cell,) = cells_in("Act on the level: above 2 mg/L: withhold and repeat.")
    assert (cell.column, cell.bound.low, cell.bound.unit) == ("the level", 2, "mg/L")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("regimen on day 3", [3]),
        ("what is given on the 4th day?", [4]),
        ("Day: 12", [12]),
        ("for 3 days", []),
        ("day 2-4", []),
        ("day case, 5 mg", []),
    ],
)
def test_a_number_is_told_of_a_column_by_its_name(question: str, told: list[float]) -> None:
    (cell, *_) = cells_in("Day: 1; Morning: 30; Night: 30.")
    assert list(numbers_told(question, cell)) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("SOFA-B score of 12", [12]),
        ("SOFA is 12", [12]),
        ("12 on the SOFA-B", [12]),
        ("SOFA-B 12 mg", []),
        ("a score of 12", []),
    ],
)
def test_a_score_is_told_by_the_name_or_its_first_part(question: str, told: list[float]) -> None:
    (cell, *_) = cells_in("SOFA-B: 10-14; Drug: 20 mg.")
    assert list(numbers_told(question, cell)) == told


@pytest.mark.parametrize(
    ("column", "question", "told"),
    [
        ("WAT-1", "a WAT-1 score of 7", [7]),
        ("WAT-1", "what is WAT-1?", []),
        ("NEWS2", "NEWS 6", [6]),
        ("NEWS2", "NEWS2: 6", [6]),
    ],
)
def test_a_number_in_the_name_of_a_score_is_none_that_is_told(column: str, question: str, told: list[float]) -> None:
    (cell, *_) = cells_in(f"{column}: 5-6; Action: call.")
    assert list(numbers_told(question, cell)) == told


def test_a_number_in_another_unit_is_not_told_of_a_column() -> None:
    (cell, *_) = cells_in("Level (mg/L): 15-20; Action: no change.")
    assert list(numbers_told("level 17 mg/L", cell)) == [17]
    assert list(numbers_told("level 17 mmol/L", cell)) == []


def test_what_a_dose_is_diluted_in_is_not_what_a_row_is_on() -> None:
    row = "First dose: Weight (kg): 66-75; Dose (mg): 320; Volume of sodium chloride 0.9% (mL): 100."
    assert "sodium" not in without_measures_of_others(row)
    assert (
        without_measures_of_others("Volume of sodium chloride: as needed.") == "Volume of sodium chloride: as needed."
    )
