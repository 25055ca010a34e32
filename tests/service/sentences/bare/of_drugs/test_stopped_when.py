"""When a drug is stopped is told by the finding, the illness or the time at which it is, and of that drug."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.bare import bare_asked
from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when to stop amiodarone", "Thyroid tests continue for up to 12 months after amiodarone is stopped."),
        (
            "when to stop entecavir",
            "Stopping entecavir can cause severe flares, so liver function is followed for months.",
        ),
        ("when to stop aspirin", "Before liver biopsy 75% of surveyed clinicians stopped aspirin."),
        ("when to stop everolimus", "Everolimus was stopped early in a randomised trial because of more rejection."),
        ("when to stop tacrolimus", "Levels are watched whenever tacrolimus is started, stopped or changed in dose."),
        (
            "when to stop atorvastatin",
            "Transaminases below 3 times normal are no routine reason to withhold atorvastatin.",
        ),
        ("when to stop propranolol", "The review stops raising propranolol at a heart rate of 55 beats per minute."),
        ("when to stop sertraline", "Sertraline can be stopped gradually, if needed over months."),
    ],
)
def test_what_comes_of_it_and_what_was_done_does_not_tell_when_it_is_stopped(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when to stop glucagon", "An expert answer holds glucagon indicated only when adrenaline has failed."),
        ("when to stop DOACs", "A review of thrombosis holds direct oral anticoagulants to be safe in cirrhosis."),
    ],
)
def test_what_somebody_holds_to_be_so_is_not_held_back(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "when to stop methotrexate",
            "Conception is avoided on methotrexate until 3 months after it has been stopped.",
        ),
        ("when to stop rifaximin", "Lactulose is stopped when diarrhoea develops, and rifaximin is added."),
        ("when to stop clopidogrel", "Patients on clopidogrel stop aspirin 1 to 4 weeks after the stent."),
    ],
)
def test_when_another_drug_is_stopped_says_nothing_of_this_one(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("when to stop atorvastatin", "Atorvastatin is stopped if CK is markedly raised."),
        ("when to hold metformin", "UK advice stops metformin below an eGFR of 30."),
        ("when to hold warfarin", "With an INR of 5 to 8 the guideline withholds 1 or 2 doses of warfarin."),
        (
            "when should digoxin be stopped?",
            "The digoxin dose is halved or digoxin stopped when amiodarone is given with it.",
        ),
        ("when to stop propranolol", "Propranolol starts at 20 mg twice daily, but is withheld in refractory ascites."),
        ("when to stop losartan", "An ACE inhibitor or ARB is stopped at a potassium of 6.0 mmol/L or more."),
        ("when to stop enoxaparin", "Enoxaparin continues for at least 5 days and until the INR is 2.0."),
        ("when to stop pramipexole", "A dopamine agonist is tapered or stopped if it causes hallucinations."),
        ("when to stop warfarin", "Necrosis of skin is a rare harm of warfarin and requires stopping warfarin."),
    ],
)
def test_the_case_in_which_it_is_stopped_tells_when(question: str, said: str) -> None:
    assert answers(question, said)


@pytest.mark.parametrize(
    "question",
    [
        "when to restart metformin",
        "should metformin be stopped?",
        "when to start metformin",
        "at what eGFR is metformin stopped",
    ],
)
def test_whether_it_is_stopped_and_when_it_begins_are_other_questions(question: str) -> None:
    assert name_of(question) != "stopped when"


@pytest.mark.parametrize(
    "question",
    [
        "when to stop metformin",
        "When should metformin be held?",
        "when do you withhold metformin",
        "metformin when to stop",
        "stopping criteria for metformin",
        "reasons to stop metformin",
        "when must metformin be discontinued?",
    ],
)
def test_when_it_is_stopped_is_asked_in_many_ways(question: str) -> None:
    assert name_of(question) == "stopped when"


@pytest.mark.parametrize(
    "question",
    [
        "What happens when denosumab is stopped?",
        "what follows when clonidine is stopped",
        "risk when propranolol is stopped",
    ],
)
def test_what_comes_of_stopping_is_not_asked_by_when(question: str) -> None:
    asked = bare_asked(analyse(question, shipped_glossary()), shipped_glossary())
    assert asked is None or "when" not in asked.missing()
