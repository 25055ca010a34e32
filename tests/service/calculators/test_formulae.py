"""Scores against worked examples that were published, and what holds for all values."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.calculators import CALCULATORS
from service.calculators.inputs import Amount, Choice, Criterion, Measure, Value
from service.calculators.structured import InputError, read_values


def score(name: str, **inputs: Any) -> float | None:
    """The score that a program gets for what it sends."""
    calculator = CALCULATORS[name]
    return calculator.compute(read_values(calculator, inputs))


# Where each example was published stands behind it.
PUBLISHED: list[tuple[str, dict[str, Any], float]] = [
    # scoutmytool.com/calc/health/meld-score: MELD 13, MELD-Na 15
    ("meld_na", {"creatinine": "1.0 mg/dL", "bilirubin": "1.5 mg/dL", "inr": 1.5, "sodium": 135}, 15),
    # WHO table as reproduced: 70 kg and 1.75 m, 22.9
    ("bmi", {"weight": "70 kg", "height": "1.75 m"}, 22.86),
    # WBUR after CDC: 164 lb and 64 in, 28.15 with the rounded factor 703
    ("bmi", {"weight": "164 lb", "height": "64 in"}, 28.15),
    # droracle.ai 545150: a woman of 72 with hypertension and diabetes has 4, and 3 without the point for sex
    ("cha2ds2_vasc", {"age": 72, "sex": "female", "hypertension": True, "diabetes": True}, 4),
    ("cha2ds2_va", {"age": 72, "hypertension": True, "diabetes": True}, 3),
    # stethoprep.com: a man of 68 with hypertension, heart failure and diabetes has 4
    ("cha2ds2_vasc", {"age": 68, "sex": "male", "hypertension": True, "diabetes": True, "heart_failure": True}, 4),
    # rdrr.io/github/CCVR/inteRn, qSOFA: its two examples
    ("qsofa", {"altered_mentation": True, "respiratory_rate": 21, "systolic": 120}, 1),
    ("qsofa", {"altered_mentation": False, "respiratory_rate": 21, "systolic": 95}, 1),
]


@pytest.mark.parametrize(("name", "inputs", "expected"), PUBLISHED, ids=lambda value: str(value)[:40])
def test_a_published_example_is_computed_as_published(name: str, inputs: dict[str, Any], expected: float) -> None:
    assert score(name, **inputs) == pytest.approx(expected, abs=0.005)


def test_gfr_is_near_the_published_example_that_was_rounded_on_its_way() -> None:
    # creatinineclearancecalculator.net: a woman of 55 with 0.9 mg/dL has about 76 (0.745 × 0.711, rounded)
    assert score("egfr_ckd_epi_2021", age=55, sex="female", creatinine="0.9 mg/dL") == pytest.approx(76, abs=1)


CUT_OFFS: list[tuple[str, dict[str, Any], dict[str, Any], float]] = [
    # name, inputs below a published cut-off, what lies at it, and what that adds
    ("cha2ds2_va", {"age": 64}, {"age": 65}, 1),
    ("cha2ds2_va", {"age": 74}, {"age": 75}, 1),
    ("has_bled", {"age": 65, "uncontrolled_hypertension": False}, {"age": 66}, 1),
    ("padua", {"age": 69}, {"age": 70}, 1),
    ("improve_vte", {"age": 60}, {"age": 61}, 1),
    (
        "crb_65",
        {"age": 64, "confusion": False, "respiratory_rate": 29, "systolic": 90, "diastolic": 61},
        {"age": 65},
        1,
    ),
    (
        "crb_65",
        {"age": 64, "confusion": False, "respiratory_rate": 29, "systolic": 90, "diastolic": 61},
        {"respiratory_rate": 30},
        1,
    ),
    (
        "crb_65",
        {"age": 64, "confusion": False, "respiratory_rate": 29, "systolic": 90, "diastolic": 61},
        {"systolic": 89},
        1,
    ),
    (
        "crb_65",
        {"age": 64, "confusion": False, "respiratory_rate": 29, "systolic": 90, "diastolic": 61},
        {"diastolic": 60},
        1,
    ),
    ("qsofa", {"altered_mentation": False, "respiratory_rate": 21, "systolic": 101}, {"systolic": 100}, 1),
    ("qsofa", {"altered_mentation": False, "respiratory_rate": 21, "systolic": 101}, {"respiratory_rate": 22}, 1),
    ("wells_pe", {"heart_rate": 100, "alternative_less_likely": False}, {"heart_rate": 101}, 1.5),
    ("wells_pe", {"heart_rate": 100, "alternative_less_likely": False}, {"alternative_less_likely": True}, 3),
    ("wells_dvt", {"alternative_as_likely": False, "previous_dvt": True}, {"alternative_as_likely": True}, -2),
]


@pytest.mark.parametrize(("name", "below", "at", "added"), CUT_OFFS)
def test_a_cut_off_lies_where_it_was_published(
    name: str, below: dict[str, Any], at: dict[str, Any], added: float
) -> None:
    before, after = score(name, **below), score(name, **{**below, **at})
    assert before is not None
    assert after is not None
    assert after - before == added


LIVER = {"albumin": "36 g/L", "inr": 1.0, "ascites": "none", "encephalopathy": "none"}


@pytest.mark.parametrize(
    ("bilirubin", "points"),
    [
        ("1.9 mg/dL", 1),
        ("2 mg/dL", 2),
        ("3 mg/dL", 2),
        ("3.1 mg/dL", 3),
        ("33 µmol/L", 1),
        ("34 µmol/L", 2),
        ("51 µmol/L", 2),
        ("52 µmol/L", 3),
    ],
)
def test_bilirubin_keeps_the_published_cut_offs_of_its_unit(bilirubin: str, points: int) -> None:
    assert score("child_pugh", bilirubin=bilirubin, **LIVER) == 4 + points


@pytest.mark.parametrize(("urea", "points"), [("7 mmol/L", 0), ("7.1 mmol/L", 1), ("20 mg/dL", 0), ("21 mg/dL", 1)])
def test_urea_counts_above_seven_and_urea_nitrogen_above_twenty(urea: str, points: int) -> None:
    others = {"age": 40, "confusion": False, "respiratory_rate": 18, "systolic": 120, "diastolic": 80}
    assert score("curb_65", urea=urea, **others) == points


def test_the_worst_child_pugh_score_is_fifteen_and_class_c() -> None:
    worst = score(
        "child_pugh",
        bilirubin="60 µmol/L",
        albumin="2.5 g/dL",
        inr=2.4,
        ascites="moderate or more",
        encephalopathy="grade 3 or 4",
    )
    band = CALCULATORS["child_pugh"].band(15)
    assert worst == 15
    assert band is not None
    assert band.name == "class C"


def test_dialysis_counts_as_the_highest_creatinine() -> None:
    values = {"bilirubin": "1 mg/dL", "inr": 1.0, "sodium": 137}
    assert (
        score("meld_na", creatinine="1 mg/dL", dialysis=True, **values)
        == score("meld_na", creatinine="9 mg/dL", **values)
        == 20
    )


def test_low_sodium_counts_only_above_eleven_points() -> None:
    values = {"bilirubin": "1 mg/dL", "creatinine": "1 mg/dL", "inr": 1.0}
    assert score("meld_na", sodium=125, **values) == score("meld_na", sodium=137, **values) == 6


def _values(item: Any) -> st.SearchStrategy[Value]:
    match item:
        case Measure():
            return st.sampled_from(sorted(item.units)).flatmap(
                lambda unit: st.floats(item.low / item.units[unit], item.high / item.units[unit]).map(
                    lambda n: Amount(n, unit)
                )
            )
        case Choice():
            return st.sampled_from(item.options)
    return st.booleans()


def complete(name: str) -> st.SearchStrategy[dict[str, Value]]:
    """Complete, plausible values for a calculator."""
    return st.fixed_dictionaries({item.name: _values(item) for item in CALCULATORS[name].inputs})


BOUNDS = {
    "child_pugh": (5, 15), "meld_na": (6, 40), "meld_3": (6, 40), "cha2ds2_va": (0, 8), "cha2ds2_vasc": (0, 9), "has_bled": (0, 9),
    "padua": (0, 20), "improve_vte": (0, 12), "improve_bleeding": (0, 30.5), "wells_dvt": (-2, 9), "wells_pe": (0, 12.5),
    "curb_65": (0, 5), "crb_65": (0, 4), "qsofa": (0, 3), "egfr_ckd_epi_2021": (0, 400), "bmi": (0, 500),
}  # fmt: skip


@pytest.mark.parametrize("name", CALCULATORS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_score_stays_within_its_bounds(name: str, data: st.DataObject) -> None:
    found = CALCULATORS[name].compute(data.draw(complete(name)))
    low, high = BOUNDS[name]
    assert found is not None
    assert low <= found <= high


LOWERING = {("wells_dvt", "alternative_as_likely")}


@pytest.mark.parametrize("name", CALCULATORS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_criterion_more_never_lowers_a_score(name: str, data: st.DataObject) -> None:
    calculator = CALCULATORS[name]
    criteria = [item for item in calculator.inputs if isinstance(item, Criterion) and (name, item.name) not in LOWERING]
    values = data.draw(complete(name))
    for item in criteria:
        without, having = (calculator.compute({**values, item.name: present}) for present in (False, True))
        assert without is not None
        assert having is not None
        assert having >= without


@settings(max_examples=60, deadline=None)
@given(age=st.integers(18, 100), sex=st.sampled_from(["female", "male"]), creatinine=st.floats(0.3, 12))
def test_creatinine_in_either_unit_gives_the_same_gfr(age: int, sex: str, creatinine: float) -> None:
    one = score("egfr_ckd_epi_2021", age=age, sex=sex, creatinine={"value": creatinine, "unit": "mg/dL"})
    other = score("egfr_ckd_epi_2021", age=age, sex=sex, creatinine={"value": creatinine * 88.4, "unit": "µmol/L"})
    assert one is not None
    assert other is not None
    assert abs(one - other) <= 1  # both are whole numbers


@settings(max_examples=60, deadline=None)
@given(weight=st.floats(40, 160), height=st.floats(140, 210))
def test_body_mass_is_the_same_in_pounds_and_inches(weight: float, height: float) -> None:
    one = score("bmi", weight={"value": weight, "unit": "kg"}, height={"value": height, "unit": "cm"})
    other = score(
        "bmi", weight={"value": weight / 0.45359237, "unit": "lb"}, height={"value": height / 2.54, "unit": "in"}
    )
    assert one == pytest.approx(other, abs=0.011)


@settings(max_examples=40, deadline=None)
@given(creatinine=st.floats(0.5, 9), more=st.floats(0.1, 3))
def test_more_creatinine_never_means_a_better_kidney(creatinine: float, more: float) -> None:
    better = score("egfr_ckd_epi_2021", age=60, sex="male", creatinine=f"{creatinine:.4f} mg/dL")
    worse = score("egfr_ckd_epi_2021", age=60, sex="male", creatinine=f"{creatinine + more:.4f} mg/dL")
    assert better is not None
    assert worse is not None
    assert worse <= better


@pytest.mark.parametrize("name", CALCULATORS)
def test_without_its_values_a_score_is_not_computed(name: str) -> None:
    assert score(name) is None
    assert CALCULATORS[name].missing({})


@pytest.mark.parametrize(
    ("name", "inputs", "what"),
    [
        ("child_pugh", {"bilirubin": 40}, "mg/dL or µmol/L"),
        ("child_pugh", {"bilirubin": {"value": 40}}, "mg/dL or µmol/L"),
        ("child_pugh", {"bilirubin": "40 mmol/mol"}, "mg/dL or µmol/L"),
        ("child_pugh", {"ascites": "some"}, "none, mild, moderate or more"),
        ("egfr_ckd_epi_2021", {"creatinine": "14000 µmol/L"}, "not plausible"),
        ("egfr_ckd_epi_2021", {"age": 12}, "not plausible"),
        ("egfr_ckd_epi_2021", {"age": float("nan")}, "not plausible"),
        ("padua", {"active_cancer": "yes"}, "true or false"),
        ("padua", {"activ_cancer": True}, "has no input of this name"),
        ("bmi", {"weight": True}, "send a number"),
        ("bmi", {"weight": [70]}, "send a number"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_with_what_to_send(name: str, inputs: dict[str, Any], what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        read_values(CALCULATORS[name], inputs)
    assert caught.value.name == next(iter(inputs))
