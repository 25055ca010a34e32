"""What speaks against fewer people than are asked about, or against something else, proves nothing."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Advice

In atrial fibrillation with cirrhosis, rivaroxaban is contraindicated [@g].
In atrial fibrillation rivaroxaban is given once daily with food [@g].
Thyroid tests continue for 12 months after amiodarone is stopped [@g].
Donepezil can cause heart block and fainting [@g].
ASH recommends enoxaparin for pulmonary embolism, and advises against routine anti-Xa levels [@g].
Gout is treated with colchicine in most adults [@g].
Colchicine in gout is contraindicated in children who have kidney failure [@g].
Clarithromycin with colchicine is avoided at any dose [@g].
Topiramate is recommended for prevention of migraine, but not in pregnancy [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "Since rivaroxaban is safe in atrial fibrillation, which dose?",  # contraindicated with cirrhosis
        "Once amiodarone is stopped the thyroid still needs tests; for how long?",  # what continues are the tests
        "Donepezil can slow the heart, so what happens with metoprolol?",  # heart block is another thing
        "At what dose of enoxaparin do I treat a pulmonary embolism?",  # against the levels
        "Since colchicine is effective in gout, which dose?",  # children with kidney failure
    ],
)
def test_what_holds_for_fewer_or_of_something_else_corrects_nothing(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Since rivaroxaban is safe in atrial fibrillation with cirrhosis, which dose?", "is contraindicated"),
        ("Why is clarithromycin a safe macrolide to combine with colchicine?", "is avoided at any dose"),
        ("Since topiramate is safe in pregnancy with migraine, which dose?", "but not in pregnancy"),
    ],
)
def test_what_is_said_of_just_that_still_does(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote
