"""How many points an item of a score is worth."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Score

The Harbour score of pneumonia gives 1 point each for age above 60 years and confusion, and 2 points each for low blood pressure and effusion [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "In the Harbour score of pneumonia, effusion counts 1 point; what does confusion count?",
        "Since confusion scores 3 points in the Harbour score of pneumonia, what else scores?",
    ],
)
def test_another_number_of_points_is_put_right(ask: Ask, question: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert "1 point each" in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "In the Harbour score of pneumonia, effusion counts 2 points; what does confusion count?",
        "Since confusion scores 1 point in the Harbour score of pneumonia, what else scores?",
    ],
)
def test_the_number_that_the_source_gives_stands(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
