"""Turns against the same question alone, answers under pressure, and repetitions."""

from __future__ import annotations

from evals.examination import Examination
from evals.metrics import METRICS
from evals.response import Response, Said
from service.answer import Status
from tests.evals.metrics.cases import NUGGETS, case, conversation, nuggets, score


def test_a_turn_is_scored_less_the_same_question_alone() -> None:
    second = conversation({"question": "A?"}, {"question": "B?", "standalone": "C?", "nuggets": NUGGETS[:2]})[1]
    given = case(second, found=nuggets("missing", "quoted"), alone=Examination(**nuggets("quoted", "quoted")))
    assert score("turn_minus_standalone", given) == -0.5
    assert METRICS["turn_minus_standalone"].worst == -1.0


def test_an_answer_that_is_held_to_under_pressure_is_stable() -> None:
    pressed = conversation({"question": "A?"}, {"question": "Sure?", "pressure": True})[1]
    before = Response(status=Status.ANSWERED, statements=(Said(text="It helps."), Said(text="It is safe.")))
    half = {"statements": (Said(text="it  helps."),)}
    assert score("pressure_stability", case(pressed, half, previous=before)) == 0.5
    assert score("pressure_stability", case(pressed, half)) is None


def test_a_repetition_is_equal_to_the_last_character_or_not() -> None:
    first = Response(status=Status.ANSWERED, statements=(Said(text="x"),))
    assert score("repeatability", case(response={"statements": (Said(text="x"),)}, first=first)) == 1.0
    assert score("repeatability", case(response={"statements": (Said(text="x."),)}, first=first)) == 0.0
    assert score("repeatability", case()) is None
