"""Alcohol with a drug: what comes of the two together, or that the drug is not for people who drink."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, asked, name_of, sentence


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("prednisolone and alcohol", "Prednisolone 40 mg daily is an option in severe alcohol-associated hepatitis."),
        ("lorazepam and alcohol", "In delirium due to alcohol withdrawal lorazepam is safe."),
        (
            "acamprosate and alcohol",
            "Acamprosate can be considered for alcohol use disorder, with caution in renal impairment.",
        ),
        ("enoxaparin and alcohol", "Enoxaparin is contraindicated in hypersensitivity to heparin or benzyl alcohol."),
        (
            "carvedilol and alcohol",
            "Carvedilol is preferred in compensated disease (viral, alcohol), unless contraindicated.",
        ),
        ("amoxicillin and alcohol", "Amoxicillin is also given in pregnancy or alcohol excess."),
    ],
)
def test_that_alcohol_brought_an_illness_about_says_nothing_of_alcohol_with_the_drug(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("aspirin and alcohol", "After a liver biopsy, rest and avoid alcohol, aspirin and sport for a few days."),
        ("opioids and alcohol", "If you have had confusion, avoid alcohol, opioids and sedatives."),
        (
            "topiramate and alcohol",
            "Alcohol, topiramate and acetazolamide may raise the risk of acidosis with metformin.",
        ),
        (
            "ibuprofen and alcohol",
            "The score counts 1 point each for drugs (aspirin or ibuprofen) and alcohol, which raise the risk.",
        ),
    ],
)
def test_that_both_are_bad_for_the_same_says_nothing_of_the_two_together(question: str, said: str) -> None:
    assert not answers(question, said)


def test_what_alcohol_does_with_another_drug_says_nothing_of_this_one() -> None:
    said = "Alcohol with metformin can make your blood sugar too low, more so if you take insulin too."
    assert not answers("insulin and alcohol", said)
    assert answers("metformin and alcohol", said)


def test_that_a_drug_is_stopped_before_something_else_in_drinkers_is_no_answer() -> None:
    said = (
        "Metformin is contraindicated below an eGFR of 30, and is stopped before iodinated contrast with a history of "
        "alcoholism or heart failure."
    )
    assert not answers("metformin and alcohol", said)


def test_what_holds_of_one_drug_is_not_said_of_its_whole_class() -> None:
    said = "Methotrexate is contraindicated in alcoholism and chronic liver disease."
    assert not answers("DMARDs and alcohol", said)
    assert answers("methotrexate and alcohol", said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Can I drink on metformin?", "Do not drink a lot of alcohol if you take metformin."),
        ("metformin alcohol", "Alcohol and iodinated contrast may raise the risk of lactic acidosis with metformin."),
        ("metronidazole + alcohol ok?", "Alcohol is avoided during metronidazole and for 48 hours afterwards."),
        ("is alcohol safe with warfarin", "Moderate alcohol is safe with warfarin, but heavy drinking raises the INR."),
        ("benzodiazepines and alcohol", "Alcohol and benzodiazepines together can stop breathing."),
        ("paracetamol and alcohol", "In chronic alcoholism an adult takes at most 3 g of paracetamol a day."),
        ("dapagliflozin and alcohol", "An SGLT2 inhibitor is avoided with an eating disorder or alcohol excess."),
    ],
)
def test_what_comes_of_the_two_together_answers(question: str, said: str) -> None:
    assert answers(question, said)


def test_how_much_may_be_drunk_stands_before_what_comes_of_it() -> None:
    bare = asked("metformin and alcohol")
    assert bare is not None
    harm = sentence("Alcohol may raise the risk of lactic acidosis with metformin.", "one")
    advice = sentence("Do not drink a lot of alcohol if you take metformin.", "two")
    assert bare.first(harm, [harm], [advice]) is advice


def test_a_text_on_the_drug_need_not_name_it_again() -> None:
    assert answers(
        "metronidazole and alcohol", "Alcohol is avoided for 48 hours after the last dose.", "Metronidazole: uses"
    )
    assert not answers(
        "prednisolone and alcohol", "Alcohol is avoided for good.", "Hepatitis from alcohol: prednisolone"
    )


@pytest.mark.parametrize(
    "question",
    ["metformin in alcohol withdrawal", "can I drink milk with metformin?", "how long after metformin can I drink?"],
)
def test_other_drinks_and_times_are_other_questions(question: str) -> None:
    assert name_of(question) != "alcohol"


@pytest.mark.parametrize(
    "question",
    [
        "metformin and alcohol",
        "can you drink alcohol while taking metformin?",
        "is it safe to drink on metformin",
        "metformin alcohol interaction",
        "can I have a glass of wine with metformin?",
        "should patients on metformin avoid alcohol?",
        "What happens if I mix metformin and alcohol?",
        "metformin EtOH",
    ],
)
def test_alcohol_is_asked_about_in_many_ways(question: str) -> None:
    assert name_of(question) == "alcohol"
