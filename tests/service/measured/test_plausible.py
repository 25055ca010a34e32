"""Which values a number can be: wide ranges, the scale from the unit or from the value before."""

from __future__ import annotations

import pytest

from service.measured import could_be, mentions_in


@pytest.mark.parametrize(
    ("measure", "number", "unit", "earlier"),
    [
        ("potassium", "24", "", "5.9"),
        ("gfr", "6.4", "", "50"),
        ("sodium", "5.1", "", "118"),
        ("inr", "4.2", "mmol/L", "8.5"),
        ("haemoglobin", "9", "", "92"),  # told in g/L before
        ("blood_pressure", "90", "", "160/100"),
        ("weight", "24", "ml/min", "80"),
    ],
)
def test_a_number_outside_is_the_value_of_something_else(measure: str, number: str, unit: str, earlier: str) -> None:
    assert not could_be(measure, number, unit, earlier)


@pytest.mark.parametrize(
    ("measure", "number", "unit", "earlier"),
    [
        ("potassium", "6.4", "", "5.9"),
        ("potassium", "6,4", "mmol/l", ""),
        ("gfr", "24", "ml/min", "50"),
        ("haemoglobin", "64", "", "92"),
        ("haemoglobin", "6.4", "", "9.2"),
        ("blood_pressure", "142/88", "", "168/94"),
        ("platelets", "62", "", "45"),
    ],
)
def test_a_number_of_its_size_and_unit_can_be(measure: str, number: str, unit: str, earlier: str) -> None:
    assert could_be(measure, number, unit, earlier)


def test_a_magnesium_level_is_no_dose_of_magnesium() -> None:
    assert [mention.measure for mention in mentions_in("Mg 0.4, how do I replace it?")] == ["magnesium"]
    assert not mentions_in("ramipril 2.5 mg or magnesium sulphate 2 g")
