"""The limit beyond which a drug is ruled out."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Kidneys

Metformin is contraindicated below an eGFR of 30 mL/min/1.73 m², and is stopped before contrast at an eGFR of 30–60 [@g].
Dabigatran is contraindicated when the creatinine clearance is below 30 mL/min [@g].
Nitrofurantoin is contraindicated below an eGFR of 30 mL/min [@g].
Nitrofurantoin is avoided below an eGFR of 45 mL/min in older people [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("As metformin must not be given below an eGFR of 60, what do I use instead?", "below an eGFR of 30"),
        ("Since metformin is contraindicated below an eGFR of 60, what do I use instead?", "below an eGFR of 30"),
        (
            "Because dabigatran is contraindicated below a creatinine clearance of 50 mL/min, what now?",
            "below 30 mL/min",
        ),
    ],
)
def test_a_limit_that_rules_out_too_early_is_put_right(ask: Ask, question: str, right: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert right in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "As metformin must not be given below an eGFR of 30, what do I use instead?",
        "Since dabigatran is contraindicated below a creatinine clearance of 30 mL/min, what do I use instead?",
        # either limit of two is one that the library gives
        "As nitrofurantoin must not be given below an eGFR of 45, what do I use instead?",
        "As nitrofurantoin is contraindicated below an eGFR of 45, what do I use instead?",
        "Nitrofurantoin is contraindicated below an eGFR of 45, so what do I use?",
        "Because nitrofurantoin is contraindicated with an eGFR under 45, what now?",
    ],
)
def test_a_limit_of_the_library_stands(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
