"""What is shown beside an answer for the sake of what its question takes for granted."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from service.answer import Answer
from service.premises import ABOUT_THE_ASSUMPTION
from service.premises.bearing import Bearing
from service.premises.checked import Checked
from service.premises.first import read_first
from service.premises.granted import granted
from service.premises.shown import worth_showing
from service.sentences.candidates import Candidate
from tests.fakes import digest
from tests.service.conftest import Ask

STATED = "Since colchicine is safe in pregnancy, which dose is given?"


def bearing(name: str, named: float, meaning: float, coverage: float, corrects: bool = True) -> Bearing:
    candidate = cast(Candidate, SimpleNamespace(text=name, position=(name, 0), order=0))
    return Bearing(candidate, meaning + coverage, coverage, named, meaning, corrects)


def shown(question: str, bears: Bearing, away: bool = False) -> bool:
    stated = granted(question)
    assert stated is not None
    told = bears.candidate
    return bool(worth_showing(stated, [told], [bears], [told.position] if away else []))


@pytest.mark.parametrize(
    ("named", "meaning", "coverage", "is_shown"),
    [
        (1.0, 0.8, 0.9, True),
        (1.0, 0.7, 0.3, True),
        (1.0, 0.5, 0.7, True),
        (1.0, 0.5, 0.3, False),  # near in neither
        (0.5, 0.8, 0.5, False),  # of another drug of the kind
    ],
)
def test_only_what_surely_is_on_the_assumption_is_shown(
    named: float, meaning: float, coverage: float, is_shown: bool
) -> None:
    assert shown(STATED, bearing("a", named, meaning, coverage)) is is_shown


def test_what_seems_to_say_otherwise_need_not_be_as_near() -> None:
    assert shown(STATED, bearing("a", 0.5, 0.6, 0.3), away=True)


def test_what_is_told_in_plain_words_is_not_shown_to_who_wants_more() -> None:
    assert not shown(STATED, bearing("a", 1.0, 0.8, 0.9, corrects=False))


@pytest.mark.parametrize(
    "question",
    [
        "Gout flare in my patient with stage 4 kidney disease, allopurinol started last week. What is given?",
        "INR has fallen to 1.4 on carbamazepine. How is warfarin raised?",
    ],
)
def test_how_things_are_with_somebody_is_no_assumption(question: str) -> None:
    assert not shown(question, bearing("a", 1.0, 0.8, 0.9), away=True)


def test_what_bears_on_it_less_than_the_first_statement_is_shown_if_it_seems_to_say_otherwise() -> None:
    first, second = (bearing(name, 1.0, 0.8, 0.9).candidate for name in "ab")
    assert read_first(Checked("x", bearing=(first, second)), first, False)[1] is None
    assert read_first(Checked("x", bearing=(first, second)), second, False)[1] is first
    away = frozenset({second.position})
    assert read_first(Checked("x", bearing=(first, second), away=away), first, False)[1] is second


SHOWN = {
    "guide.md": digest(
        "guide",
        """## Harms

Clozapine can cause agranulocytosis, so a sore throat, mouth ulcers and fever are to be reported at once, any sign of infection needs a white cell count on the same day, and the drug is stopped promptly with neutropenia [@g].
Colchicine in pericarditis lasts 3 months, or 6 months where pericarditis comes back [@g].

## Prevention

Low-dose dopamine does not prevent acute kidney injury and is not used for it [@g].
Diuretics are not given to prevent acute kidney injury [@g].
""",
        g={"doi": "10.1000/guide"},
    ),
    "b.md": digest("b", "## Treatment\n\nGout is treated with colchicine in most adults [@g]."),
}


def _on_the_assumption(answer: Answer) -> list[str]:
    return [
        statement.text
        for section in answer.sections
        if section.heading == ABOUT_THE_ASSUMPTION
        for statement in section.statements
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Given that clozapine can cause agranulocytosis, which symptoms are reported?", "agranulocytosis"),
        ("Since colchicine is effective in pericarditis, how many months does it last?", "lasts 3 months"),
    ],
)
def test_what_the_first_statement_is_on_itself_is_not_called_unconfirmed(ask: Ask, question: str, told: str) -> None:
    answer = ask(question, SHOWN)
    assert answer.bottom_line is not None
    assert told in answer.bottom_line.text
    assert all(notice.kind != "premise_not_confirmed" for notice in answer.notices)


def test_what_bears_on_an_assumption_less_than_the_first_statement_is_not_shown_beside_it(ask: Ask) -> None:
    answer = ask("Why does low-dose dopamine not prevent acute kidney injury?", SHOWN)
    assert answer.bottom_line is not None
    assert "dopamine" in answer.bottom_line.text
    assert not _on_the_assumption(answer)
