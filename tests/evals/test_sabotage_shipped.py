"""Footnote itself on the shipped library, broken on purpose: the starter suite's dev part notices each fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.settings import Settings
from evals.compare import SHIPPED, Comparison, Gates, compare, read_gates
from evals.datasets import load_suite
from evals.judge import SupportJudge
from evals.runner import Plan, Run, run
from evals.targets import SABOTAGES, InProcess, sabotaged
from ingest.pipeline import ingest
from service.library import Library

pytestmark = pytest.mark.measured

# Fault → the metric that should catch it, and the kinds of items that it shows in.
CAUGHT_BY = {
    "shuffled_citations": ("citation_recall", ["single"]),
    "wrong_number": ("number_errors", ["single"]),
    "no_disclaimer": ("disclaimer_presence", ["out_of_scope"]),
    "always_answers": ("false_answer_rate", ["unanswerable", "out_of_scope"]),
    "never_answers": ("nugget_recall@vital", ["single"]),
    "first_sentences": ("nugget_recall@vital", ["single"]),
    "retired_source": ("retired_source_rate", ["single"]),
    "altered_quote": ("quote_replay", ["single"]),
    "follow_ups_ignored": ("turn_minus_standalone", ["conversation"]),
    "top_passage_removed": ("nugget_recall@vital", ["single"]),
}
KINDS = sorted({kind for _, kinds in CAUGHT_BY.values() for kind in kinds})


def plan(kinds: list[str]) -> Plan:
    """The dev items of these kinds."""
    return Plan(load_suite("starter"), slices=[("split", "dev"), *(("kind", kind) for kind in kinds)])


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The texts that ship, ingested."""
    settings = Settings(data=tmp_path_factory.mktemp("shipped") / "data")
    assert ingest(settings).exit_code == 0
    library = Library(settings)
    yield library
    library.close()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, shipped: Library, judge: SupportJudge) -> Run:
    """Footnote as it is."""
    return run(plan(KINDS), InProcess(shipped, timeout=600), judge, tmp_path_factory.mktemp("sound") / "sound")


@pytest.fixture(params=sorted(SABOTAGES))
def broken(
    request: pytest.FixtureRequest, tmp_path: Path, shipped: Library, judge: SupportJudge, sound: Run
) -> tuple[str, Comparison]:
    """A fault's name, and its run compared with the sound one."""
    name: str = request.param
    metric, kinds = CAUGHT_BY[name]
    found = run(plan(kinds), sabotaged(InProcess(shipped, timeout=600), name), judge, tmp_path / name)
    # The metric alone: the dev part's conversations are of six topics, too few to bear Holm's correction over all gates.
    return name, compare(sound, found, Gates(metrics={metric: read_gates(SHIPPED).metrics[metric]}))


def test_the_fault_is_caught_by_the_metric_that_should_catch_it(broken: tuple[str, Comparison]) -> None:
    name, found = broken
    metric, _ = CAUGHT_BY[name]
    assert any(reason.startswith(metric) for reason in found.failed), found.failed


def test_all_that_can_be_broken_is_tried() -> None:
    assert set(CAUGHT_BY) == set(SABOTAGES)
