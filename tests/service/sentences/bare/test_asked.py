"""A bare question asks one thing of one subject."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.bare import bare_asked


@pytest.mark.parametrize(
    "question",
    [
        "How does amiodarone work in a patient with an eGFR of 25?",
        "How do amiodarone and digoxin work?",
        "How does the kidney clinic work?",
        "How does amiodarone work on the thyroid?",
        "What is the dose of it?",
    ],
)
def test_what_tells_of_a_patient_or_names_a_second_thing_is_not_bare(question: str) -> None:
    assert bare_asked(analyse(question, shipped_glossary()), shipped_glossary()) is None


@pytest.mark.parametrize(
    "question", ["How does amiodarone work?", "amiodarone mechanism of action", "What is the mechanism of amiodarone?"]
)
def test_one_thing_asked_of_one_drug_is_bare(question: str) -> None:
    bare = bare_asked(analyse(question, shipped_glossary()), shipped_glossary())
    assert bare is not None
    assert bare.missing() == "how amiodarone works"


def test_a_subject_that_comes_from_an_earlier_turn_is_the_subject_all_the_same() -> None:
    glossary = shipped_glossary()
    question = analyse("How does amiodarone work?", glossary, carried=frozenset({"amiodarone"}))
    bare = bare_asked(question, glossary)
    assert bare is not None
    assert bare.subject.term == "amiodarone"
