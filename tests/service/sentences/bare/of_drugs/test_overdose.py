"""An overdose of a drug, and its antidote, are told of that drug and not of what is given for it."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("naloxone", "For suspected opioid overdose in adults, naloxone starts at 0.4-2 mg intravenously."),
        ("folic acid", "In methotrexate overdose folic acid is not enough, and folinic acid 15 mg is given."),
        ("ciclosporin", "Azole antifungals may raise the effect and possible toxicity of ciclosporin."),
        ("tacrolimus", "Signs of tacrolimus toxicity can include tremor, headache and diarrhoea."),
        ("digoxin", "The digoxin dose is halved with amiodarone, and toxicity is watched for."),
        ("metformin", "Metformin is contraindicated in acute alcohol intoxication."),
        ("amiodarone", "Dabigatran is reversed with idarucizumab 5 g intravenously."),
    ],
)
def test_the_overdose_of_another_drug_and_toxicity_in_passing_are_no_overdose(drug: str, said: str) -> None:
    assert not answers(f"{drug} overdose", said)


def test_how_bleeding_on_it_is_reversed_tells_the_antidote_and_no_overdose() -> None:
    said = "Dabigatran is reversed with idarucizumab 5 g intravenously."
    assert answers("antidote to dabigatran", said)
    assert not answers("antidote to idarucizumab", said)
    assert not answers("dabigatran overdose", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("methotrexate", "In high-risk methotrexate overdose folinic acid 15 mg is given by mouth."),
        ("morphine", "For known or suspected opioid overdose in adults, naloxone starts at 0.4-2 mg intravenously."),
        ("colchicine", "Colchicine overdose has no specific antidote and needs immediate assessment."),
        ("magnesium sulfate", "Magnesium sulfate toxicity is treated with an intravenous calcium salt."),
        ("propranolol", "Propranolol carries a risk of rapid deterioration in overdose."),
    ],
)
def test_an_overdose_of_it_or_of_its_class_is_told(drug: str, said: str) -> None:
    assert answers(f"{drug} overdose", said)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("methotrexate overdose", "overdose"),
        ("how do I treat methotrexate overdose?", "overdose"),
        ("treatment of methotrexate toxicity", "overdose"),
        ("mx of methotrexate poisoning", "overdose"),
        ("antidote to methotrexate", "antidote"),
        ("is there an antidote to methotrexate?", "antidote"),
    ],
)
def test_it_is_asked_for_in_many_ways(question: str, name: str) -> None:
    assert name_of(question) == name


def test_toxicity_alone_is_another_question() -> None:
    assert name_of("methotrexate toxicity") is None
