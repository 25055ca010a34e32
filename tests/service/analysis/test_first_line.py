"""A first line and an illness alone ask for the first-line treatment of that illness; with anything else they stay."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.first_line import first_line_in_full


@pytest.mark.parametrize(
    "text",
    [
        "first line metformin in type 2 diabetes",
        "chlamydia in pregnancy first line",
        "first line test for coeliac disease",
        "AF first line after cardioversion",
        "first line",
        "what now in gout?",
    ],
)
def test_with_a_drug_a_patient_or_a_test_it_stays(text: str) -> None:
    assert first_line_in_full(text, shipped_glossary()) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Chlamydia first line", "first-line treatment of Chlamydia"),
        ("heart failure, first line?", "first-line treatment of heart failure"),
        ("first line for gonorrhoea", "first-line treatment of gonorrhoea"),
        ("What is the first-line in gout?", "first-line treatment of gout"),
    ],
)
def test_with_an_illness_alone_its_treatment_is_asked(text: str, read: str) -> None:
    assert first_line_in_full(text, shipped_glossary()) == read
