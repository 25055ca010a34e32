"""Numbers, units, comparators, negations, directions and names: what agrees and what does not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import shipped_glossary
from evals.judge.names import Concepts, codes_missing
from evals.judge.perturb import flipped, negated, other_drug, other_number
from evals.judge.polarity import directions, negated_terms, negation_conflict
from evals.judge.quantities import quantities, quantity_errors


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("2 g/day", 2000, "mg", ""),
        ("platelets <50 × 10⁹/L", 50, "x109/l", "<"),
        ("50 x 10^9/L or more", 50, "x109/l", "≥"),
        ("within 12 h", 720, "minute", "≤"),
        ("two weeks", 20160, "minute", ""),
        ("at least 0.5 mg", 0.5, "mg", "≥"),
        ("30-day mortality", 43200, "minute", ""),
        ("1,200 patients", 1200, "people", ""),
        ("80 %", 80, "%", ""),
    ],
)
def test_a_quantity_is_read_in_its_base_unit(text: str, value: float, unit: str, comparator: str) -> None:
    [found] = quantities(text)
    assert (found.value, found.unit, found.comparator) == (value, unit, comparator)


@pytest.mark.parametrize("text", ["CHA2DS2-VASc score", "IL-6 and HbA1c", "COVID-19", "one of them", "CD4+ cells"])
def test_digits_inside_names_and_loose_number_words_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Give 2 g a day", "Give 2000 mg a day"),
        ("for 24 hours", "for 1 day"),
        ("15 mg", "10–20 mg"),
        ("a score of 3", "3 points or more"),
        ("guideline of 2024", "no year is named"),
        ("more than 50 patients", ">50 patients"),
        ("20 mg", "20 mg in adults and 10 mg in children"),
        ("0.5 mg/kg daily", "0.5 mg/kg/day"),
        ("at most 120 mg in 24 hours", "max 120 mg/24 h"),
        ("aged 65 years or older", "age 65 or older"),
    ],
)
def test_the_same_quantity_in_other_words_is_no_error(statement: str, evidence: str) -> None:
    assert quantity_errors(statement, [evidence]) == []


@pytest.mark.parametrize(
    ("statement", "evidence", "error"),
    [
        ("200 mg", "20 mg", "number"),
        ("15 mg", "10 mg in adults, 20 mg in others", "number"),
        ("20 g", "20 mg", "unit"),
        ("5 days", "5 weeks", "unit"),
        ("more than 50 %", "less than 50 %", "comparator"),
        ("the guideline of 2019", "the guideline of 2024", "number"),
        ("30 mg", "no number here", "number"),
    ],
)
def test_another_quantity_is_an_error_of_its_kind(statement: str, evidence: str, error: str) -> None:
    assert quantity_errors(statement, [evidence]) == [error]


@given(st.integers(1, 5000), st.sampled_from(["mg", "days", "%", "mmHg"]))
def test_a_quantity_always_agrees_with_itself(value: int, unit: str) -> None:
    assert quantity_errors(f"up to {value} {unit}", [f"up to {value} {unit}"]) == []


@given(st.integers(1, 5000).filter(lambda n: not 1900 <= n <= 2099), st.sampled_from(["mg", "days", "mmHg"]))
def test_ten_times_a_quantity_never_agrees(value: int, unit: str) -> None:
    assert quantity_errors(f"{value * 10} {unit}", [f"{value} {unit}"]) == ["number"]


def test_a_negation_reaches_to_the_end_of_its_clause_and_no_further() -> None:
    assert "aspirin" in negated_terms("Do not give aspirin, because bleeding is common.")
    assert "bleed" not in negated_terms("Do not give aspirin, because bleeding is common.")


def test_not_only_is_no_negation() -> None:
    assert negated_terms("Not only fever but pain is seen.") == frozenset()


def test_texts_that_differ_in_a_negation_are_in_conflict() -> None:
    assert negation_conflict("Fever was associated with relapse.", "Fever was not associated with relapse.") > 0.5
    assert negation_conflict("Fever was associated with relapse.", "Fever was associated with relapse.") == 0.0


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("It increases mortality.", "It reduced mortality."),
        ("Surgery is recommended.", "Surgery should be avoided."),
        ("The drug is started.", "The drug is stopped."),
        ("It is common.", "It is rare."),
    ],
)
def test_opposite_directions_are_seen(statement: str, evidence: str) -> None:
    assert directions(statement, evidence) == (0, 1)


def test_a_drug_that_is_not_in_the_evidence_is_named() -> None:
    concepts = Concepts(shipped_glossary())
    assert concepts.drugs_missing("Propranolol lowers portal pressure.", "Carvedilol lowers portal pressure.") == [
        "propranolol"
    ]


def test_a_brand_name_and_a_class_stand_for_the_drug() -> None:
    concepts = Concepts(shipped_glossary())
    assert concepts.drugs_missing("Carvedilol is used.", "Coreg is used.") == []
    assert concepts.drugs_missing("A non-selective beta-blocker is used.", "Carvedilol is used.") == []


def test_a_drug_that_no_glossary_knows_is_found_by_its_ending() -> None:
    concepts = Concepts(shipped_glossary())
    assert concepts.drugs_missing("Zorvalimab is used.", "Nothing is used.") == ["zorvalimab"]


def test_codes_are_compared_without_their_hyphens() -> None:
    assert codes_missing("IL-6 and Kat8 rise.", "IL6 rises.") == ["Kat8"]


@pytest.mark.parametrize(
    ("perturb", "text"),
    [
        (other_number, "Give 20 mg."),
        (negated, "It is safe."),
        (flipped, "The risk is higher."),
        (other_drug(shipped_glossary()), "Give warfarin."),
    ],
)
def test_a_perturbation_changes_the_text(perturb, text: str) -> None:  # type: ignore[no-untyped-def]
    assert perturb(text, random.Random(1)) not in (None, text)


@pytest.mark.parametrize("perturb", [other_number, negated, flipped, other_drug(shipped_glossary())])
def test_a_perturbation_that_finds_no_place_says_so(perturb) -> None:  # type: ignore[no-untyped-def]
    assert perturb("Rest helps.", random.Random(1)) is None


def test_a_full_stop_is_no_part_of_the_unit() -> None:
    assert quantity_errors("ACR is under 70 mg/mmol.", ["ACR is under 70 mg/mmol"]) == []
