"""Systems broken on purpose: each fault is caught by the metric that should catch it."""

from __future__ import annotations

import pytest

from evals.compare import SHIPPED, Comparison, compare, read_gates
from evals.judge import SupportJudge
from evals.runner import Plan, Run, run
from evals.targets import SABOTAGES, sabotaged
from evals.texts import LibraryTexts
from tests.evals.fakes import GoodTarget, suite

CAUGHT_BY = {
    "shuffled_citations": "citation_recall",
    "wrong_number": "number_errors",
    "no_disclaimer": "disclaimer_presence",
    "always_answers": "false_answer_rate",
    "never_answers": "nugget_recall@vital",
    "first_sentences": "nugget_recall@vital",
    "retired_source": "retired_source_rate",
    "altered_quote": "quote_replay",
    "follow_ups_ignored": "turn_minus_standalone",
    "top_passage_removed": "nDCG@10",
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, texts: LibraryTexts, judge: SupportJudge) -> Run:
    """The run that the others are compared with."""
    return run(Plan(suite()), GoodTarget(texts), judge, tmp_path_factory.mktemp("sound") / "run")


@pytest.fixture(params=sorted(SABOTAGES))
def broken(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    texts: LibraryTexts,
    judge: SupportJudge,
    sound: Run,
) -> tuple[str, Comparison]:
    """A fault's name, and its run compared with the sound one."""
    name: str = request.param
    target = sabotaged(GoodTarget(texts), name)
    found = run(Plan(suite()), target, judge, tmp_path_factory.mktemp("broken") / name)
    return name, compare(sound, found, read_gates(SHIPPED))


def test_the_fault_is_caught_by_the_metric_that_should_catch_it(broken: tuple[str, Comparison]) -> None:
    name, found = broken
    assert any(reason.startswith(CAUGHT_BY[name]) for reason in found.failed), found.failed


def test_the_sound_system_keeps_every_gate(sound: Run) -> None:
    assert compare(sound, sound, read_gates(SHIPPED)).failed == []


def test_ten_ways_of_being_broken_are_tried() -> None:
    assert set(CAUGHT_BY) == set(SABOTAGES)
    assert len(CAUGHT_BY) == 10


def test_a_broken_target_says_that_it_is(texts: LibraryTexts) -> None:
    assert sabotaged(GoodTarget(texts), "wrong_number").describe()["sabotage"] == "wrong_number"
