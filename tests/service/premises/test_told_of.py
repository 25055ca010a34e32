"""Which figures of a sentence are told of what a question assumes, and which of something that it sets beside that."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.premises.told_of import told_of
from service.sentences.figures import figures
from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Choices and doses

For recurrent tonsillitis, tonsillectomy is the treatment of choice, and tonsillotomy may be considered below 12 years of age [@g].
Usual courses of antibiotics in two hospital guidelines are 10 days for streptococcal and 28 days for staphylococcal endocarditis [@g].
Prednisolone in temporal arteritis starts with 40–60 mg a day by mouth and continues at 5–10 mg a day in the long term [@g].
A third hepatitis B vaccine dose after 12 weeks is advised when the first two did not raise antibodies [@g].

## Times

After colonoscopy, low molecular weight heparin is held back for 2 days in everyone at high risk of bleeding [@g].
Before planned colonoscopy, low molecular weight heparin has to be paused for at least 1 day [@g].

## Limits

The United States label does not start canagliflozin below an eGFR of 30 mL/min/1.73 m² [@g].
Live vaccines should be given at least 4 weeks ahead of planned chemotherapy [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("As staphylococcal endocarditis needs 10 days of antibiotics, when can the line come out?", "28 days for"),
        ("As prednisolone is kept at 50 mg a day in temporal arteritis, who checks the bones?", "continues at 5–10"),
        (
            "As low molecular weight heparin is paused for 3 hours before planned colonoscopy, what then?",
            "at least 1 day",
        ),
        (
            "As canagliflozin can be started down to an eGFR of 15 on the US label, what is checked?",
            "below an eGFR of 30",
        ),
    ],
)
def test_the_figure_of_the_same_puts_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Why is tonsillectomy the treatment of choice for recurrent tonsillitis at 30 years?",
        "As staphylococcal endocarditis needs 28 days of antibiotics, when can the line come out?",
        "As prednisolone is kept at 5 to 10 mg a day long term in temporal arteritis, who checks the bones?",
        "As the hepatitis B vaccine is repeated after 4 weeks, can she travel?",
        "As low molecular weight heparin is paused for one day before planned colonoscopy, what then?",
        "As canagliflozin can be started down to an eGFR of 30 on the US label, what is checked?",
        "As live vaccines precede chemotherapy by 4 weeks, which ones are due?",
    ],
)
def test_the_figure_of_something_beside_it_calls_nothing_wrong(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    ("clause", "text", "kept"),
    [
        ("X is kept at 300 mg", "X starts with 300 mg and continues at 75 mg", ["75 mg"]),
        ("X starts at 75 mg", "X starts with 300 mg and continues at 75 mg", ["300 mg"]),
        ("X is given at 75 mg", "X starts with 300 mg and continues at 75 mg", ["300 mg", "75 mg"]),
        ("mumps lasts 3 days", "It lasts 3 days for rubella and 9 days for mumps", ["9 days"]),
        ("it lasts 3 days", "It lasts 3 days for rubella and 9 days for mumps", ["3 days", "9 days"]),
        ("the dose is repeated after 2 h", "A third dose after 6 h is advised", []),
        ("a third dose is given after 2 h", "A third dose after 6 h is advised", ["6 h"]),
        ("it is held for a week before surgery", "After surgery, it is held for 2 days", []),
        ("it is held for a week after surgery", "After surgery, it is held for 2 days", ["2 days"]),
        ("it is given for 2 days", "It is given for 6 days when the fever has lasted longer than 24 hours", ["6 days"]),
    ],
)
def test_figures_of_another_phase_item_time_or_a_further_one_are_left_out(
    clause: str, text: str, kept: list[str], glossary: Glossary
) -> None:
    found = told_of(clause, figures(text), text, glossary)
    assert [text[figure.start : figure.end] for figure in found] == kept
