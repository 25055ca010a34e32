"""A drug in old people and in children: its dose there, and whether it is given."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("edoxaban in children", "Direct oral anticoagulants are the agents of choice in Child-Turcotte-Pugh A and B."),
        ("amiodarone in children", "Amiodarone in pregnancy may harm the child, and breastfeeding is not recommended."),
        ("methotrexate in children", "After a methotrexate overdose above 5 mg/kg in a child folinic acid is given."),
        ("methotrexate in the elderly", "The eGFR is measured on methotrexate more often in older people."),
        ("naloxone in children", "Children with fever are given ibuprofen, and naloxone is for opioid overdose."),
        ("sertraline dose in children", "Sertraline for panic disorder in adults starts at 25 mg once daily."),
        ("ibuprofen dose in children", "Ibuprofen is considered for a child with fever who appears distressed."),
        (
            "hepatitis B immunoglobulin dose in children",
            "An infant of at least 2,000 g receives hepatitis B immunoglobulin.",
        ),
    ],
)
def test_what_is_not_on_them_or_gives_no_dose_does_not_answer(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "escitalopram in the elderly",
            "Escitalopram has a highest daily dose of 20 mg in adults and 10 mg above 65 years.",
        ),
        (
            "amiodarone in older adults",
            "The label advises careful dosing of amiodarone in older people, usually lower.",
        ),
        ("cabergoline in the elderly", "Dopamine agonists are not prescribed to people over 70 years."),
        (
            "ibuprofen in children",
            "Paracetamol or ibuprofen is considered for a child with fever who appears distressed.",
        ),
        ("adrenaline dose in children", "Intramuscular adrenaline in UK children is 300 micrograms at 6-12 years."),
        (
            "paediatric dose of tacrolimus",
            "Children after liver transplantation start tacrolimus at 0.15 to 0.2 mg/kg a day.",
        ),
    ],
)
def test_their_dose_or_that_it_is_given_or_not_answers(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("is sertraline safe in the elderly?", "use in old age"),
        ("sertraline dose in older adults", "dose in old age"),
        ("can children take sertraline", "use in children"),
        ("paediatric dose of sertraline", "dose in children"),
        ("how much ibuprofen for a child", "dose in children"),
    ],
)
def test_it_is_asked_in_many_ways(question: str, name: str) -> None:
    assert name_of(question) == name
