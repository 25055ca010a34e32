"""Preparation for a procedure is told by what is done before it."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asks, first_of, told


@pytest.mark.parametrize("question", ["when to stop warfarin before liver biopsy", "liver biopsy", "before metformin"])
def test_a_drug_or_the_procedure_alone_is_another_question(question: str) -> None:
    assert not asks(question, "preparation")


@pytest.mark.parametrize(
    "question",
    ["preparation for liver biopsy", "before liver biopsy", "liver biopsy prep", "how to prepare for liver biopsy",
     "what do I do before a liver biopsy", "what is needed before liver biopsy", "what needs to be done before a liver biopsy?",
     "pre-op liver biopsy", "work-up before TIPS", "what should be checked before liver biopsy"],
)  # fmt: skip
def test_preparation_is_asked_for_in_many_words(question: str) -> None:
    assert asks(question, "preparation")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("preparation for MRI", "A brain MRI is required before the first infusion of lecanemab."),
        ("preparation for liver function tests", "Before methotrexate, hepatitis serology, kidney and liver function tests are obtained."),
        ("preparation for liver biopsy", "After liver biopsy, patients rest for 6 hours."),
        ("preparation for splenectomy", "An enlarged spleen caused the low platelet count before splenectomy."),
        ("preparation for eGFR", "Saline before contrast is indicated in acute kidney injury or eGFR <30."),
        ("preparation for bariatric surgery", "Bariatric surgery is an option in obesity."),
    ],
)  # fmt: skip
def test_what_is_done_after_it_or_is_itself_done_before_does_not_tell_it(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("preparation for liver biopsy", "Patients must be fully counselled before liver biopsy."),
        ("before cardioversion", "Before scheduled cardioversion, anticoagulation is needed for at least 3 weeks."),
        ("preparation for liver biopsy", "Platelets are checked before procedures such as paracentesis and liver biopsy."),
    ],
)  # fmt: skip
def test_what_is_done_before_it_tells_it(question: str, text: str) -> None:
    assert told(question, text)


def test_what_is_done_before_it_alone_stands_before_what_is_done_before_several() -> None:
    several = "Platelets are checked before paracentesis, ligation and liver biopsy."
    alone = "Patients must be counselled before liver biopsy."
    assert first_of("before liver biopsy", several, alone) == alone
