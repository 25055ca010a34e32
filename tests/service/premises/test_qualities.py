"""Qualities and absences that a question takes for granted."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Dosing

Nimodipine in subarachnoid haemorrhage is dosed at 60 mg by mouth every 4 hours [@g].
Montelukast for asthma carries a boxed warning for serious events of mood and behaviour [@g].
Levodopa for early Parkinson's disease is started in immediate-release form [@g].
Pyridoxine is given with isoniazid to all patients with tuberculosis [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Since nimodipine in subarachnoid haemorrhage is given by vein, how often?", "by mouth"),
        ("As montelukast for asthma has no boxed warning, what do I tell parents of its dose?", "carries a boxed"),
        (
            "Since levodopa in early Parkinson's disease starts in controlled-release form, how much?",
            "immediate-release",
        ),
        ("Since pyridoxine in tuberculosis is given only to drinkers on isoniazid, how much?", "all patients"),
    ],
)
def test_another_quality_in_its_place_opens_the_answer_and_accuses_nobody(ask: Ask, question: str, right: str) -> None:
    answer = ask(question, GUIDE)
    assert not answer.premise
    assert answer.bottom_line is not None
    assert right in answer.bottom_line.text


@pytest.mark.parametrize(
    "question",
    [
        "Since nimodipine in subarachnoid haemorrhage is given by mouth, how often?",
        "As montelukast for asthma has a boxed warning, what do I tell parents of its dose?",
        "Since levodopa in early Parkinson's disease starts in immediate-release form, how much?",
        "Since pyridoxine in tuberculosis is given to everybody on isoniazid, how much?",
    ],
)
def test_the_quality_that_stands_there_raises_no_alarm(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
