"""Runs: the same twice, gone on with after an interruption, and nothing that fails ever vanishes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import BadInputError
from evals.datasets import Suite
from evals.items import Item, Kind, PlantedDocument
from evals.metrics import Outcome
from evals.runner import Plan, Run, run, summarise
from evals.runner.environment import environment
from evals.targets import InProcess, TargetError, TargetTimeoutError
from evals.texts import LibraryTexts
from service.library import Library
from tests.evals.fakes import NAMES, GoodTarget, WordJudge, suite


class KilledError(Exception):
    """The process is killed."""


def plan(**fields: Any) -> Plan:
    """A plan of the made suite."""
    return Plan(suite(), **fields)


@pytest.fixture
def target(texts: LibraryTexts) -> GoodTarget:
    """A target that answers well."""
    return GoodTarget(texts)


def files(path: Path) -> dict[str, bytes]:
    """What of a run has to be the same each time."""
    return {
        name: (path / name).read_bytes() for name in ("items.jsonl", "plan.jsonl", "summary.json", "configuration.json")
    }


def test_two_runs_are_the_same_to_the_byte(tmp_path: Path, texts: LibraryTexts) -> None:
    for name in ("a", "b"):
        run(plan(), GoodTarget(texts), WordJudge(), tmp_path / name)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_two_runs_of_footnote_itself_on_one_edition_are_the_same_to_the_byte(tmp_path: Path, library: Library) -> None:
    for name in ("a", "b"):
        run(plan(limit=8), InProcess(library), WordJudge(), tmp_path / name)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert Run(tmp_path / "a").records[0].outcome is Outcome.OK


def test_neither_times_nor_ids_are_in_what_has_to_be_the_same(tmp_path: Path, library: Library) -> None:
    run(plan(limit=2), InProcess(library), WordJudge(), tmp_path / "a")
    kept = (tmp_path / "a" / "items.jsonl").read_text("utf-8")
    [first, *_] = [json.loads(line) for line in (tmp_path / "a" / "timings.jsonl").read_text("utf-8").splitlines()]
    assert first["timings"]["wall"] > 0
    assert first["ids"]["answer"] not in kept
    assert "created_at" not in kept


def interrupted(tmp_path: Path, texts: LibraryTexts, after: int) -> Path:
    """A run that was killed after so many items."""

    def advance(done: int, of: int) -> None:
        if done == after:
            raise KilledError

    with pytest.raises(KilledError):
        run(plan(), GoodTarget(texts), WordJudge(), tmp_path / "cut", advance=advance)
    return tmp_path / "cut"


@pytest.mark.parametrize("torn", ["", '{"id":"almira-sin', '{"id":"gelvastatin-conversation#1","outcome":"ok"}\n'])
def test_a_run_that_is_gone_on_with_ends_as_if_it_had_not_been_interrupted(
    tmp_path: Path, texts: LibraryTexts, torn: str
) -> None:
    path = interrupted(tmp_path, texts, 25)
    with (path / "items.jsonl").open("a", encoding="utf-8") as file:
        file.write(torn)
    run(plan(), GoodTarget(texts), WordJudge(), path, resume=True)
    run(plan(), GoodTarget(texts), WordJudge(), tmp_path / "whole")
    assert files(path) == files(tmp_path / "whole")
    whole, timings = Run(path), Run(path).timings()
    assert len(timings) == len({timing.id for timing in timings}) == len(whole.plan)


def test_what_is_complete_is_not_asked_again(tmp_path: Path, texts: LibraryTexts) -> None:
    path = interrupted(tmp_path, texts, 44)
    again = GoodTarget(texts)
    run(plan(), again, WordJudge(), path, resume=True)
    assert all(NAMES[-1] in message or message in ("And in asthma?", "Are you sure?") for message in again.asked)


def test_a_run_is_not_gone_on_with_under_another_plan_or_judge(tmp_path: Path, target: GoodTarget) -> None:
    run(plan(limit=4), target, WordJudge(), tmp_path / "a")
    with pytest.raises(BadInputError, match="another plan"):
        run(plan(limit=5), target, WordJudge(), tmp_path / "a", resume=True)
    with pytest.raises(BadInputError, match="another judge"):
        run(plan(limit=4), target, WordJudge("other"), tmp_path / "a", resume=True)


def test_a_run_is_not_written_over(tmp_path: Path, target: GoodTarget) -> None:
    run(plan(limit=1), target, WordJudge(), tmp_path / "a")
    with pytest.raises(BadInputError, match="holds a run already"):
        run(plan(limit=1), target, WordJudge(), tmp_path / "a")


def test_there_is_nothing_to_go_on_with_in_an_empty_place(tmp_path: Path, target: GoodTarget) -> None:
    with pytest.raises(BadInputError, match="holds no run"):
        run(plan(limit=1), target, WordJudge(), tmp_path / "a", resume=True)


def test_an_interrupted_run_shows_what_is_missing_and_counts_it_as_worst(tmp_path: Path, texts: LibraryTexts) -> None:
    found = Run(interrupted(tmp_path, texts, 25))
    missing = [record for record in found.records if record.outcome is Outcome.MISSING]
    summary = summarise(found)
    assert summary["counts"]["missing"] == len(missing) > 20
    assert summary["metrics"]["nugget_recall@vital"]["value"] < 0.7
    assert summary["metrics"]["nugget_recall@vital"]["n"] == 3 * len(NAMES)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [(TargetError("HTTP 500: oops"), Outcome.FAILED), (TargetTimeoutError("no answer within 1 s"), Outcome.TIMED_OUT)],
)
def test_a_failure_is_recorded_as_what_it_is_and_scored_as_worst(
    tmp_path: Path, texts: LibraryTexts, fault: Exception, outcome: Outcome
) -> None:
    found = run(plan(), GoodTarget(texts, {"How is bexodin dosed?": fault}), WordJudge(), tmp_path / "a")
    records = {record.id: record for record in found.records}
    assert (records["bexodin-single"].outcome, records["bexodin-single"].error) == (outcome, str(fault))
    assert records["bexodin-single"].scores["nugget_recall@vital"] == 0.0
    assert records["bexodin-conversation#2"].outcome is Outcome.OK
    assert summarise(found)["counts"] == {"ok": 70, str(outcome): 2}
    assert summarise(found)["confusion"]["answerable"][str(outcome)] == 2


def test_a_failure_of_footnote_itself_is_a_record_not_an_end(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("disk on fire")

    monkeypatch.setattr(library, "consult", broken)
    found = run(plan(limit=1), InProcess(library), WordJudge(), tmp_path / "a")
    assert [(r.outcome, r.error) for r in found.records] == [(Outcome.FAILED, "RuntimeError: disk on fire")]


def test_a_target_that_cannot_be_given_documents_is_not_scored_on_them(tmp_path: Path, target: GoodTarget) -> None:
    planted = Item(
        id="p", kind=Kind.INJECTION, question="Q?", must_not=("x",), planted=PlantedDocument(title="T", text="x")
    )
    found = run(Plan(Suite("s", "", "", (planted,))), target, WordJudge(), tmp_path / "a")
    [record] = found.records
    assert (record.outcome, record.scores) == (Outcome.UNSUPPORTED, {})
    assert summarise(found)["counts"] == {"unsupported": 1}


def test_earlier_messages_are_asked_first_and_not_scored(tmp_path: Path, target: GoodTarget) -> None:
    item = Item(id="h", question="And in asthma?", history=("How is almira dosed?",))
    found = run(Plan(Suite("s", "", "", (item,))), target, WordJudge(), tmp_path / "a")
    assert target.asked == ["How is almira dosed?", "And in asthma?"]
    assert [record.id for record in found.records] == ["h"]


def test_the_answer_to_a_turn_is_measured_against_the_question_alone(tmp_path: Path, target: GoodTarget) -> None:
    found = run(plan(slices=[("id", "almira-conversation")]), target, WordJudge(), tmp_path / "a")
    turn = found.records[1]
    assert "May almira be given in asthma?" in target.asked
    assert turn.scores["turn_minus_standalone"] == 0.0
    assert found.records[2].scores["pressure_stability"] == 1.0


class _Fickle(GoodTarget):
    """Says nothing the second time."""

    def begin(self) -> Any:
        found = super().begin()
        if len(self.asked) >= 1:
            self.faults = {"How is almira dosed?": TargetError("not again")}
        return found


def test_repetitions_are_averaged_and_the_worst_of_them_shown_beside_the_mean(
    tmp_path: Path, texts: LibraryTexts
) -> None:
    chosen = plan(slices=[("id", "almira-single")], repeat=2, tasks=("answer",))
    figure = summarise(run(chosen, _Fickle(texts), WordJudge(), tmp_path / "a"))["metrics"]["nugget_recall@vital"]
    assert (figure["value"], figure["worst_of_k"], figure["n"]) == (0.5, 0.0, 1)


def test_a_target_that_repeats_itself_is_repeatable(tmp_path: Path, target: GoodTarget) -> None:
    found = run(plan(limit=4, repeat=3), target, WordJudge(), tmp_path / "a")
    assert summarise(found)["metrics"]["repeatability"]["value"] == 1.0
    assert [record.repeat for record in found.records[:3]] == [0, 1, 2]


def test_slices_of_one_key_are_alternatives_and_keys_must_all_hold() -> None:
    chosen = plan(slices=[("topic", "almira"), ("topic", "bexodin"), ("kind", "single")])
    assert [item.id for item in chosen.items()] == ["almira-single", "bexodin-single"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [({"slices": [("colour", "red")]}, "no slice 'colour'"), ({"slices": [("topic", "none")]}, "No item of the suite")],
)
def test_a_slice_that_leaves_nothing_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        plan(**fields)


def test_a_suite_of_pairs_is_not_run() -> None:
    with pytest.raises(BadInputError, match="footnote eval judge"):
        Plan(Suite("claims", "", ""))


def test_the_configuration_says_what_the_results_depend_on(tmp_path: Path, library: Library) -> None:
    found = run(plan(limit=1, seed=5), InProcess(library), WordJudge(), tmp_path / "a").configuration
    assert found["suite"]["hash"] == suite().hash
    assert found["plan"]["seed"] == 5
    assert found["judge"]["identity"] == "words"
    with library.reading() as edition:
        assert found["target"]["edition"] == edition.id
        assert found["target"]["edition_hash"] == edition.manifest.content_hash
    assert found["environment"] == environment()
    assert str(tmp_path) not in json.dumps(found)


def test_the_versions_of_what_can_change_a_score_are_recorded() -> None:
    found = environment()
    assert found["packages"]["numpy"]
    assert found["packages"]["onnxruntime"]


def test_a_good_target_gets_good_figures(tmp_path: Path, target: GoodTarget) -> None:
    figures = summarise(run(plan(), target, WordJudge(), tmp_path / "a"))["metrics"]
    expected = {
        "nugget_recall@vital": 1.0, "quote_replay": 1.0, "citation_recall": 1.0, "citation_validity": 1.0, "nDCG@10": 1.0,
        "false_answer_rate": 0.0, "over_refusal_rate": 0.0, "emergency_missed_rate": 0.0, "disclaimer_presence": 1.0,
        "turn_minus_standalone": 0.0, "pressure_stability": 1.0, "retired_source_rate": 0.0, "AURC": 0.0,
    }  # fmt: skip
    assert {name: figures[name]["value"] for name in expected} == expected
