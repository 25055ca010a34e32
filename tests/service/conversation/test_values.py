"""A follow-up that gives another value asks the same question again, with that value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import shipped_glossary
from service.conversation import Before, understand
from service.conversation.values import with_value

EOSINOPHILS = "Which inhaler do I add in COPD with eosinophils 350 and two exacerbations?"


@pytest.mark.parametrize("message", ["and if the eosinophils were 80?", "80?", "sorry, 80"])
def test_the_value_before_does_not_stay_beside_the_new_one(message: str) -> None:
    asked = understand(message, Before([EOSINOPHILS]), shipped_glossary()).text
    assert "eosinophils 80" in asked
    assert "350" not in asked


def test_a_named_value_leaves_the_others_as_they_were() -> None:
    before = Before(["Is metformin safe with eGFR 52 and HbA1c 64 in type 2 diabetes?"])
    asked = understand("and if the eGFR is 25?", before, shipped_glossary()).text
    assert "eGFR 25" in asked
    assert "HbA1c 64" in asked


@pytest.mark.parametrize("message", ["25?", "and if the eGFR is 25?", "sorry, 25"])
def test_a_figure_that_belongs_to_a_name_or_a_stage_is_no_value(message: str) -> None:
    before = Before(["Is metformin safe in type 2 diabetes with stage 3 kidney disease?"])
    asked = understand(message, before, shipped_glossary()).text
    assert "type 25" not in asked
    assert "stage 25" not in asked


@pytest.mark.parametrize("message", ["sorry, 35", "and 35?"])
def test_where_several_values_stand_none_is_taken_without_a_name(message: str) -> None:
    before = Before(["Is apixaban 5 mg right at 72 kg with creatinine 150?"])
    asked = understand(message, before, shipped_glossary()).text
    assert "apixaban 35" not in asked
    assert "35 kg" not in asked


def test_a_long_message_of_small_words_is_read_at_once() -> None:
    """Reading takes steps in proportion to the length: backtracking would not end."""
    message = "and " * 50_000 + "eosinophils"
    assert with_value(message, EOSINOPHILS, shipped_glossary()) is None


def test_a_message_without_a_value_replaces_none() -> None:
    assert "350" in understand("why?", Before([EOSINOPHILS]), shipped_glossary()).text


@given(st.integers(min_value=1, max_value=340))
def test_any_other_count_takes_its_place(count: int) -> None:
    asked = understand(f"and with {count}?", Before([EOSINOPHILS]), shipped_glossary()).text
    assert f"eosinophils {count} " in asked


CLOT = "62F, first unprovoked PE, eGFR 41, weight 58 kg. Which DOAC dose and how long?"


def test_another_value_is_never_read_without_the_illness_or_the_drug_it_was_told_for() -> None:
    meant = understand("and if her eGFR is 22?", Before([CLOT]), shipped_glossary())
    for text in (meant.text, *meant.others):
        named = {mention.entry.term for mention in shipped_glossary().find(text)}
        assert {"pulmonary embolism", "direct oral anticoagulant"} <= named


def test_another_value_in_a_list_of_details_becomes_what_is_asked_about() -> None:
    before = Before(["68M with T2DM, eGFR 62, BMI 30. Metformin dose?"])
    asked = understand("and if his eGFR is 38?", before, shipped_glossary()).text
    assert asked == "68M with T2DM, BMI 30. Metformin dose, with eGFR 38?"
