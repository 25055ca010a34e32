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
Warts on the hand can go away when they are left alone [@g].
A normal PaCO2 in an asthma attack counts as life-threatening [@g].
Listed contraindications to percutaneous liver biopsy include marked ascites, peritonitis and no safe site [@g].
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
        "As a normal PaCO2 means a life-threatening asthma attack, when do I repeat the gas?",
        "As marked ascites stands in the way of a percutaneous liver biopsy, by which route is it done?",
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
        ("As warts on the hand never go away, how are they frozen?", "can go away"),
        ("As a normal PaCO2 rules out a life-threatening asthma attack, when do I repeat the gas?", "counts as"),
        ("As marked ascites does not stand in the way of a percutaneous liver biopsy, where is it marked?", "include"),
        ("Since a liver biopsy never causes bleeding, what should she look out for?", "causes bleeding"),
    ],
)
def test_what_is_denied_though_the_source_says_that_it_is_so_is_put_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote
