"""What a question takes not to be so, and the source says is so."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Facts

An ultrasound of the leg can usually show a thrombus of the femoral vein [@g].
Percutaneous liver biopsy causes bleeding in up to 10% [@g].
A tuberculin test converts after a vaccination against tuberculosis in some infants [@g].
Depression after stroke does not respond to praise alone [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "As an ultrasound of the leg can show a thrombus of the femoral vein, when is it done?",
        "As an ultrasound of the leg cannot always show a thrombus of the femoral vein, what else is done?",
        "As an ultrasound of the arm cannot show an aneurysm, what else is done?",
        "As depression after stroke does not respond to praise alone, what helps?",
    ],
)
def test_what_is_not_denied_or_not_of_all_or_of_something_else_is_not_put_right(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("As an ultrasound of the leg cannot show a thrombus of the femoral vein, which scan is done?", "can usually"),
        ("Since a liver biopsy never causes bleeding, what should she look out for?", "causes bleeding"),
    ],
)
def test_what_is_denied_though_the_source_says_that_it_is_so_is_put_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote
