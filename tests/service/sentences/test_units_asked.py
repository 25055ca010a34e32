"""The unit that a question wants its answer in, and whether a sentence has a value in it."""

from __future__ import annotations

import pytest

from service.sentences.units_asked import units_asked


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How fast, in litres per hour, may ascites be drained?", "Fluid is restricted to 1.5 litres a day."),
        ("vasopressin in units per minute", "Vasopressin is added when noradrenaline is not enough."),
        ("Which ammonia in umol/L counts as raised?", "A normal plasma ammonia calls the diagnosis into question."),
        ("how many IU of immune globulin", "Immune globulin is given within 12 hours of birth."),
        ("sirolimus for a child, mg/m2 to start", "Sirolimus starts at 2 mg once daily."),
        ("paracetamol mg per kg, how often?", "Paracetamol 120 mg is given at 6 to 23 months."),
    ],
)
def test_a_value_in_another_unit_is_none(question: str, text: str) -> None:
    units = units_asked(question)
    assert units
    assert not all(unit.given_in(text) for unit in units)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How fast, in mL per hour, is albumin given?", "Albumin runs at 100 mL/h."),
        ("phenytoin in mg per minute", "Phenytoin must not exceed 50 mg/min."),
        ("creatinine limit in µmol/L", "Creatinine above 1.5 mg/dL (133 micromol/L) calls for less."),
        ("tacrolimus trough in ng/mL", "Troughs of 5 to 20 ng/mL are aimed at."),
    ],
)
def test_a_value_in_it_is_found(question: str, text: str) -> None:
    assert all(unit.given_in(text) for unit in units_asked(question))


@pytest.mark.parametrize(
    "question",
    [
        "MAP 54 on noradrenaline 0.4 mcg/kg/min, what next?",
        "BP 180/110 mmHg, treat?",
        "On aspirin 75 mg?",
        "K 6.2 mmol/L",
    ],
)
def test_a_value_that_is_told_wants_no_unit(question: str) -> None:
    assert units_asked(question) == []
