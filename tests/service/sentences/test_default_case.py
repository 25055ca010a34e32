"""Under which conditions a sentence on a drug holds, and whether a question asked for them."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.default_case import DefaultCase, told


def misses(question: str, text: str) -> int:
    return DefaultCase(analyse(question, shipped_glossary())).misses(text)


@pytest.mark.parametrize(
    "text",
    [
        "For pulmonary embolism, apixaban is given at 10 mg twice daily for 7 days, then 5 mg twice daily.",
        "Enoxaparin is given at 40 mg once daily, or at 20 mg at a creatinine clearance of 15 to 30 mL/min.",
        "Rivaroxaban is given at 20 mg once daily when creatinine clearance is above 50 mL/min, and 15 mg below.",
        "Adenosine is given as 6 mg, then 12 mg if ineffective after 2 minutes.",
        "Aspirin starts with 150–300 mg by mouth, unless contraindicated, and continues at 75–100 mg.",
        "Glucagon is given as 1 mg in adults and in children of 25 kg or more, and as 0.5 mg below 25 kg.",
        "Oral paracetamol in adults is 500 mg to 1 g every 4 to 6 hours (a palliative care handbook).",
        "Women are advised to take aspirin 75–150 mg daily from 12 weeks until the birth of the baby.",
    ],
)
def test_what_comes_after_the_first_amount_or_leaves_people_out_makes_no_sentence_one_for_fewer(text: str) -> None:
    assert told(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("After at least 6 months of treatment, apixaban 2.5 mg twice daily is the dose against recurrence.", {"later", "prevention"}),
        ("On dialysis, colchicine for a gout flare is a single dose of 0.6 mg.", {"kidney"}),
        ("Apixaban in Child-Pugh B cirrhosis is started at 2.5 mg twice daily.", {"liver"}),
        ("Children after liver transplantation start tacrolimus at 0.15 mg/kg a day.", {"children", "transplant"}),
        ("If metformin is not tolerated, gliclazide is started at 40 mg once daily.", {"another line"}),
        ("Insulin is held back while potassium is below 3.5 mmol/L, and potassium is given at 10 mmol/h.", {"a value"}),
        ("In one trial in ascites, albumin 40 g was given twice weekly.", {"a study"}),
        ("Mild asthma may be treated with 2 mg of montelukast.", {"grade", "an option"}),
        ("After hip replacement, apixaban 2.5 mg twice daily starts 12 hours after surgery.", {"a procedure"}),
    ],
)  # fmt: skip
def test_a_condition_told_with_the_first_amount_is_read(text: str, conditions: set[str]) -> None:
    assert told(text) == conditions


def test_a_condition_that_the_question_asks_for_is_none_that_nobody_asked_for() -> None:
    dialysis = "On dialysis, colchicine for a gout flare is a single dose of 0.6 mg."
    assert misses("What is the dose of colchicine for a gout flare?", dialysis) == 1
    assert misses("Colchicine dose for a gout flare on dialysis?", dialysis) == 0


def test_a_study_is_told_wherever_it_stands_and_a_trial_of_a_treatment_is_none() -> None:
    assert told("Rifaximin 550 mg twice daily was started, against placebo, in a randomised trial.") == {"a study"}
    assert told("The criteria keep the trial of 2 days of albumin 1 g/kg a day.") == frozenset()


def test_a_patient_who_is_asked_about_and_not_named_is_missed() -> None:
    assert misses("Everolimus dose in hepatic impairment", "Everolimus starts at 1 mg by mouth every 12 hours.") == 1
    assert (
        misses("Everolimus dose in hepatic impairment", "In hepatic impairment, its dose is lowered by one third.") == 0
    )


def test_how_long_is_asked_of_the_time_and_not_of_the_amount() -> None:
    text = "Prednisolone 40 mg was given for 28 days in 28 trials."
    assert told(text) == {"a study"}
    assert told("Nimodipine 60 mg is given for 21 days, and for 14 days in cirrhosis.", of_time=True) == frozenset()
