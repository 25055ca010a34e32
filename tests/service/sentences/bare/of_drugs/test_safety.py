"""Whether a drug is safe: what it does to harm, in whom it is not given, or that it is called safe in so many words."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("paracetamol", "Paracetamol can ease the pain if it is safe for you."),
        ("anticoagulant", "If blood thinners fail or are not safe, a shunt may be an option."),
        ("clonidine", "Clonidine is given in opioid withdrawal."),
        ("gabapentin", "Gabapentin should not be offered for migraine prevention."),
    ],
)
def test_what_leaves_open_whether_it_is_safe_is_no_answer(drug: str, said: str) -> None:
    assert not answers(f"is {drug} safe?", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("clonidine", "Clonidine is safe and effective in opioid withdrawal."),
        ("warfarin", "The boxed warning of warfarin states that it can cause fatal bleeding."),
        ("adenosine", "Adenosine is contraindicated in asthma."),
    ],
)
def test_its_harm_those_who_cannot_have_it_or_the_word_itself_answer(drug: str, said: str) -> None:
    assert answers(f"is {drug} safe?", said)


@pytest.mark.parametrize(
    "question", ["safe dose of paracetamol", "is metformin safe in CKD", "is metformin safe in children"]
)
def test_a_dose_or_some_patients_are_another_question(question: str) -> None:
    assert name_of(question) != "safety"


@pytest.mark.parametrize(
    "question", ["is metformin safe?", "how safe is metformin", "metformin safety", "is metformin dangerous"]
)
def test_it_is_asked_in_many_ways(question: str) -> None:
    assert name_of(question) == "safety"
