"""The frozen test part: what makes it another one, what does not, and the log of the runs that looked at it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import BadInputError
from evals.datasets import Frozen, Suite, freeze, frozen, frozen_state, load_suite, note_test_run
from evals.items import StarterItem

TIE = {"document_id": "gout", "begins": "Allopurinol is started"}
NUGGET = {"text": "Start low.", "vital": True, "sentences": [TIE]}
DEV = {"id": "dev-1", "topic": "asthma", "split": "dev", "question": "How much salbutamol?", "nuggets": [NUGGET]}
TEST: dict[str, Any] = {
    "id": "test-1",
    "kind": "false_premise",
    "topic": "gout",
    "split": "test",
    "question": "Why is allopurinol started at 900 mg?",
    "nuggets": [NUGGET],
    "must_not": ["900 mg is usual"],
    "expected_status": ["answered"],
    "premise": {"assumed": "Allopurinol is started at 900 mg.", "correction": [TIE]},
}
TURNS: dict[str, Any] = {
    "id": "test-2",
    "kind": "conversation",
    "topic": "gout",
    "split": "test",
    "turns": [{"question": "How is gout treated?", "nuggets": [NUGGET]}, {"question": "And in renal failure?"}],
}


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place of the test's own for what is committed."""
    monkeypatch.setattr(frozen, "FROZEN", tmp_path / "starter.frozen.json")
    monkeypatch.setattr(frozen, "TEST_RUNS", tmp_path / "starter.test_runs.jsonl")


def starter(*entries: dict[str, Any]) -> Suite:
    """A starter suite of these items."""
    return Suite("starter", "", "", tuple(StarterItem.model_validate(entry) for entry in entries))


def frozen_then(*entries: dict[str, Any]) -> Frozen | None:
    """The state of a suite of these items after DEV, TEST and TURNS were frozen."""
    freeze(starter(DEV, TEST, TURNS))
    return frozen_state(starter(*entries))


def test_nothing_is_said_before_anything_is_frozen() -> None:
    assert frozen_state(starter(DEV, TEST)) is None


def test_nothing_is_said_of_another_suite() -> None:
    freeze(starter(TEST))
    assert frozen_state(Suite("jsonl:mine", "", "", starter(TEST).items)) is None


def test_the_order_of_the_items_does_not_matter() -> None:
    assert frozen_then(TURNS, TEST, DEV) == Frozen(part=True, ties=True)


def test_the_dev_part_may_change() -> None:
    changed = {**DEV, "question": "Another?", "nuggets": [{"text": "Other", "vital": True}]}
    assert frozen_then(changed, TEST, TURNS) == Frozen(part=True, ties=True)


def test_a_note_for_readers_may_change() -> None:
    assert frozen_then(DEV, {**TEST, "note": "Checked again."}, TURNS) == Frozen(part=True, ties=True)


@pytest.mark.parametrize(
    "change",
    [
        {"question": "Is allopurinol started at 900 mg?"},
        {"kind": "true_premise"},
        {"split": "dev"},
        {"expected_status": ["insufficient_evidence"]},
        {"nuggets": [{**NUGGET, "text": "Start high."}]},
        {"nuggets": [{**NUGGET, "vital": False}]},
        {"nuggets": []},
        {"nuggets": [{**NUGGET, "alternatives": ["low dose"]}]},
        {"must_not": []},
        {"premise": {"assumed": "Allopurinol is started at 90 mg.", "correction": [TIE]}},
        {"audience": "patient"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_question_or_expectation_is_another_test_part(change: dict[str, Any]) -> None:
    state = frozen_then(DEV, {**TEST, **change}, TURNS)
    assert state is not None
    assert not state.part


def test_another_turn_is_another_test_part() -> None:
    turns = [TURNS["turns"][0], {"question": "And in pregnancy?"}]
    state = frozen_then(DEV, TEST, {**TURNS, "turns": turns})
    assert state is not None
    assert not state.part


def test_an_item_more_or_less_is_another_test_part() -> None:
    state = frozen_then(DEV, TEST)
    assert state is not None
    assert not state.part


@pytest.mark.parametrize(
    "change",
    [
        {"nuggets": [{**NUGGET, "sentences": [{**TIE, "begins": "Allopurinol begins"}]}]},
        {"premise": {**TEST["premise"], "correction": [{**TIE, "begins": "Allopurinol begins"}]}},
        {"document_id": "gout"},
        {"accepted_documents": ["gout", "hyperuricaemia"]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_ties_to_the_library_may_follow_its_texts_and_that_is_told(change: dict[str, Any]) -> None:
    assert frozen_then(DEV, {**TEST, **change}, TURNS) == Frozen(part=True, ties=False)


def test_ties_of_a_turn_count_as_ties() -> None:
    turns = [{**TURNS["turns"][0], "nuggets": [{**NUGGET, "sentences": []}]}, TURNS["turns"][1]]
    assert frozen_then(DEV, TEST, {**TURNS, "turns": turns}) == Frozen(part=True, ties=False)


def test_new_ties_can_be_written_down() -> None:
    moved = starter(DEV, {**TEST, "document_id": "gout"}, TURNS)
    freeze(starter(DEV, TEST, TURNS))
    freeze(moved)
    assert frozen_state(moved) == Frozen(part=True, ties=True)


def test_another_test_part_cannot_take_the_place_of_the_frozen_one() -> None:
    freeze(starter(TEST))
    with pytest.raises(BadInputError, match="Another test part is frozen"):
        freeze(starter({**TEST, "question": "Another?"}))
    assert frozen_state(starter(TEST)) == Frozen(part=True, ties=True)


def test_every_run_on_the_test_part_is_logged() -> None:
    configuration: dict[str, Any] = {
        "suite": {"name": "starter", "hash": "h", "frozen": True},
        "environment": {"git": "abc"},
        "target": {"style": "in process", "edition_hash": "e"},
        "plan": {"questions": 3, "slices": []},
    }
    assert note_test_run(configuration)
    assert note_test_run(configuration)
    lines = [json.loads(line) for line in frozen.TEST_RUNS.read_text("utf-8").splitlines()]
    assert [(line["git"], line["questions"]) for line in lines] == [("abc", 3)] * 2


def test_a_log_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frozen, "TEST_RUNS", tmp_path / "nowhere" / "runs.jsonl")
    configuration: dict[str, Any] = {
        "suite": {"name": "starter", "hash": "h", "frozen": None},
        "environment": {"git": None},
        "target": {},
        "plan": {"questions": 1, "slices": []},
    }
    assert not note_test_run(configuration)


class TestCommitted:
    """The suite as it is committed."""

    @pytest.fixture(autouse=True)
    def place(self) -> None:
        """The committed files themselves."""

    def test_the_committed_test_part_is_the_frozen_one(self) -> None:
        state = frozen_state(load_suite("starter"))
        assert state is not None
        assert state.part
