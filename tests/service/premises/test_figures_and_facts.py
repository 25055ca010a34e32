"""Figures that are met only elsewhere, and facts that a sentence says the other way round or denies in passing."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Facts

A person stays under surveillance after naloxone, because most opioids outlast naloxone and breathing can stop [@g].
Protamine never fully neutralises the anti-Xa activity of enoxaparin [@g].
A Lille score >0.45 marks a non-response to corticosteroids in alcohol-associated hepatitis [@g].
The rise of sodium in hyponatraemia is limited to 10 mmol/L in the first 24 hours and 8 mmol/L in each later 24 hours [@g].
After gestational diabetes a fasting glucose, not a glucose tolerance test, is done at 6–13 weeks after birth [@g].

## Drugs

After a change of the sirolimus dose, the dose is kept for at least 7 to 14 days before the next change [@g].
First-line treatment of torsades de pointes is magnesium sulfate, with offending drugs stopped [@g].
Sodium zirconium cyclosilicate should not be the emergency treatment of life-threatening hyperkalaemia, as its onset is delayed [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Since naloxone outlasts most opioids, when can she go home?", "most opioids outlast"),
        ("Because protamine fully neutralises enoxaparin, how much do I give?", "never fully"),
        ("Because a Lille score above 0.45 shows a good response to corticosteroids, how long are they given?", "non-"),
        (
            "The sodium may go up by 18 mmol/L in the first 24 hours in hyponatraemia, and how much then?",
            "limited to 10",
        ),
        (
            "As a glucose tolerance test is done at 6–13 weeks after birth following gestational diabetes, why?",
            "not a g",
        ),
    ],
)
def test_what_the_source_has_the_other_way_round_is_put_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Since most opioids outlast naloxone, when can she go home?",
        "Because protamine never fully neutralises enoxaparin, how much do I give?",
        "Because a Lille score above 0.45 shows no response to corticosteroids, how long are they given?",
        "The sodium may go up by 10 mmol/L in the first 24 hours in hyponatraemia, and how much then?",
        "As a fasting glucose is done at 6–13 weeks after birth following gestational diabetes, why?",
        "As the sirolimus dose is kept for at least 7 to 14 days after a change, how do I work out the new one?",
        "With magnesium being first line for torsades de pointes, what potassium do I aim for?",
        "Sodium zirconium cyclosilicate works too slowly in life-threatening hyperkalaemia, so what comes first?",
    ],
)
def test_the_fact_as_the_source_has_it_raises_no_alarm(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
