"""Driving, grapefruit or contraception on a drug: what a sentence says of the drug and of that."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("amiodarone and driving", "Amiodarone prolongs the action potential in all cardiac tissue."),
        ("warfarin and contraception", "Warfarin in pregnancy causes malformations."),
        (
            "everolimus and driving",
            "Everolimus is taken twice daily; with tremor, patients on tacrolimus do not drive.",
        ),
        ("sirolimus and grapefruit", "Sirolimus levels are measured, and grapefruit is avoided with tacrolimus."),
    ],
)
def test_what_says_nothing_of_it_or_says_it_of_another_drug_is_no_answer(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "carvedilol and driving",
            "During the start of carvedilol, patients avoid driving because of the risk of fainting.",
        ),
        ("tacrolimus and grapefruit juice", "Grapefruit is avoided with tacrolimus."),
        (
            "everolimus and grapefruit",
            "Strong inhibitors are not recommended with everolimus, and grapefruit is avoided.",
        ),
        ("valproate and contraception", "Men on valproate are advised to use effective contraception."),
        (
            "topiramate and birth control",
            "If you could get pregnant, use good birth control all the time with topiramate.",
        ),
    ],
)
def test_what_says_it_of_the_drug_answers(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("can you drive on gabapentin", "driving"),
        ("Is it safe to drive while taking lorazepam?", "driving"),
        ("tacrolimus and grapefruit", "grapefruit"),
        ("Can I drink grapefruit juice with tacrolimus?", "grapefruit"),
        ("methotrexate contraception", "contraception"),
        ("Do I need contraception on methotrexate?", "contraception"),
    ],
)
def test_they_are_asked_for_in_many_ways(question: str, name: str) -> None:
    assert name_of(question) == name
