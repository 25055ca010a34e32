"""A sentence on a neighbour of what is asked about (a sibling drug, another illness) says it of something else."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.neighbours import Neighbours, listed_missing
from tests.service.sentences.single import candidate


def _missing(question: str, text: str) -> tuple[str, ...]:
    glossary = shipped_glossary()
    return Neighbours(analyse(question, glossary), glossary).missing(candidate(text))


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("half-life of furosemide?", "Spironolactone has a half-life of 1.3 to 2.0 hours.", "furosemide"),
        (
            "How long after the last dose of rivaroxaban may an epidural catheter be removed?",
            "An epidural catheter is not removed earlier than 24 hours after the last apixaban dose.",
            "rivaroxaban",
        ),
        (
            "How many days must pass between fluoxetine and a monoamine oxidase inhibitor?",
            "Citalopram is not started within 14 days after a monoamine oxidase inhibitor.",
            "fluoxetine",
        ),
        (
            "Which statin dose do I give in pregnancy?",
            "Folic acid is 5 mg daily in pregnancy on an antiseizure drug.",
            "statin",
        ),
    ],
)
def test_what_is_said_of_another_drug_is_not_said_of_the_one_asked_about(
    question: str, text: str, missing: str
) -> None:
    assert _missing(question, text) == (missing,)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("half-life of furosemide?", "Furosemide has a shorter half-life than spironolactone."),
        ("metformin dose?", "The dose is raised slowly to 2 g a day."),
        ("CKD on ramipril, eGFR 24, continue ramipril?", "An ACE inhibitor or ARB is continued below an eGFR of 30."),
        ("Can she have atorvastatin in pregnancy?", "Statins are contraindicated in pregnancy."),
        ("adenosine out because of asthma, what instead?", "Verapamil is given intravenously over 2 minutes."),
        ("Which drug is added to metformin?", "Empagliflozin is the next drug in heart failure."),
        (
            "Rejection on day 9 after OLT. Methylprednisolone dose, and tacrolimus level afterwards?",
            "Methylprednisolone 500 mg daily for 3 days is followed by a prednisone taper.",
        ),
        ("BP still 65 after IV co-amoxiclav, what now?", "Adrenaline 0.5 mg is given again after 5 minutes."),
    ],
)
def test_the_drug_itself_its_class_and_whatever_answers_in_its_place_are_no_neighbours(
    question: str, text: str
) -> None:
    assert _missing(question, text) == ()


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("prednisolone dose in a gout flare?", "Prednisolone for a COPD exacerbation is 40 mg daily.", "gout"),
        (
            "How long is the incubation period of hepatitis C?",
            "The incubation period of hepatitis B averages 90 days.",
            "hepatitis C",
        ),
        (
            "ceftriaxone dose in spontaneous bacterial peritonitis?",
            "A regimen for bacterial meningitis is ceftriaxone 2 g every 12 hours.",
            "spontaneous bacterial peritonitis",
        ),
    ],
)
def test_what_is_said_of_another_illness_is_not_said_of_the_one_asked_about(
    question: str, text: str, missing: str
) -> None:
    assert _missing(question, text) == (missing,)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is ibuprofen safe with weak kidneys?", "With CKD, ibuprofen is not taken."),
        ("terlipressin dose for oesophageal varices?", "Terlipressin in variceal bleeding is 2 mg every 4 hours."),
        ("spironolactone dose in HFrEF?", "Spironolactone in heart failure starts at 25 mg daily."),
        ("Previous MI, febuxostat allowed?", "Febuxostat is used with caution in gout."),
        ("Can amiodarone cause hypothyroidism?", "Amiodarone can cause hyperthyroidism and pulmonary fibrosis."),
    ],
)
def test_the_illness_under_another_name_and_one_told_in_passing_are_no_neighbours(question: str, text: str) -> None:
    assert _missing(question, text) == ()


def test_what_is_missing_is_named_with_the_illness_it_is_asked_for() -> None:
    question = analyse("What daily dose of metoprolol prevents migraine?", shipped_glossary())
    assert listed_missing(["migraine"], question) == ["dose of metoprolol in migraine"]
