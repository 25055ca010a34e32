"""The side effects of a drug: the harm that it does itself, taken as it should be."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("apixaban", "Stopping apixaban too early raises the risk of thrombotic events."),
        ("amantadine", "Abrupt reduction of a dopamine agonist or amantadine can cause life-threatening withdrawal."),
        ("naloxone", "Too much naloxone can cause arrhythmia and pulmonary oedema."),
        ("apixaban", "The boxed warning of apixaban states that stopping it too early raises the risk of thrombosis."),
    ],
)
def test_what_comes_of_stopping_it_or_of_too_much_is_no_side_effect(drug: str, said: str) -> None:
    assert not answers(f"side effects of {drug}", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("propranolol", "Death occurred in 16% with propranolol and 27% with placebo."),
        ("aspirin", "Low-dose aspirin was linked with less venous thrombosis and no more bleeding than observation."),
        ("dapagliflozin", "The regulator saw no raised risk with dapagliflozin."),
        ("folic acid", "Folic acid reduces adverse effects of methotrexate."),
        ("proton pump inhibitor", "A proton pump inhibitor is added when the risk of bleeding is high."),
    ],
)
def test_that_there_is_less_harm_with_it_is_none(drug: str, said: str) -> None:
    assert not answers(f"side effects of {drug}", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("sofosbuvir", "Sofosbuvir with amiodarone can cause severe bradycardia."),
        ("carvedilol", "Carvedilol may raise ciclosporin and digoxin levels."),
        ("aspirin", "The guideline recommends aspirin 81 mg daily for women at increased risk of pre-eclampsia."),
        ("apixaban", "For uncontrolled bleeding on apixaban, reversal options are given."),
        ("carbimazole", "Carbimazole raises the risk of congenital malformations."),
    ],
)
def test_what_two_drugs_do_together_or_what_it_is_given_for_is_none(drug: str, said: str) -> None:
    assert not answers(f"side effects of {drug}", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("atorvastatin", "Atorvastatin can cause myopathy and rhabdomyolysis."),
        ("metformin", "Vitamin B12 deficiency is a common side effect of metformin."),
        ("dalteparin", "The boxed warning of enoxaparin and dalteparin names spinal haematoma."),
        ("terlipressin", "Deaths from respiratory disorders were more frequent with terlipressin (11% against 2%)."),
        ("calcineurin inhibitor", "Calcineurin inhibitors after transplantation, in long-term use, raise the risk of kidney dysfunction and new malignancies."),
        ("levomepromazine", "Haloperidol and levomepromazine, used in palliative care, can prolong the QT interval."),
        ("ropinirole", "Gambling is one of the disorders that a dopamine agonist such as ropinirole can cause."),
        ("rituximab", "Rituximab and other anti-CD20 drugs carry a high risk of hepatitis B reactivation."),
        ("dabigatran", "Bruising and bleeding are the most common side effects of blood thinners."),
    ],
)  # fmt: skip
def test_the_harm_that_it_does_itself_is_one(drug: str, said: str) -> None:
    assert answers(f"side effects of {drug}", said)


def test_what_patients_on_it_are_watched_for_is_one() -> None:
    said = "Roflumilast is contraindicated in liver impairment, and patients are watched for insomnia and depression."
    assert answers("side effects of roflumilast", said, heading="Harms and monitoring")


@pytest.mark.parametrize(
    "question", ["digoxin toxicity", "long-term side effects of metformin", "metformin and weight gain"]
)
def test_an_overdose_or_one_kind_of_harm_is_another_question(question: str) -> None:
    assert name_of(question) != "side effects"


@pytest.mark.parametrize(
    "question",
    [
        "side effects of metformin",
        "metformin SEs?",
        "What are the most common side effects of metformin?",
        "adverse reactions to metformin",
        "what are metformin's side effects",
        "Does metformin have side effects?",
        "risks of metformin",
        "what harm can metformin do",
    ],
)
def test_they_are_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "side effects"
