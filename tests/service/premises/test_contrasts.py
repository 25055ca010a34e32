"""Another figure in place of the one that a question takes for granted, and what is none."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Dosing

Amoxicillin for otitis media in adults is taken as 500 mg three times daily for 5 days [@g].
Azithromycin for otitis media in adults is taken as 500 mg once daily for 3 days [@g].
Apixaban is stopped 2 days before colonoscopy [@g].
A Wells score >4 marks a likely pulmonary embolism [@g].
Platelets in thrombocytosis are above 450 × 10⁹/L [@g].
Weekly methotrexate for psoriasis is taken on one day of the week [@g].
Daily methotrexate for psoriasis, taken in error, has caused deaths [@g].
Care of gout includes weight loss in obese patients and limiting beer to 2 glasses a week [@g].
One unit of platelets raises the count in leukaemia by about 10 [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # The dose of another drug confirms nothing.
        ("Since amoxicillin 500 mg for otitis media in adults is taken once daily, for how long?", "three times daily"),
        ("As apixaban is stopped the day before colonoscopy, when is it restarted?", "2 days before"),
        ("Since a Wells score under 4 marks a likely pulmonary embolism, what next?", "score >4"),
        ("As beer in gout is limited to 6 glasses a week, what about weight?", "2 glasses a week"),
        ("Since one unit of platelets in leukaemia raises the count by 50, is one enough?", "by about 10"),
    ],
)
def test_another_figure_of_the_same_is_a_correction(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Since amoxicillin 500 mg for otitis media in adults is taken three times daily, for how long?",
        "As apixaban is stopped two days before colonoscopy, when is it restarted?",
        "Since a Wells score over 4 marks a likely pulmonary embolism, what next?",
        "Since a Wells score under 4 marks an unlikely pulmonary embolism, what next?",
        "As beer in gout is limited to 2 glasses a week, what about weight?",
        "Since one unit of platelets in leukaemia raises the count by 10, is one enough?",
        "As a count of 60 in leukaemia is low, what does one unit of platelets do?",  # a level, no change
    ],
)
def test_the_same_figure_or_one_of_something_else_is_none(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
