"""What takes an alarm back: clauses that are known in their whole length. What else is said is left, to be heard."""

from __future__ import annotations

import pytest

from service.safety.distress.taken_back import Reason, asks_what_now, says_it_goes_on, taken_back


@pytest.mark.parametrize("message", [
    "thanks", "what should I do", "is it serious?", "He is 54 and on apixaban", "now he is sweating", "I'm not fine", "it's not fine, he's blue",
    "nobody is here, I am alone", "no one is in danger except me", "no danger to anyone but me", "no I can't call anyone",
    "I don't want an ambulance", "nobody would care if I died", "it was yesterday that I took them", "he has no pulse now", "I don't have an epipen now",
],
)  # fmt: skip
def test_what_says_nothing_of_the_kind_takes_nothing_back(message: str) -> None:
    assert taken_back(message) is None


@pytest.mark.parametrize(("message", "rest"), [
    ("I'm fine, but the bleeding hasn't stopped", "the bleeding hasn't stopped"),
    ("I'm a nurse and my husband is vomiting blood", "my husband is vomiting blood"),
    ("this was two years ago but now it's back, I can't breathe", "it's back, I can't breathe"),
    ("it's not an emergency, I just want to die", "I just want to die"),
    ("just want to know if I can wait till morning", "if I can wait till morning"),
    ("she's fine now but she won't wake up", "she won't wake up"),
    ("No emergency. What is the dose of terlipressin?", "What is the dose of terlipressin?"),
    ("I only want to know how far apart levothyroxine and iron are taken", "how far apart levothyroxine and iron are taken"),
],
)  # fmt: skip
def test_what_is_said_or_asked_besides_is_left(message: str, rest: str) -> None:
    found = taken_back(message)
    assert found is not None
    assert found.rest == rest


@pytest.mark.parametrize(("message", "reason"), [
    ("it's not happening now, I just want to know in general", Reason.NONE), ("no emergency, I'm a nurse asking", Reason.PROFESSIONAL),
    ("this was two years ago", Reason.PAST), ("I'm fine, just asking about it", Reason.WELL), ("No, it's not an emergency", Reason.NONE),
    ("no", Reason.NONE), ("nope, all good here, just curious", Reason.GENERAL), ("This isn't an emergency. Please answer my question.", Reason.NONE),
    ("nobody is ill, I am revising for an exam", Reason.GENERAL), ("I am a GP and asking about a patient", Reason.PROFESSIONAL),
    ("That happened in 2019 and I'm well now", Reason.PAST), ("It was last year, he has recovered", Reason.PAST), ("false alarm, everything is fine", Reason.NONE),
    ("You misunderstood, I wanted general information", Reason.GENERAL), ("calm down, it's just a general question", Reason.GENERAL),
    ("I've been to A&E and was sent home yesterday", Reason.WELL), ("the ambulance crew checked him and he is fine", Reason.WELL),
    ("its not an emergncy", Reason.NONE), ("He doesn't have it any more", Reason.NONE), ("i'm a doctor, what's the answer?", Reason.PROFESSIONAL),
    ("I'm a medical student", Reason.PROFESSIONAL), ("it's a case from a seminar", Reason.GENERAL), ("Nobody is in danger now. I am asking in general.", Reason.GENERAL),
],
)  # fmt: skip
def test_an_alarm_is_taken_back_and_nothing_else_is_said(message: str, reason: Reason) -> None:
    found = taken_back(message)
    assert found is not None
    assert found.rest == ""
    assert reason in found.reasons


@pytest.mark.parametrize(
    "message", ["yes", "no it's happening now", "it is getting worse", "the pain is back", "still"]
)
def test_it_goes_on(message: str) -> None:
    assert says_it_goes_on(message)


@pytest.mark.parametrize("message", ["I still want to know", "how far apart", "what is it"])
def test_an_answer_is_still_wanted_and_nothing_goes_on(message: str) -> None:
    assert not says_it_goes_on(message)


@pytest.mark.parametrize(
    "message", ["what should I do now", "what can I give him meanwhile?", "should I wait till morning"]
)
def test_what_to_do_now_is_asked(message: str) -> None:
    assert asks_what_now(message)


def test_what_is_done_for_an_illness_is_no_question_of_now() -> None:
    assert not asks_what_now("What do I do about potassium on spironolactone?")
