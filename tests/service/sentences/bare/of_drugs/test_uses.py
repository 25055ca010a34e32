"""What a drug is used for: the illnesses in which it is given, or what it is to prevent."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("sofosbuvir", "Rifampicin is not recommended with sofosbuvir, as its effect may fall."),
        ("metoclopramide", "Cyclizine may oppose metoclopramide, so the combination is avoided in gastric stasis."),
        ("enoxaparin", "Enoxaparin is mainly eliminated by the kidneys."),
        ("gabapentin", "Gabapentin should not be offered for migraine prevention."),
        ("terlipressin", "Terlipressin for hepatorenal syndrome is stopped on day 4."),
        ("methotrexate", "In adults who start methotrexate, the guideline recommends a blood count for anaemia."),
        ("glucagon", "The evidence for glucagon in anaphylaxis is limited to case reports."),
        ("amiodarone", "Amiodarone is given for 5 days."),
    ],
)
def test_what_is_said_of_it_otherwise_does_not_say_what_it_is_for(drug: str, said: str) -> None:
    assert not answers(f"what is {drug} used for?", said)


def test_what_others_of_its_class_are_for_it_need_not_be() -> None:
    said = "Beta-blockers are recommended in heart failure to reduce deaths."
    assert not answers("what is sotalol used for?", said)
    assert answers("what are beta-blockers used for?", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("donepezil", "Donepezil, galantamine or rivastigmine alone is an option for mild Alzheimer's disease."),
        ("ethambutol", "Standard treatment of tuberculosis is isoniazid, rifampicin, pyrazinamide and ethambutol."),
        ("adrenaline", "Intramuscular adrenaline is the first treatment of anaphylaxis."),
        ("candesartan", "Candesartan can be considered for migraine prevention, though not in pregnancy."),
        ("febuxostat", "Febuxostat for gout starts at 40 mg a day or less."),
        ("alendronate", "Alendronate lowers fractures in women with established osteoporosis."),
        ("prednisolone", "The guideline recommends prednisolone in severe alcohol-associated hepatitis."),
    ],
)
def test_an_illness_in_which_it_is_given_is_what_it_is_for(drug: str, said: str) -> None:
    assert answers(f"what is {drug} used for?", said)


@pytest.mark.parametrize(
    "question",
    [
        "what is metformin used for?",
        "indications for metformin",
        "metformin uses",
        "what does metformin treat",
        "when is metformin indicated?",
        "why is metformin prescribed",
        "What is metformin for?",
    ],
)
def test_it_is_asked_in_many_ways(question: str) -> None:
    assert name_of(question) == "uses"


def test_that_a_drug_is_stopped_says_nothing_of_its_use() -> None:
    assert not answers("what is aspirin for?", "Aspirin is started only to stop it again in heart failure.")
    assert not answers("what are statins for?", "Statins can cause muscle pain, which is treated by a lower dose.")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what is aspirin for?", "Low-dose aspirin is used to stop clots if your heart is sick."),
        (
            "what are statins for?",
            "Statins are used to lower cholesterol, which can help to cause a stroke when it is high.",
        ),
    ],
)
def test_what_it_stops_and_what_that_would_lead_to_say_what_it_is_for(question: str, text: str) -> None:
    assert answers(question, text)
