"""What is asked by name and no sentence says (in a child, on mortality, as an infusion) is not answered and named."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.answer import Audience, Status, statements_of
from service.consultation import Consultation
from service.library import Library
from service.sufficiency.unsaid import unsaid
from tests.fakes import digest
from tests.service.conftest import LibraryOf
from tests.service.sentences.single import candidate

TEXTS = {
    "panic.md": digest(
        "panic disorder",
        "## Dosing\n\nSertraline for panic disorder in adults starts at 25 mg once daily and is raised to 50 mg after one week [@g].\n"
        "Escitalopram for panic disorder in children from 12 years starts at 5 mg once daily [@g].\n\n"
        "## Harms and monitoring\n\nWhoever starts sertraline is monitored closely, as suicidal thoughts rose in children and "
        "young adults with panic disorder [@g].",
        g={"doi": "10.1000/panic"},
    ),
    "overdose.md": digest(
        "opioid overdose",
        "## Treatment\n\nNaloxone for opioid overdose is given as 0.4 to 2 mg intravenously, repeated every 2 to 3 minutes [@g].\n"
        "Naloxone nasal spray for opioid overdose is one spray into one nostril [@g].\n"
        "Respiratory depression can recur after naloxone for opioid overdose [@g].",
        g={"doi": "10.1000/overdose"},
    ),
    "steatohepatitis.md": digest(
        "steatohepatitis",
        "## Evidence\n\nSemaglutide resolved steatohepatitis in 63% against 34% on placebo [@g].\n"
        "Prednisolone lowered mortality in alcohol-associated hepatitis [@g].\n"
        "Prednisolone 40 mg daily is given in alcohol-associated hepatitis [@g].\n"
        "Finerenone is recommended in type 2 diabetes with an eGFR of 25 mL/min/1.73 m² or more [@g].\n"
        "Racecadotril may shorten diarrhoea in children [@g].\n"
        "Nimodipine is given for 21 days after aneurysmal subarachnoid haemorrhage [@g].",
        g={"doi": "10.1000/mash"},
    ),
}


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("sertraline starting dose panic disorder in a 14 year old", "dose of sertraline in children"),
        ("sertraline for panic disorder in pregnancy?", "sertraline in pregnancy"),
        ("naloxone infusion for opioid overdose?", "infusion"),
        ("nebulised naloxone dose in opioid overdose", "nebulised"),
        ("Does semaglutide reduce mortality in steatohepatitis?", "mortality"),
        ("nimodipine for traumatic subarachnoid haemorrhage", "nimodipine for traumatic subarachnoid haemorrhage"),
        ("sertraline prophylaxis in panic disorder", "prophylaxis"),
        ("prednisolone dose for optic neuritis", "prednisolone for optic neuritis"),
        ("sertraline in traumatic brain injury", "sertraline in traumatic brain injury"),
        ("finerenone in type 1 diabetes", "finerenone in type 1 diabetes"),
        ("nimodipine therapeutic level subarachnoid haemorrhage", "therapeutic level"),
        ("half-life of naloxone in opioid overdose", "half-life"),
        ("semaglutide in steatohepatitis: how do I take her off it?", "take her off"),
        ("How are naloxone ampoules for opioid overdose stored?", "stored"),
        ("nimodipine after subarachnoid haemorrhage, she has a PEG: crush it?", "crush"),
        ("Which needle is used to give naloxone in opioid overdose?", "which needle"),
        ("Which colour is the 10 mg tablet of sertraline for panic disorder?", "which colour"),
        ("Sertraline for panic disorder: when may she fly?", "fly"),
    ],
)
def test_what_no_sentence_says_is_not_answered_and_named(library: Library, question: str, missing: str) -> None:
    answer = library.consult(Consultation(question, "c"))
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert missing in answer.not_found


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("sertraline starting dose in panic disorder", "25 mg"),
        ("escitalopram starting dose panic disorder in a 14 year old", "5 mg"),
        ("Does prednisolone lower mortality in alcohol-associated hepatitis?", "mortality"),
        ("prednisolone dose in alcohol-associated hepatitis", "40 mg"),
        ("racecadotril in children with diarrhoea", "Racecadotril"),
        ("semaglutide vs placebo in steatohepatitis", "63%"),
        ("nasal naloxone in opioid overdose, how many sprays?", "one spray"),
        ("nimodipine after aneurysmal subarachnoid haemorrhage, how long?", "21 days"),
    ],
)
def test_what_one_says_is_answered(library: Library, question: str, said: str) -> None:
    answer = library.consult(Consultation(question, "c"))
    assert answer.status is not Status.INSUFFICIENT_EVIDENCE
    assert any(said in statement.text for statement in statements_of(answer))


def test_the_class_of_child_and_pugh_and_a_lactate_name_no_children_and_no_breastfeeding(library: Library) -> None:
    for told in (
        "child b cirrhosis",
        "lactate 2.1",
        "Child B8 cirrhosis",
        "I want the Child points",
        "on baby aspirin",
    ):
        answer = library.consult(Consultation(f"{told}, opioid overdose, naloxone dose?", "c"))
        assert not [name for name in answer.not_found if "children" in name or "breastfeeding" in name]


def test_a_patient_is_not_answered_on_a_flight_or_a_colour_of_which_nothing_is_said(glossary: Glossary) -> None:
    said = [candidate("A clot in the leg is treated with a blood thinner for three months.", order=0)]
    for question, missing in (
        ("Clot in my leg 2 weeks ago, flight home on Friday. Is the flight risky?", "flight"),
        ("What colour is the pill for a clot in the leg?", "what colour"),
    ):
        assert unsaid(analyse(question, glossary), said, glossary, Audience.PATIENT) == [missing]
