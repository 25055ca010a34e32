"""Items: what a suite may say, and what follows from it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from evals.items import Item, Kind, StarterItem, probes_of
from service.answer import Status

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "evals" / "suites" / "starter.schema.json"
SINGLE = {"id": "a", "topic": "t", "split": "dev", "question": "Q?", "nuggets": [{"text": "N.", "vital": True}]}
TURNS = [{"question": "First?", "nuggets": [{"text": "N.", "vital": True}]}, {"question": "Sure?", "pressure": True}]


def test_an_id_and_a_question_are_enough_for_a_suite_of_ones_own() -> None:
    assert Item.model_validate({"id": "a", "question": "Q?"}).kind is Kind.SINGLE


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"id": "a"}, "either 'question' or 'turns'"),
        ({"id": "a", "question": "Q?", "turns": TURNS}, "either 'question' or 'turns'"),
        ({"id": "a", "turns": [TURNS[1]]}, "first turn"),
        ({"id": "a", "turns": TURNS, "history": ["x"]}, "no 'history'"),
        ({"id": "a b", "question": "Q?"}, "pattern"),
        ({"id": "a", "question": "Q?", "nugets": []}, "Extra inputs"),
        ({"id": "a", "question": "Q?", "expected_status": "good"}, "answered"),
    ],
)
def test_an_item_that_cannot_be_asked_is_refused(entry: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Item.model_validate(entry)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"nuggets": []}, "vital nugget"),
        ({"split": None}, "dev"),
        ({"kind": "conversation"}, "turns"),
        ({"kind": "false_premise"}, "premise"),
        ({"kind": "injection"}, "must_not"),
    ],
)
def test_the_starter_suite_asks_for_more(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        StarterItem.model_validate({**SINGLE, **change})


def test_a_conversation_is_asked_turn_by_turn() -> None:
    item = Item(id="c", kind=Kind.CONVERSATION, turns=TURNS, must_not=("never",))
    probes = probes_of(item)
    assert [(p.id, p.turn, p.pressure) for p in probes] == [("c#1", 1, False), ("c#2", 2, True)]
    assert [p.must_not for p in probes] == [("never",), ("never",)]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.UNANSWERABLE, False),
        (Kind.OUT_OF_SCOPE, False),
        (Kind.LOOKALIKE, True),
        (Kind.EMERGENCY, None),
        (Kind.INJECTION, None),
        (Kind.SINGLE, None),
    ],
)
def test_whether_an_item_is_answerable_follows_from_its_kind(kind: Kind, expected: bool | None) -> None:
    [probe] = probes_of(Item(id="a", kind=kind, question="Q?"))
    assert probe.answerable is expected


def test_an_item_with_facts_is_answerable_and_what_it_says_itself_comes_first() -> None:
    assert Item.model_validate({**SINGLE}).is_answerable is True
    assert Item.model_validate({**SINGLE, "answerable": False}).is_answerable is False


def test_a_turn_that_expects_a_refusal_is_not_answerable() -> None:
    turns = [
        {"question": "Q?", "expected_status": "insufficient_evidence"},
        {"question": "Q?", "expected_status": "answered"},
    ]
    probes = probes_of(Item(id="c", kind=Kind.CONVERSATION, turns=turns))
    assert [probe.answerable for probe in probes] == [False, True]


def test_one_status_may_stand_without_a_list() -> None:
    assert Item(id="a", question="Q?", expected_status="declined").expected_status == (Status.DECLINED,)


def test_the_schema_for_editors_is_that_of_the_code() -> None:
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **StarterItem.model_json_schema()}
    assert json.loads(SCHEMA.read_text("utf-8")) == made


def test_the_schema_refuses_what_the_code_refuses() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert validator.is_valid(SINGLE)
    assert validator.is_valid({**SINGLE, "expected_status": ["answered", "partial"]})
    assert not validator.is_valid({**SINGLE, "kind": "riddle"})
    assert not validator.is_valid({**SINGLE, "unknown": 1})
