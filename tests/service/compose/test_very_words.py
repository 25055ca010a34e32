"""What says in so many words what is asked stands first; what calls for help for what is past does not."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.permission import deed_asked
from service.analysis.question import QuestionKind, analyse
from service.compose.help_later import calls_too_early
from service.compose.very_words import says_in_so_many_words
from tests.fakes import digest
from tests.service.conftest import Ask


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("which drug is used in cellulitis?", "Flucloxacillin is first-line in cellulitis."),
        ("agent of choice in cellulitis?", "Flucloxacillin was tried in cellulitis."),
        ("should plasma be given in sepsis?", "Sepsis is told by a low plasma lactate."),
        ("should plasma be given in sepsis?", "Albumin is not given in sepsis."),
        ("how is plasma given?", "Plasma is not given routinely."),
    ],
)
def test_what_says_something_else_gains_nothing(asked: str, text: str) -> None:
    assert says_in_so_many_words(asked, text) == 0


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("agent of choice in cellulitis?", "Flucloxacillin is preferred in cellulitis."),
        ("drug of choice in cellulitis?", "Flucloxacillin is first-line in cellulitis."),
        ("should plasma be given in sepsis?", "Plasma is not routinely given in sepsis."),
        ("can fresh plasma be used in sepsis?", "Fresh plasma of any kind is considered only with bleeding."),
    ],
)
def test_what_says_the_very_thing_gains(asked: str, text: str) -> None:
    assert says_in_so_many_words(asked, text) > 0


ACIDOSIS = """## Ketoacidosis

Ketoacidosis is told by ketones and a low bicarbonate [@g].
Bicarbonate is not given routinely in ketoacidosis [@g].
"""


def test_whether_it_is_given_comes_before_how_the_illness_is_told(ask: Ask) -> None:
    answer = ask("should bicarbonate be given in ketoacidosis", {"a.md": digest("a", ACIDOSIS)})
    assert answer.bottom_line is not None
    assert answer.bottom_line.text.endswith("Bicarbonate is not given routinely in ketoacidosis.")


@pytest.mark.parametrize(
    ("asked", "early"),
    [
        ("dad fell and broke his wrist in May, how do we keep that from happening again?", True),
        ("she had a clot, how can we stop another one?", True),
        ("he fell again, should I call an ambulance?", False),
        ("he fell, what do I do", False),
        ("my platelets are 12", False),
    ],
)
def test_a_call_for_help_is_too_early_only_where_something_past_is_to_be_prevented(asked: str, early: bool) -> None:
    assert calls_too_early(asked, "If you think a bone is broken, call an ambulance.") is early
    assert not calls_too_early(asked, "Grab rails help to prevent falls.")


@pytest.mark.parametrize(
    ("asked", "early"),
    [
        ("which pain killers can I use on a blood thinner", True),
        ("wot can my dad take for toothache on apixaban", True),
        ("what can I take now, my head hurts terribly all of a sudden", False),
        ("I hit my head on apixaban", False),
    ],
)
def test_a_call_for_help_is_too_early_where_it_is_asked_what_may_be_taken(asked: str, early: bool) -> None:
    assert calls_too_early(asked, "Call an ambulance if you get a sudden, bad headache.") is early


@pytest.mark.parametrize(
    ("asked", "deed"), [("can I catch it from her towels?", []), ("can I fly next week?", ["fly"])]
)
def test_what_befalls_somebody_is_nothing_to_be_allowed(asked: str, deed: list[str]) -> None:
    assert deed_asked(analyse(asked, shipped_glossary())) == deed


def test_who_asks_of_himself_does_not_only_tell_values() -> None:
    assert not analyse("platelets 96, am i going to bleed", shipped_glossary()).only_tells
    assert analyse("platelets 96, cirrhosis", shipped_glossary()).only_tells


def test_what_is_said_to_be_of_choice_gains_more_than_what_is_preferred() -> None:
    asked = "what is the drug of choice in cellulitis?"
    very, near = "Flucloxacillin is the antibiotic of choice.", "Flucloxacillin is preferred."
    assert says_in_so_many_words(asked, very) > says_in_so_many_words(asked, near) > 0


def test_what_is_of_choice_is_a_treatment_and_no_definition() -> None:
    assert analyse("What is the drug of choice in cellulitis?", shipped_glossary()).kind is QuestionKind.TREATMENT
