"""Of which drug an amount, a test or a refusal is told where a sentence names several."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers

_ONDANSETRON = (
    "A single oral dose of ondansetron in gastroenteritis is for children of 6 months to 12 years with mild dehydration "
    "or failed oral rehydration, and is not recommended when diarrhoea is the main symptom."
)
_COLCHICINE = (
    "Colchicine is contraindicated with a P-glycoprotein inhibitor or a strong CYP3A4 inhibitor in anyone with renal "
    "impairment, and with normal function the colchicine dose is reduced."
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("oral rehydration solution in children", _ONDANSETRON),
        ("CYP3A4 inhibitor in CKD", _COLCHICINE),
        (
            "dabigatran dose",
            "Dabigatran is reversed with idarucizumab 5 g intravenously, in life-threatening bleeding.",
        ),
    ],
)
def test_what_is_said_behind_a_clause_that_is_set_in_is_not_of_what_that_names(question: str, said: str) -> None:
    assert not answers(question, said)


@pytest.mark.parametrize(
    ("question", "said"), [("ondansetron in children", _ONDANSETRON), ("colchicine in CKD", _COLCHICINE)]
)
def test_it_is_of_what_is_named_before_that_clause(question: str, said: str) -> None:
    assert answers(question, said)
