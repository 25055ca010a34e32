"""What a drug interacts with is told by what rises, falls or is kept apart, and of that drug."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, asked, name_of, sentence


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("aspirin interactions", "Aspirin and clopidogrel are recommended for 21 days after a minor stroke."),
        ("ibuprofen interactions", "Avoid ibuprofen and naproxen if you have cirrhosis."),
        ("folic acid interactions", "Methotrexate is a folic acid antagonist."),
        ("folic acid interactions", "Folic acid reduces adverse effects of methotrexate."),
        ("salbutamol interactions", "Ipratropium is added to salbutamol, which lowers the risk of admission."),
        (
            "edoxaban interactions",
            "In liver impairment exposure to rivaroxaban rises, while exposure to edoxaban falls.",
        ),
    ],
)
def test_that_two_drugs_stand_in_one_sentence_tells_of_no_interaction(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "donepezil interactions",
            "The choice of donepezil starts with the cheapest, but others suit by effects, adherence or interactions.",
        ),
        (
            "amoxicillin interactions",
            "Amoxicillin is given, or clarithromycin after a check of interactions with warfarin.",
        ),
        ("dabigatran interactions", "Dabigatran needs no laboratory control, and rifampicin is avoided with apixaban."),
    ],
)
def test_what_another_drug_interacts_with_says_nothing_of_this_one(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("tacrolimus interactions", "Diltiazem and grapefruit juice raise the blood concentration of tacrolimus."),
        ("rifampicin interactions", "Rifampicin lowers the levels of carvedilol."),
        ("apixaban interactions", "Strong inducers such as phenytoin are avoided with apixaban."),
        ("bisoprolol interactions", "A beta-blocker should not be combined with verapamil."),
        ("ramipril interactions", "An ACE inhibitor and an ARB must not be combined to treat hypertension."),
        ("metoclopramide interactions", "Cyclizine may oppose metoclopramide, so the combination is avoided."),
        ("simvastatin interactions", "Concomitant use of simvastatin with clarithromycin is contraindicated."),
        ("lithium interactions", "Lithium toxicity may follow when an NSAID is added."),
        ("lamotrigine interactions", "Oral contraceptives significantly speed up the metabolism of lamotrigine."),
        ("what interacts with donepezil", "Donepezil interacts with muscle relaxants."),
    ],
)
def test_levels_and_effects_that_change_and_what_is_kept_apart_answer(question: str, said: str) -> None:
    assert answers(question, said)


def test_in_a_section_on_interactions_less_needs_to_be_said() -> None:
    said = "With amiodarone, simvastatin is limited to 20 mg a day."
    assert answers("amiodarone interactions", said, "Amiodarone: uses", "Interactions")


def test_what_stands_in_a_section_on_interactions_of_a_text_on_the_drug_comes_first() -> None:
    bare = asked("amiodarone interactions")
    assert bare is not None
    elsewhere = sentence("Amiodarone raises the level of digoxin.", "Digoxin: doses", "Dosing")
    its_own = sentence("Amiodarone raises the level of digoxin by half.", "Amiodarone: uses", "Interactions")
    assert bare.first(elsewhere, [elsewhere], [its_own]) is its_own


@pytest.mark.parametrize(
    "question",
    ["does warfarin interact with aspirin?", "warfarin and food interactions", "warfarin amiodarone interaction"],
)
def test_an_interaction_with_something_named_is_another_question(question: str) -> None:
    assert name_of(question) != "interactions"


@pytest.mark.parametrize(
    "question",
    [
        "interactions of warfarin",
        "warfarin drug interactions",
        "what drugs interact with warfarin?",
        "which drugs should be avoided with warfarin",
        "does warfarin interact with anything?",
        "warfarin drug-drug interactions",
        "what should not be taken with warfarin",
        "antihypertensive drug interactions",
    ],
)
def test_interactions_are_asked_about_in_many_ways(question: str) -> None:
    assert name_of(question) == "interactions"
