"""A plain question on a drug begins with its default case."""

from __future__ import annotations

import pytest

from service.answer import Answer
from tests.fakes import digest
from tests.service.conftest import Ask

CLOTS = """## Dosing

After at least 6 months of treatment for deep vein thrombosis or pulmonary embolism, apixaban 2.5 mg twice daily is the label dose against recurrence [@g].
For deep vein thrombosis or pulmonary embolism, apixaban is given at 10 mg twice daily for 7 days, then 5 mg twice daily [@g].
After hip or knee replacement, apixaban 2.5 mg twice daily starts 12 to 24 hours after surgery [@g].
"""
INSULIN = """## Treatment

Insulin for diabetic ketoacidosis is held back while potassium is below 3.5 mmol/L, and potassium is given first at 10 mmol/h [@g].
Mild diabetic ketoacidosis may be treated with subcutaneous insulin, 0.1 units/kg every hour [@g].
Intravenous insulin in diabetic ketoacidosis runs at a fixed 0.1 units/kg/h [@g].
"""
GOUT = """## Dosing

On dialysis, colchicine for a gout flare is a single dose of 0.6 mg [@g].
Colchicine treats a gout flare with 1.2 mg by mouth and 0.6 mg one hour later [@g].
"""
CORONARY = """## Dosing

Clopidogrel, 300 mg and then 75 mg once daily, is for acute coronary syndrome when prasugrel and ticagrelor are unavailable, not tolerated or contraindicated [@g].
Prasugrel for acute coronary syndrome treated with PCI is given as 60 mg and then 10 mg once daily [@g].
"""
GONORRHOEA = """## Dosing

Uncomplicated gonorrhoea at any site is treated with one intramuscular dose of ceftriaxone 500 mg [@g].

## Alternatives

In gonorrhoea of the cervix the alternatives to ceftriaxone are single doses of gentamicin 240 mg and cefixime 800 mg, but no reliable alternative exists for the throat, so a specialist is consulted after a severe reaction to ceftriaxone [@g].
"""


def asked(ask: Ask, question: str, body: str) -> Answer:
    return ask(question, {"text.md": digest("text", body)})


@pytest.mark.parametrize(
    ("question", "body", "first"),
    [
        ("Colchicine dose for a gout flare on dialysis", GOUT, "On dialysis"),
        ("Apixaban dose after hip replacement", CLOTS, "After hip or knee replacement"),
        ("What is the dose of apixaban against recurrence of pulmonary embolism after 6 months?", CLOTS, "After at least"),
    ],
)  # fmt: skip
def test_a_condition_that_is_asked_for_comes_first(ask: Ask, question: str, body: str, first: str) -> None:
    answer = asked(ask, question, body)
    assert answer.bottom_line is not None
    assert answer.bottom_line.text.startswith(first)


@pytest.mark.parametrize(
    ("question", "body", "first"),
    [
        ("What is the dose of apixaban for a pulmonary embolism?", CLOTS, "For deep vein"),
        ("apixaban dose pulmonary embolism", CLOTS, "For deep vein"),
        ("How much insulin should I give a patient with diabetic ketoacidosis?", INSULIN, "Intravenous insulin"),
        ("What is the dose of colchicine for a gout flare?", GOUT, "Colchicine treats"),
    ],
)
def test_the_default_case_comes_before_one_that_nobody_asked_for(
    ask: Ask, question: str, body: str, first: str
) -> None:
    answer = asked(ask, question, body)
    assert answer.bottom_line is not None
    assert answer.bottom_line.text.startswith(first)


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("What is the dose of prasugrel for acute coronary syndrome?", CORONARY),
        ("What is the dose of ceftriaxone for gonorrhoea?", GONORRHOEA),
    ],
)
def test_what_is_given_where_the_drug_cannot_be_does_not_deny_its_use(ask: Ask, question: str, body: str) -> None:
    answer = asked(ask, question, body)
    assert not answer.premise
    assert answer.bottom_line is not None
