"""A number in a question picks the row of a table whose cell holds it, with or without a unit or a known measure."""

from __future__ import annotations

import pytest

from tests.service.conftest import Ask
from tests.service.test_own_texts import said

TOBRAMYCIN = """# Tobramycin in adults

## First dose

| Dosing weight (kg) | First dose (mg) | Volume of sodium chloride 0.9% (mL) |
|---|---|---|
| 40-49 | 200 | 50 |
| 50-64 | 280 | 100 |
| 65-80 | 360 | 100 |

Tobramycin 80 mg is given in the clinic.

## When is the next dose?

| CrCl (mL/min, Cockcroft-Gault) | Interval | Level |
|---|---|---|
| over 60 | 24 hours | after 20 hours |
| 40-60 | 36 hours | after 30 hours |
| 20-39 | 48 hours | after 40 hours |
| under 20 | one dose only | after 24 hours, then ask |

## Level

- below 1 mg/L: give the next dose
- 1 to 2 mg/L: wait 12 hours more
- above 2 mg/L: withhold the next dose
"""
FLUID = """# Fluid chart of the children's ward

Rate of maintenance fluid by weight:

| Weight (kg) | 24-hour volume (mL) | Rate (mL/h) |
|---|---|---|
| 6 | 600 | 25 |
| 10 | 1000 | 42 |
| 15 | 1250 | 52 |
| 20 | 1500 | 63 |
| 30 | 1700 | 71 |
| 50 and over | 2000 | 83 |

Boys rarely need more than 2500 mL of fluid a day.
"""
WEANING = """# Weaning from diazepam

## Reducing regimen

| Day | 08:00 | 22:00 |
|---|---|---|
| 1 | 20 | 20 |
| 2 | 15 | 20 |
| 3 | 10 | 15 |
| 4 | 5 | 10 |

## By score

| WAT-1 | Diazepam |
|---|---|
| below 3 | none |
| 3-5 | 2 mg |
| 6-8 | 5 mg |
"""


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("What is the interval for tobramycin if CrCl is 32 ml/min?", "20-39"),
        ("tobramycin interval, creatinine clearance of 50", "40-60"),
        ("tobramycin interval at a CrCl of 12 mL/min", "under 20"),
        ("tobramycin interval with a CrCl 75", "over 60"),
        ("tobramycin first dose for a man with a dosing weight of 71 kg", "65-80"),
        ("tobramycin dose 44 kg", "40-49"),
        ("tobramycin level 2.6 mg/L, is the next dose given?", "above 2 mg/L"),
        ("tobramycin level of 1.4 mg/L, when is the next dose?", "1 to 2 mg/L"),
    ],
)
def test_the_row_whose_range_holds_the_value_is_first_and_no_other_row_is_told(
    ask: Ask, question: str, row: str
) -> None:
    lines = said(ask(question, {"tobramycin.md": TOBRAMYCIN}))
    assert f": {row}" in lines[0]
    rows = ("over 60", "40-60", "20-39", "under 20") if "CrCl" in lines[0] else ("40-49", "50-64", "65-80")
    assert not any(f": {other};" in line for other in rows if other != row for line in lines)


@pytest.mark.parametrize(("kilos", "rate"), [("6", "25"), ("15", "52"), ("20", "63"), ("70", "83")])
def test_a_single_number_in_a_cell_is_compared_too(ask: Ask, kilos: str, rate: str) -> None:
    lines = said(ask(f"rate of maintenance fluid for a {kilos} kg child", {"fluid.md": FLUID}))
    assert lines[0].endswith(f"Rate (mL/h): {rate}.")


def test_a_value_between_two_rows_has_these_before_the_others(ask: Ask) -> None:
    lines = said(ask("rate of maintenance fluid for a 18 kg child", {"fluid.md": FLUID}))
    rows = [line for line in lines if "Weight (kg)" in line]
    assert {row.partition("Weight (kg): ")[2].partition(";")[0] for row in rows[:2]} == {"15", "20"}


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("diazepam reducing regimen day 3", "Day: 3;"),
        ("diazepam reducing regimen on the 2nd day", "Day: 2;"),
        ("diazepam at a WAT-1 score of 7", "WAT-1: 6-8;"),
        ("WAT-1 is 4, how much diazepam?", "WAT-1: 3-5;"),
    ],
)
def test_what_no_measure_is_known_for_is_told_by_the_name_of_the_column(ask: Ask, question: str, cell: str) -> None:
    assert cell in said(ask(question, {"weaning.md": WEANING}))[0]
