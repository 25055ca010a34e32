"""A question that leaves open what a sentence denies, or only tells how someone is, takes nothing for granted."""

from __future__ import annotations

import pytest

from service.premises.open_question import (
    asks_for_whom,
    asks_if_true,
    asks_whether,
    left_open,
    offered,
    tells_of_someone,
)
from tests.fakes import digest
from tests.service.conftest import Ask

TEXTS = {
    "guide.md": digest(
        "guide",
        """## Interactions

Clarithromycin with colchicine in gout is avoided at any colchicine dose [@g].
Levothyroxine is taken at least 4 hours apart from iron tablets in hypothyroidism [@g].

## Doses

Metformin in type 2 diabetes is limited to 1 g a day at an eGFR of 30 to 44 mL/min [@g].
Empagliflozin in type 2 diabetes is not started at an eGFR below 20 mL/min [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    "question",
    [
        "On colchicine for gout and needs clarithromycin for his chest. Any issue?",
        "She takes levothyroxine together with iron tablets for hypothyroidism. How far apart?",
        "eGFR dropped to 38 on metformin 2 g for type 2 diabetes. Cut or stop?",
        "Empagliflozin 10 to 25 in type 2 diabetes, when?",
    ],
)
def test_what_is_asked_or_told_of_someone_is_not_called_an_assumption(ask: Ask, question: str) -> None:
    assert not ask(question, TEXTS).premise


def test_the_sentence_that_denies_it_still_opens_the_answer(ask: Ask) -> None:
    answer = ask("On colchicine for gout and needs clarithromycin for his chest. Any issue?", TEXTS)
    assert answer.bottom_line is not None
    assert "Clarithromycin with colchicine" in answer.bottom_line.text


def test_what_is_stated_of_all_is_still_put_right(ask: Ask) -> None:
    [premise] = ask("Since clarithromycin is safe with colchicine in gout, what dose do I give?", TEXTS).premise
    assert "is avoided" in premise.correction.text


@pytest.mark.parametrize(
    "question",
    [
        "NIHSS 2, 2 hours in. Lyse?",
        "DNA 90 and normal ALT: treat or leave?",
        "X in severe Y - allowed? If not, what dose of Z?",
    ],
)
def test_a_bare_verb_a_choice_or_allowed_asks_whether(question: str) -> None:
    assert asks_whether(question)


@pytest.mark.parametrize(
    "question",
    ["X is first for Y, so is Z allowed at all?", "X starts at 5 mg, isn't it? What next?", "Since X is safe, what dose?", "X in Y: dose?"],
)  # fmt: skip
def test_a_whole_question_on_something_else_leaves_what_is_said_before_it_alone(question: str) -> None:
    assert not asks_whether(question)


def test_what_a_protocol_says_and_is_at_once_asked_about_is_left_open() -> None:
    assert left_open("amoxicillin plus clarithromycin - OK with the tacrolimus")
    assert not left_open("amoxicillin is OK with tacrolimus")


def test_what_is_offered_for_choice_is_not_taken_for_granted() -> None:
    assert offered("Which can I use, A, B or C?")
    assert not offered("Which dose of A is used for B?")


def test_who_gets_something_is_asked_of_nobody_in_particular() -> None:
    assert asks_for_whom("Who with COPD gets home oxygen?")
    assert not asks_for_whom("How much oxygen do I give?")


def test_a_general_statement_tells_of_nobody() -> None:
    assert tells_of_someone("2nd bout of encephalopathy, already on lactulose")
    assert not tells_of_someone("On metformin eGFR is looked at every 3 years")


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Since my sister says it works, how long is it taken?", False),
        ("My friend said he would ring. Can I take it with food?", False),
        ("My mate says topiramate stops the pill working. Is that right, and what should I use?", True),
        ("read that bananas are bad with spironolactone, is it true", True),
        ("My wife thinks I should carry on with it, who is right?", True),
    ],
)
def test_what_somebody_says_may_only_be_asked_about(question: str, asks: bool) -> None:
    assert asks_if_true(question) is asks
