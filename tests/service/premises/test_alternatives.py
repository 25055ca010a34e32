"""The one and not the other, where a question takes the other for granted."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Tests

After gestational diabetes a fasting plasma glucose, not a glucose tolerance test, is done at 6 to 13 weeks [@g].
Serum ferritin is the single most useful marker of iron deficiency anaemia [@g].

## Treatment

Levodopa for early Parkinson's disease is started as levodopa alone rather than levodopa with entacapone [@g].
Isotonic crystalloids rather than albumin are suggested as the first fluids in acute kidney injury [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Since a glucose tolerance test is done after gestational diabetes, at how many weeks?",
            "not a glucose toler",
        ),
        ("Given that albumin is the first fluid in acute kidney injury, how much of it?", "rather than albumin"),
    ],
)
def test_what_is_passed_over_in_the_source_is_put_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


def test_another_choice_opens_the_answer_and_accuses_nobody(ask: Ask) -> None:
    question = "As transferrin saturation is the single most useful marker of iron deficiency anaemia, when?"
    answer = ask(question, GUIDE)
    assert not answer.premise
    assert answer.bottom_line is not None
    assert answer.bottom_line.text.startswith("Serum ferritin")


@pytest.mark.parametrize(
    "question",
    [
        "Since a fasting plasma glucose is done after gestational diabetes, at how many weeks?",
        "As serum ferritin is the single most useful marker of iron deficiency anaemia, what else is sent?",
        "Given that crystalloids are the first fluids in acute kidney injury, how much of it?",
        "Since no glucose tolerance test is done after gestational diabetes, what is?",
    ],
)
def test_what_is_chosen_in_the_source_stands(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
