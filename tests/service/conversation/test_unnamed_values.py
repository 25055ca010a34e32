"""A number without a name is the value that was asked about last, if it can be; where two can, the reader is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import shipped_glossary
from service.conversation import Before, Standalone, understand

POTASSIUM = "New AF, potassium 5.9 on spironolactone and ramipril, what do I do?"
TWO = "Warfarin, INR 6.2, potassium 4.1, no bleeding: what do I do?"


def _understood(message: str, *questions: str) -> Standalone:
    return understand(message, Before(list(questions)), shipped_glossary())


@pytest.mark.parametrize("message", ["now 5.1", "it's 5.1", "and if it is 5.1?", "repeat is 5.1"])
def test_of_two_values_that_it_could_be_neither_is_guessed(message: str) -> None:
    found = _understood(message, TWO)
    assert "INR" in found.ask
    assert "potassium" in found.ask
    assert found.text == TWO


def test_a_number_that_no_value_can_have_is_asked_about() -> None:
    assert "55" in _understood("and 55?", POTASSIUM).ask


def test_a_unit_that_no_value_has_is_asked_about() -> None:
    assert "4.2 mmol/L" in _understood("now 4.2 mmol/L", "Warfarin and INR 8.5: what do I do?").ask


@pytest.mark.parametrize(
    "message",
    ["and if it is 6.4?", "what if it's 6.4", "it's 6.4 now", "and at 6.4?", "repeat is 6.4", "now 6.4", "rpt 6.4 mmol/L",
     "up to 6.4 from 5.9", "6.4?", "no I meant 6.4", "4 h later 6.4"],
)  # fmt: skip
def test_the_value_before_is_gone_and_the_new_one_is_told(message: str) -> None:
    found = _understood(message, POTASSIUM)
    assert "potassium 6.4" in found.text
    assert "5.9" not in f"{found.text} {found.details.listed()}"
    assert "was read as potassium" in found.told


@pytest.mark.parametrize(
    ("message", "question", "there", "gone"),
    [
        ("it's 24 now", "Is metformin all right with eGFR 50 and HbA1c 9%?", "eGFR 24", "eGFR 50"),
        ("and at 128?", "How is a sodium of 118 treated with potassium 3.1?", "128", "118"),
        ("now 3.9", "How is a sodium of 118 treated with potassium 3.1?", "potassium 3.9", "3.1"),
        ("now 142/88", "BP 168/94 in pregnancy, what now?", "142/88", "168/94"),
        ("dropped to 64", "Hb 92 with an upper GI bleed, is blood given?", "Hb 64", "92"),
    ],
)
def test_of_several_values_the_one_is_taken_that_can_have_the_number(
    message: str, question: str, there: str, gone: str
) -> None:
    text = _understood(message, question).text
    assert there in text
    assert gone not in text


def test_after_it_was_asked_which_value_the_name_alone_will_do() -> None:
    assert "INR 5.1" in understand("the INR", Before([TWO, TWO], [TWO, "now 5.1"]), shipped_glossary()).text


def test_what_was_supposed_of_a_value_holds_in_later_turns() -> None:
    before = Before(
        [POTASSIUM, "New AF, potassium 6.4 on spironolactone and ramipril, what do I do?"],
        [POTASSIUM, "and if it's 6.4?"],
    )
    told = understand("and his ramipril?", before, shipped_glossary()).details.listed()
    assert any("6.4" in detail for detail in told)
    assert not any("5.9" in detail for detail in told)


def test_what_was_only_supposed_is_no_detail_of_the_patient() -> None:
    asked = "How often are blood tests checked on methotrexate?"
    before = Before([asked, f"{asked[:-1]}, eGFR 45?"], [asked, "and if the eGFR is 45?"])
    assert not understand("and folic acid?", before, shipped_glossary()).details


def test_a_value_told_beside_a_question_takes_the_place_of_the_one_before() -> None:
    text = _understood("it's 24, still ok to give?", "Is metformin all right with eGFR 50 in diabetes?").text
    assert "eGFR 24" in text
    assert "50" not in text


def test_an_age_stays_an_age() -> None:
    found = _understood("and if he were 45?", "72M on warfarin, INR 8.5: what do I do?")
    assert "INR 8.5" in found.text
    assert not found.ask


def test_a_dose_that_is_claimed_is_no_value() -> None:
    assert not _understood("it's 5 mg, you are wrong", "Dose of apixaban with eGFR 50?").told


def test_a_score_that_is_no_measured_value_is_replaced_as_before() -> None:
    found = _understood("and at 12?", "Alteplase in stroke with NIHSS 4?")
    assert "NIHSS 12" in found.text
    assert not found.ask


@given(st.floats(min_value=1.5, max_value=9.5))
def test_any_other_potassium_takes_its_place(value: float) -> None:
    number = f"{value:.1f}"
    assert f"potassium {number} " in _understood(f"now {number}", POTASSIUM).text


def test_what_the_question_denied_and_is_told_now_is_no_longer_denied() -> None:
    text = _understood("now 7 and bleeding", "Warfarin, INR 6.2, no bleeding: what do I do?").text
    assert "INR 7" in text
    assert "no bleeding" not in text


@pytest.mark.parametrize(
    ("message", "question", "text"),
    [
        ("now 114 and fitting", "Sodium 126, tired, management?", "Sodium 114, tired, management, fitting?"),
        ("CrCl is 25", "SBP prophylaxis with co-trimoxazole, dose?", "SBP prophylaxis with co-trimoxazole, dose, with CrCl 25?"),
        ("repeat 168/112", "BP 146/92 at 32 weeks of pregnancy, do I treat?", "BP 168/112 at 32 weeks of pregnancy, do I treat?"),
        ("up to 119 after 6 hours", "Sodium 114 and fitting, what do I give?", "Sodium 119 and fitting, what do I give?"),
        ("and the other way round?", "Switching warfarin to apixaban, at which INR?", "Switching apixaban to warfarin, at which INR?"),
        ("no I meant to apixaban", "Switching warfarin to rivaroxaban, at which INR?", "Switching warfarin to apixaban, at which INR?"),
    ],
)  # fmt: skip
def test_the_question_before_is_asked_at_the_value_that_is_told_or_turned_round(
    message: str, question: str, text: str
) -> None:
    assert _understood(message, question).text == text


def test_the_other_way_round_of_one_drug_turns_nothing() -> None:
    assert "way round" in _understood("and the other way round?", "How is warfarin started?").text.lower()


@pytest.mark.parametrize(
    "message", ["bloods back, it's 6.4", "and if it was 6.4", "up to 6.4 despite treatment", "6.4 on the repeat"]
)
def test_words_around_the_number_do_not_hide_it(message: str) -> None:
    assert "potassium 6.4" in _understood(message, POTASSIUM).text
