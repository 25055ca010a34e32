"""The outlook is answered by how that illness goes on."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of
from tests.service.sentences.bare.telling import first_of


@pytest.mark.parametrize(
    "text",
    [
        "Early antibiotics reduced mortality in bacterial meningitis.",
        "In a trial in bacterial meningitis, mortality was 5% with dexamethasone and 8% with placebo.",
        "Bacterial meningitis is treated with ceftriaxone.",
        "In ELAN, death in bacterial meningitis occurred in 2.9% with early and 4.1% with later treatment (95% CI -2.8 to 0.5).",
        "A negative culture means recovery from bacterial meningitis.",
        "After recovery from bacterial meningitis hearing is checked at 4 weeks.",
        "If bacterial meningitis recurs, treatment is repeated.",
    ],
)
def test_what_a_treatment_did_is_no_outlook(text: str) -> None:
    assert not answers("prognosis of bacterial meningitis", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("prognosis of bacterial meningitis", "Bacterial meningitis kills about 1 in 6 people affected."),
        ("SBP mortality", "In-hospital mortality of spontaneous bacterial peritonitis approaches 20% to 40%."),
        ("prognosis of gout", "A gout attack usually lasts 5 to 7 days and then gets better."),
        ("is a pulmonary embolism deadly?", "A lung clot can put your life at risk and needs treatment straight away."),
        ("how long does gout last?", "A gout attack usually lasts 5 to 7 days and then gets better."),
        ("outlook for hepatic encephalopathy", "Survival after the onset of overt hepatic encephalopathy is 23% at three years."),
    ],
)  # fmt: skip
def test_how_it_goes_on_is(question: str, text: str) -> None:
    assert answers(question, text)


def test_how_many_die_says_nothing_of_how_long_it_lasts_nor_the_other_way_round() -> None:
    assert not answers("how long does sepsis last?", "Sepsis kills about 1 in 6 people affected.")
    assert not answers("gout mortality", "A gout attack usually lasts 5 to 7 days and then gets better.")


def test_respiratory_depression_is_no_depression() -> None:
    text = "Respiratory depression can recur within several hours of an opioid overdose."
    assert not answers("prognosis of depression", text)


def test_that_people_can_die_of_it_is_no_rate() -> None:
    text = "A lung clot can put your life at risk and needs treatment straight away."
    assert answers("is a pulmonary embolism deadly?", text)
    assert not answers("what % die from a pulmonary embolism?", text)


def test_that_it_cannot_be_cured_is_its_outlook() -> None:
    assert answers("can epilepsy be cured?", "Epilepsy cannot be cured at present, but treatment helps.")


@pytest.mark.parametrize("question", ["does gout go away?", "how long does gout last?", "gout recovery time"])
def test_its_course_is_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "course"


@pytest.mark.parametrize("question", ["cirrhosis outlook", "how serious is cirrhosis?", "natural history of cirrhosis"])
def test_the_outlook_in_all_is_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "outlook"


@pytest.mark.parametrize(
    "question",
    [
        "cirrhosis life expectancy",
        "survival in cirrhosis",
        "mortality rate of cirrhosis",
        "5-year survival of cirrhosis",
    ],
)
def test_mortality_is_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "mortality"


def test_how_long_it_lasts_comes_before_how_long_its_signs_do() -> None:
    signs = "Depression is more than a bad day, because the signs last for at least two weeks."
    itself = "Depression mostly lasts about six months, but can last two years or more."
    assert first_of("how long does depression last?", signs, itself) == itself
