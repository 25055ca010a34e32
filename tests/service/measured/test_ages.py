"""Ages told of somebody."""

from __future__ import annotations

import pytest

from service.measured import Age, ages_in


@pytest.mark.parametrize(
    "text",
    [
        "over 65 years old",
        "aged 65-74",
        "aged 75 or over",
        "between 60 and 70 years old",
        "45 years and older",
        "I am 30 weeks pregnant",
        "He is 3 kg",
        "she walks 50m",
        "for 10 years",
        "height: 1.80m",
        "eGFR 45 male",
        "Hb 85 F",
        "of the 64 female participants",
        "a woman, 40 weeks",
    ],
)
def test_an_age_of_a_group_or_another_number_is_none(text: str) -> None:
    assert ages_in(text) == []


@pytest.mark.parametrize(
    ("text", "number", "unit", "sex"),
    [
        ("a 70-year-old", 70, "year", ""),
        ("70 y man", 70, "year", ""),
        ("81yo", 81, "year", ""),
        ("86 y, 51 kg, creatinine 110", 86, "year", ""),
        ("74F with AF", 74, "year", "female"),
        ("72m with AF", 72, "year", "male"),
        ("Female, 68, AF", 68, "year", ""),
        ("He is now 82, weighs 57 kg", 82, "year", ""),
        ("CHA2DS2-VASc 76 male, TIA", 76, "year", ""),
        ("HAS-BLED 81 F on aspirin", 81, "year", "female"),
        ("eGFR woman 40 cr 80", 40, "year", ""),
        ("man 62 bilirubin 40", 62, "year", ""),
        ("Mrs Okoro is 78 with hypertension", 78, "year", ""),
        ("aged 3 months", 3, "month", ""),
        ("a 3-week-old baby", 3, "week", ""),
    ],
)
def test_an_age_is_read(text: str, number: int, unit: str, sex: str) -> None:
    assert ages_in(text) == [Age(number, unit, sex)]


def test_two_people_have_two_ages_in_the_order_of_the_text() -> None:
    assert [age.number for age in ages_in("A 30-year-old mother and her son, who is a 3-year-old")] == [30, 3]
