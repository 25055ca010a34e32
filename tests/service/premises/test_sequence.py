"""Which of two comes first: a correction where the library has them the other way round, and nothing else."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Steps

Trigeminal neuralgia in adults is treated with carbamazepine first, then gabapentin, and after that with baclofen [@g].
In nocturnal leg oedema with heart failure, guidance starts with bumetanide and adds metolazone only when bumetanide alone does not suffice [@g].
Ezetimibe for hypercholesterolaemia is added to atorvastatin at 10 mg a day [@g].
Clindamycin is for dental abscess when amoxicillin and metronidazole are not tolerated or contraindicated [@g].
In status asthmaticus in children, salbutamol is given before ipratropium [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why is gabapentin tried before carbamazepine in trigeminal neuralgia in adults?", "carbamazepine first"),
        (
            "In leg oedema with heart failure we begin with metolazone and add bumetanide later; what are the steps?",
            "adds",
        ),
        ("As atorvastatin is added to ezetimibe for hypercholesterolaemia, what dose is it?", "added to atorvastatin"),
        (
            "Now that NICE recommends clindamycin ahead of amoxicillin in dental abscess, for how long?",
            "when amoxicillin",
        ),
    ],
)
def test_the_other_order_is_a_correction(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Why is gabapentin tried after carbamazepine in trigeminal neuralgia in adults?",
        "In leg oedema with heart failure we begin with bumetanide and add metolazone later; what are the steps?",
        "As ezetimibe is added to atorvastatin for hypercholesterolaemia, what dose is it?",
        "As clindamycin comes after amoxicillin in dental abscess, what is its dose?",
        "As salbutamol is given rather than ipratropium in status asthmaticus in children, what is the dose?",
    ],
)
def test_the_same_order_or_a_choice_is_none(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
