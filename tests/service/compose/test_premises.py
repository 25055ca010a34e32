"""What a question takes for granted, and what becomes of it."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.compose.assumptions import assumptions_of
from service.question import analyse
from tests.fakes import digest
from tests.service.compose.conftest import Ask

GUIDE = """## Recommendations

Carvedilol is recommended to prevent a first variceal bleed in cirrhosis [@g; strength=strong].
Carvedilol is started at 6.25 mg once daily to prevent variceal bleeding in cirrhosis [@g].
Clarithromycin raises tacrolimus levels, and rifampicin lowers tacrolimus levels [@g].

## Contraindications

Carvedilol is contraindicated in asthma and in second-degree heart block [@g].
Metoclopramide is avoided in Parkinson's disease, because it worsens it [@g].

## Differences

Sirolimus is not recommended in liver transplant recipients in pregnancy [@g].
"""
TEXTS = {
    "guide.md": digest("guide", GUIDE, g={"doi": "10.1000/guide"}),
    "rats.md": digest(
        "rats",
        "## Results\n\nPropranolol is contraindicated in rats with ascites [@r].",
        r={"kind": "animal", "doi": "10.1000/rats"},
    ),
    "old.md": digest(
        "old",
        "## Advice\n\nSpironolactone is contraindicated in ascites [@o].\nSpironolactone was given in ascites [@n].",
        o={"status": "superseded", "doi": "10.1000/old"},
        n={"doi": "10.1000/new", "organisation": "Another society"},
    ),
}


@pytest.mark.parametrize(
    ("question", "assumed"),
    [
        ("Since carvedilol is safe in asthma, what dose do I give?", "carvedilol is safe in asthma"),
        ("What dose do I give, given that carvedilol is safe in asthma?", "carvedilol is safe in asthma"),
        ("Why is carvedilol safe in asthma?", "carvedilol is safe in asthma"),
        ("Why does rifampicin raise tacrolimus levels?", "rifampicin raise tacrolimus levels"),
        ("Carvedilol is safe in asthma. Which dose is best?", "Carvedilol is safe in asthma"),
        ("Which dose of carvedilol is used to treat asthma?", "carvedilol is used to treat asthma"),
    ],
)
def test_what_is_taken_for_granted_is_found(question: str, assumed: str, glossary: Glossary) -> None:
    [found] = assumptions_of(analyse(question, glossary), glossary)
    assert found.text == assumed


@pytest.mark.parametrize(
    "question",
    [
        "What is the dose of carvedilol?",
        "Is carvedilol safe in asthma?",
        "My patient has had asthma since 2010. What should I check?",
        "How is asthma treated?",
        "",
    ],
)
def test_a_plain_question_takes_nothing_for_granted(question: str, glossary: Glossary) -> None:
    assert assumptions_of(analyse(question, glossary), glossary) == []


@pytest.mark.parametrize(
    ("question", "correction"),
    [
        ("Since carvedilol is safe in asthma, what dose do I give?", "Carvedilol is contraindicated in asthma"),
        ("Which dose of metoclopramide is used for Parkinson's disease?", "Metoclopramide is avoided"),
        (
            "Since rifampicin raises tacrolimus levels, how do I cut the dose of tacrolimus?",
            "rifampicin lowers tacrolimus",
        ),
    ],
)
def test_an_answer_opens_with_what_contradicts_the_assumption(ask: Ask, question: str, correction: str) -> None:
    answer = ask(question, TEXTS)
    [premise] = answer.premise
    assert premise.correction.type == "framed"
    assert correction in premise.correction.evidence[0].quote
    assert premise.correction.text.endswith(premise.correction.evidence[0].quote)
    assert premise.correction.citations == [1]


@pytest.mark.parametrize(
    "question",
    [
        "Since carvedilol is contraindicated in asthma, what else can prevent variceal bleeding in cirrhosis?",
        "Since carvedilol prevents variceal bleeding in cirrhosis, what dose do I give?",
        "Since clarithromycin raises tacrolimus levels, what do I do with the dose of tacrolimus?",
        "Which dose of carvedilol is used to prevent variceal bleeding in cirrhosis?",
    ],
)
def test_a_true_assumption_raises_no_alarm(ask: Ask, question: str) -> None:
    answer = ask(question, TEXTS)
    assert not answer.premise
    assert all(notice.kind != "premise_not_confirmed" for notice in answer.notices)


@pytest.mark.parametrize(
    "question",
    [
        "Since propranolol is safe in ascites, what dose do I give?",  # rats alone say otherwise
        "Since spironolactone is recommended in ascites, what dose do I give?",  # what said otherwise is superseded
    ],
)
def test_animals_and_superseded_sources_correct_nothing(ask: Ask, question: str) -> None:
    assert not ask(question, TEXTS).premise


def test_what_nothing_confirms_is_said_to_be_unconfirmed_and_not_corrected(ask: Ask) -> None:
    texts = {
        "a.md": digest("a", "## Treatment\n\nMetformin is given to adults with type 2 diabetes [@g]."),
        "b.md": digest("b", "## Treatment\n\nGout is treated with colchicine in most adults [@g]."),
    }
    answer = ask("Since metformin is recommended for gout, what dose of metformin do I give?", texts)
    assert not answer.premise
    [notice] = [notice for notice in answer.notices if notice.kind == "premise_not_confirmed"]
    assert "metformin is recommended for gout" in notice.text
