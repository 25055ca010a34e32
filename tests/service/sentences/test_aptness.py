"""How far a sentence on a drug is for the very question."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.sentences.aptness import aptness, is_on_another
from tests.service.sentences.single import candidate


def of(question: str, text: str, glossary: Glossary) -> float:
    return aptness(candidate(text), analyse(question, glossary), glossary)


def test_a_question_without_a_drug_judges_no_sentence(glossary: Glossary) -> None:
    assert of("When is ascites tapped?", "Warfarin is reversed with vitamin K.", glossary) == 0.0


def test_what_is_for_people_without_what_is_told_loses_also_where_no_drug_is_named(glossary: Glossary) -> None:
    assert of("INR 7, bleeding", "With an INR of 5 to 8 and no bleeding, two doses are withheld.", glossary) < 0.0
    assert of("INR 7, no bleeding", "With an INR of 5 to 8 and no bleeding, two doses are withheld.", glossary) == 0.0


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        (  # what is asked of the drug
            "antidote for dabigatran",
            "Dabigatran is reversed with idarucizumab.",
            "Dabigatran is taken twice daily.",
        ),
        (  # on the drug, not on another of the same text
            "apixaban dose in kidney disease",
            "Apixaban is not recommended below a clearance of 15 mL/min.",
            "Rivaroxaban is not recommended below a clearance of 15 mL/min.",
        ),
        (  # the way that is asked
            "switch from warfarin to apixaban",
            "Warfarin is switched to apixaban once the INR is below 2.0.",
            "Apixaban is switched to warfarin by giving both together.",
        ),
        (
            "changing from apixaban to warfarin",
            "Apixaban is switched to warfarin by giving both together.",
            "Warfarin is switched to apixaban once the INR is below 2.0.",
        ),
        (  # for a patient who bleeds
            "warfarin, INR 7, bleeding",
            "With minor bleeding on warfarin, vitamin K is given.",
            "With an INR of 5 to 8 on warfarin and no bleeding, vitamin K is given.",
        ),
        (  # a warning of the patient's own condition
            "propranolol in asthma",
            "Propranolol is contraindicated in asthma.",
            "Propranolol was studied in asthma.",
        ),
    ],
)  # fmt: skip
def test_the_sentence_for_the_question_gains_more(question: str, better: str, worse: str, glossary: Glossary) -> None:
    assert of(question, better, glossary) > of(question, worse, glossary)


def test_a_class_and_its_members_are_no_other_drug(glossary: Glossary) -> None:
    statin = list(analyse("simvastatin", glossary).entries)
    assert not is_on_another(candidate("A statin is continued in stable liver disease."), statin, glossary)
    assert is_on_another(candidate("Metformin is stopped below an eGFR of 30."), statin, glossary)


def test_who_asks_what_else_is_told_of_other_drugs(glossary: Glossary) -> None:
    question = "What instead of morphine in renal failure?"
    assert of(question, "Oxycodone is an option in renal failure.", glossary) == 0.0
    assert of(question, "Alfentanil is the opioid of choice in renal failure.", glossary) > 0.0


def test_a_drug_that_is_only_the_reason_does_not_keep_others_away(glossary: Glossary) -> None:
    question = "Since metformin is first choice in diabetes, when do I choose more?"
    assert of(question, "Insulin is started at a high HbA1c.", glossary) == 0.0


def test_a_patient_who_is_not_bleeding_is_no_other_than_one_without_bleeding(glossary: Glossary) -> None:
    text = "With an INR of 5 to 8 on warfarin and no bleeding, one dose is withheld."
    assert of("warfarin, INR 6, not bleeding", text, glossary) > of("warfarin, INR 6, bleeding", text, glossary)
