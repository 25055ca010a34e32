"""Which drugs a question tells that the patient has already, and which it asks of."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.analysis.taken import drugs_asked, taken_already

GLOSSARY = shipped_glossary()


def taken(text: str) -> frozenset[str]:
    return taken_already(analyse(text, GLOSSARY))


@pytest.mark.parametrize(
    ("text", "had", "asked"),
    [
        (
            "68M, new gout, stable angina, amlodipine 5 mg od. Starting dose of allopurinol?",
            "amlodipine",
            "allopurinol",
        ),
        ("heart failure, ramipril 2.5, potassium 4.6. dose of spironolactone?", "ramipril", "spironolactone"),
        ("AF and asthma, apixaban 5 mg bd, can she have verapamil?", "apixaban", "verapamil"),
    ],
)
def test_a_drug_that_stands_with_its_amount_in_a_list_is_taken(text: str, had: str, asked: str) -> None:
    assert taken(text) == {had}
    assert [entry.term for entry in drugs_asked(analyse(text, GLOSSARY))] == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "UTI at home, amoxicillin 500 mg, or doxycycline?",
        "migraine, sumatriptan 50 mg versus rizatriptan?",
        "gout. allopurinol 100 mg?",
        "Is apixaban 5 mg bd or warfarin better in AF?",
    ],
)
def test_a_choice_between_drugs_takes_none(text: str) -> None:
    assert not taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "potassium 2.8 on indapamide, well. Oral replacement dose?",
        "77F, sodium 121 on sertraline. How is it best replaced?",
    ],
)
def test_the_only_drug_is_taken_where_what_a_low_value_lacks_is_replaced(text: str) -> None:
    assert taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "potassium 2.8 on indapamide. Which dose of indapamide?",
        "potassium 2.8 on indapamide. Stop it?",
        "hypothyroid on levothyroxine. Replacement dose?",
    ],
)
def test_elsewhere_the_only_drug_is_asked_about(text: str) -> None:
    assert not taken(text)
