"""Measured values as they are written: found with name, number and unit, and told what makes them no value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.calculators.inputs import Measure
from service.calculators.reading.amounts import MEASURES
from service.measured import canonical_unit, in_digits, measures_named, mentions_in, parse_number, with_names
from service.measured.names import NAMES


@pytest.mark.parametrize(
    "text",
    [
        "",
        "eGFR",
        "platelets are low",
        "3 days ago",
        "cramps 3 times",
        "Nausea 2 days",
        "HRT for 10 years",
        "5 mg/kg",
        "on the 21st of May",
        "eGFR 62 year old man",
        "MELD in her, eGFR 71F",
        "sodium 49-year-old",
        "CURB-65: 78, confused",
        "HAS-BLED: 83, on aspirin",
        "per 10 kg",
        "insulin 70/30",
        "Seretide 250/50",
        "co-amoxiclav 250/125 mg",
        "Entresto 97/103",
        "target 130/80",
        "lower it below 140/90",
        "140/90 or 130/80",
        "on 12/11/2026",
    ],
)
def test_what_is_no_measured_value_is_not_found(text: str) -> None:
    assert mentions_in(text) == []


@pytest.mark.parametrize(
    ("text", "measure", "written"),
    [
        ("eGFR of 25 mL/min/1,73 m2", "gfr", "25 mL/min/1,73 m2"),
        ("CrCl 25", "creatinine_clearance", "25"),
        ("Cr 2.1 mg/dl", "creatinine", "2.1 mg/dl"),
        ("BUN 24 mg/dL", "urea_nitrogen", "24 mg/dL"),
        ("BP 172/95", "blood_pressure", "172/95"),
        ("172 / 95 mmHg", "blood_pressure", "172 / 95 mmHg"),
        ("still 162/94 on three agents", "blood_pressure", "162/94"),
        ("eGFR 45 male", "gfr", "45"),
        ("BMI 80 kg", "weight", "80 kg"),
        ("BMI 1.7m", "height", "1.7m"),
        ("temp 102 F", "temperature", "102 F"),
        ("LVEF 30%", "ejection_fraction", "30%"),
        ("my 12 stone patient", "weight", "12 stone"),
        ("9 stone 12 with AF", "weight", "9 stone 12"),
        ("12 stone 7 days ago", "weight", "12 stone"),
        ("10st", "weight", "10st"),
        ("1.75 m", "height", "1.75 m"),
        ("height 5 ft 9", "height", "5 ft 9"),
        ("INR 1.8 in a man", "inr", "1.8"),
        ("platelets 45 × 10⁹/L", "platelets", "45 × 10⁹/L"),
    ],
)
def test_a_value_is_found_as_it_is_written(text: str, measure: str, written: str) -> None:
    assert [(mention.measure, mention.written) for mention in mentions_in(text)] == [(measure, written)]


@pytest.mark.parametrize("text", ["eGFR <30", "eGFR below 30", "eGFR 30-60", "eGFR 30 to 60"])
def test_a_bound_or_a_range_is_not_exact(text: str) -> None:
    assert [mention.is_exact for mention in mentions_in(text)] == [False]


def test_values_come_in_the_order_of_the_text() -> None:
    text = "72 kg, INR 2, platelets 45 and bilirubin 3 mg/dL"
    assert [mention.measure for mention in mentions_in(text)] == ["weight", "inr", "platelets", "bilirubin"]


@pytest.mark.parametrize(
    ("one", "other"), [("creat", "serum creatinine"), ("Na", "sodium"), ("plts", "platelet count")]
)
def test_a_measure_has_many_names(one: str, other: str) -> None:
    assert measures_named(one) == measures_named(other) != frozenset()


def test_what_a_score_takes_has_a_name_here() -> None:
    assert set(MEASURES) - {"age"} <= set(NAMES)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_every_unit_of_a_score_is_its_one_spelling(measure: Measure) -> None:
    assert [unit for unit in measure.units if " of " not in unit and canonical_unit(unit) != unit] == []


PIECES = (
    "eGFR 25",
    "potassium of 6,8 mmol/L",
    "Hb <70 g/L",
    "BP 120/80",
    "INR",
    "1.8",
    "µmol/L",
    "≥",
    "to",
    "creatinine was",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=10), max_size=8).map(" ".join))
def test_any_text_can_be_read_and_what_is_found_stands_in_it(text: str) -> None:
    for mention in mentions_in(text):
        assert 0 < mention.end <= len(text)
        assert parse_number(mention.number.partition("/")[0]) >= 0


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("rr twenty-eight", "rr 28"),
        ("INR three point two", "INR 3.2"),
        ("grade two encephalopathy", "grade 2 encephalopathy"),
        ("a sixty-nine-year-old", "a 69-year-old"),
        ("one of them", "one of them"),
        ("one hundred and sixty", "one hundred and sixty"),
        ("born nineteen forty-eight", "born nineteen forty-eight"),
    ],
)
def test_a_number_in_words_is_read_in_digits(text: str, written: str) -> None:
    assert in_digits(text) == written


@pytest.mark.parametrize("text", ["ccl 35", "CCl: 35", "her ccl is 35 ml/min", "ClCr 35"])
def test_a_clearance_of_creatinine_is_read_in_short(text: str) -> None:
    assert [(mention.measure, mention.number) for mention in mentions_in(text)] == [("creatinine_clearance", "35")]
    assert "creatinine clearance" in with_names(text)


def test_a_solvent_is_no_clearance() -> None:
    assert not mentions_in("CCl4 poisoning 3 days ago")
