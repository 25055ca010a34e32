"""What a question takes for granted: said in its words, or implied by what it asks for."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.premises.assumptions import implied_in
from service.premises.granted import granted


@pytest.mark.parametrize(
    ("question", "assumed"),
    [
        ("Since carvedilol is safe in asthma, what dose do I give?", "carvedilol is safe in asthma"),
        ("What dose do I give, given that carvedilol is safe in asthma?", "carvedilol is safe in asthma"),
        ("Why is carvedilol safe in asthma?", "carvedilol is safe in asthma"),
        ("I was taught that carvedilol is safe in asthma. Which dose?", "carvedilol is safe in asthma"),
        ("My registrar was told that carvedilol is safe in asthma – which dose?", "carvedilol is safe in asthma"),
        ("I was told it starts at 1.6 micrograms per kg. When do I test?", "it starts at 1.6 micrograms per kg"),
        ("Carvedilol is safe in asthma, the nurse says. Which dose?", "Carvedilol is safe in asthma"),
        ("Carvedilol is safe in asthma, right? Which dose?", "Carvedilol is safe in asthma"),
        ("Phenytoin can run at 100 mg a minute; what do I watch?", "Phenytoin can run at 100 mg a minute"),
        (
            "When do I stop the drug, given it has to run for ten days?",
            "the drug has to run for ten days",
        ),
        ("Why does rifampicin raise tacrolimus levels?", "rifampicin raise tacrolimus levels"),
        ("Carvedilol is safe in asthma. Which dose is best?", "Carvedilol is safe in asthma"),
        ("Metformin being fine down to an eGFR of 20, how much at 25?", "Metformin being fine down to an eGFR of 20"),
        ("Colchicine goes on for a month – so when do I stop?", "Colchicine goes on for a month"),
        ("With the infusion held 24 hours pre-op, when does it restart?", "the infusion held 24 hours pre-op"),
        ("Insulin is stopped below 14, isn't it, and what fluid then?", "Insulin is stopped below 14"),
        (
            "How is age scored in CURB-65, the one that counts urea over 10?",
            "age scored in CURB-65, counts urea over 10",
        ),
        ("Given a target of 130 mmHg, what if it is not reached?", "a target of 130 mmHg"),
        ("Wheezy again: since carvedilol is safe in asthma, what dose?", "carvedilol is safe in asthma"),
        (
            "Carvedilol, which NICE puts first in asthma, is given how often?",
            "Carvedilol, which NICE puts first in asthma",
        ),
        ("Why does lithium raise TSH and how is that treated?", "lithium raise TSH"),
        ("Why does lithium raise TSH and calcium?", "lithium raise TSH and calcium"),
        ("Is naproxen safe with ulcers because it protects the stomach?", "naproxen protects the stomach"),
        ("Should digoxin be first in asthma since it opens the airways?", "digoxin opens the airways"),
        ("What dose of sotalol for AF, given that it shortens QT?", "sotalol shortens QT"),
        ("A single low count proves it, so how often do I repeat it?", "A single low count proves it"),
        ("The harm that carvedilol does in asthma: how is it treated?", "The harm that carvedilol does in asthma"),
        (
            "Septic, 68M. Cover of anaerobes belongs everywhere: metronidazole at which dose?",
            "Cover of anaerobes belongs everywhere",
        ),
        (
            "ALT 410 in week 3. Rifampicin being the usual culprit, which drug goes back first?",
            "Rifampicin being the usual culprit",
        ),
        ("Whooping cough: since codeine is advised here, what dose?", "codeine is advised in Whooping cough"),
        # At the values of a case something else may be right than in all others.
        ("Asthma, FEV1 35%: since codeine is advised here, what dose?", "codeine is advised here"),
        ("Cat bite into the hand: flucloxacillin alone, as recommended. For how long?", "flucloxacillin alone"),
        ("Sprained wrist: ice goes on for a week as the guideline asks, when may it move?", "ice goes on for a week"),
        (
            "Ferritin is back to normal, so the infusions can be stopped. Follow-up?",
            "Ferritin is back to normal, so the infusions can be stopped",
        ),
        ("Insulin takes weeks to act, so am I safe till then?", "Insulin takes weeks to act"),
        ("May I use a cannula to reach the initial target of 80 in shock?", "the initial target of 80 in shock"),
        (
            "When is the usual 14-day course of prednisolone shortened?",
            "the usual 14-day course of prednisolone shortened",
        ),
    ],
)
def test_what_is_taken_for_granted_is_found(question: str, assumed: str) -> None:
    found = granted(question)
    assert found is not None
    assert found.clause == assumed


@pytest.mark.parametrize(
    ("question", "assumed"),
    [
        ("How is carvedilol, harmless in asthma, raised?", "carvedilol, harmless in asthma"),
        (
            "What do I tell parents about montelukast, which has no boxed warning?",
            "montelukast, which has no boxed warning",
        ),
    ],
)
def test_what_a_question_says_beside_what_it_asks_is_found(question: str, assumed: str) -> None:
    found = granted(question)
    assert found is not None
    assert found.clause == assumed


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("Since carvedilol is safe in asthma, what dose do I give?", True),
        ("Why is carvedilol safe in asthma?", True),
        ("Carvedilol is safe in asthma. Which dose is best?", False),
    ],
)
def test_a_clause_that_only_stands_in_front_is_told_from_one_that_is_marked(question: str, marked: bool) -> None:
    found = granted(question)
    assert found is not None
    assert found.marked is marked


@pytest.mark.parametrize(
    "question",
    [
        "What is the dose of carvedilol?",
        "Is carvedilol safe in asthma?",
        "My patient has had asthma since 2010. What should I check?",
        "62-year-old man with asthma, which inhaler?",
        "Alteplase mg/kg for stroke: what share as bolus?",
        "When is teplizumab given to delay type 1 diabetes?",
        "How is asthma treated?",
        "He takes carvedilol 25 mg twice daily. What next?",
        "Is carvedilol 25 mg twice daily enough in heart failure?",
        "Anaphylaxis needed 2 adrenalines, how long to observe?",
        "Cellulitis (INR 3.1), which antibiotic?",  # how things are with somebody
        "48F CKD3 (creatinine 160 micromol/L), hot knee again. Another injection?",
        "",
    ],
)
def test_a_plain_question_takes_nothing_for_granted(question: str, glossary: Glossary) -> None:
    assert granted(question) is None
    assert implied_in(analyse(question, glossary), glossary) is None


def test_a_question_for_the_dose_implies_the_use(glossary: Glossary) -> None:
    question = "Which dose of carvedilol is used to treat asthma?"
    found = implied_in(analyse(question, glossary), glossary)
    assert found is not None
    assert found.text == "carvedilol is used to treat asthma"


@pytest.mark.parametrize(
    "question",
    [
        "How do I wean prednisolone after 3 weeks?",
        "How much fluid is given in sepsis in the first 3 hours?",
        "How much protamine do I give 3 hours after enoxaparin?",
        "Rivaroxaban dose 3 hours late, what now?",
        "Which antibiotic on day 3 of SBP?",
        "Which vaccine is due at 3 months?",
    ],
)
def test_when_something_is_asked_about_is_no_assumption(question: str) -> None:
    found = granted(question)
    assert found is None or "3" not in found.clause
