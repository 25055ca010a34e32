"""Comparing runs: what is significant, what fails, what is said of what cannot be compared."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import BadInputError
from evals.compare import SHIPPED, Gate, Gates, compare, comparison_markdown, read_gates
from evals.compare.baseline import write_baseline
from evals.runner import Plan, Run, run
from evals.targets import TargetError, sabotaged
from evals.texts import LibraryTexts
from tests.evals.fakes import NAMES, GoodTarget, WordJudge, suite


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, texts: LibraryTexts) -> Run:
    """A run of the good target."""
    return run(Plan(suite()), GoodTarget(texts), WordJudge(), tmp_path_factory.mktemp("runs") / "good")


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory, texts: LibraryTexts) -> Run:
    """A run of the target that never answers."""
    target = sabotaged(GoodTarget(texts), "never_answers")
    return run(Plan(suite()), target, WordJudge(), tmp_path_factory.mktemp("runs") / "silent")


def test_a_run_compared_with_itself_differs_in_nothing(good: Run) -> None:
    found = compare(good, good, read_gates(SHIPPED))
    assert found.failed == []
    assert {d.p_holm for d in found.differences} == {1.0}
    assert found.changed == ()


def test_a_significant_drop_of_a_gated_metric_fails(good: Run, silent: Run) -> None:
    found = compare(good, silent, Gates(metrics={"nugget_recall@vital": Gate()}))
    [difference] = found.differences
    assert (difference.a, difference.b, difference.wins) == (1.0, 0.0, 0)
    assert difference.losses == 3 * len(NAMES)
    assert len(found.failed) == 1
    assert found.failed[0].startswith("nugget_recall@vital dropped from 1.000 to 0.000")


def test_a_significant_rise_does_not_fail(good: Run, silent: Run) -> None:
    found = compare(silent, good, Gates(metrics={"nugget_recall@vital": Gate()}))
    assert found.differences[0].significant
    assert found.failed == []


def test_a_drop_on_one_item_is_not_significant(good: Run, tmp_path: Path, texts: LibraryTexts) -> None:
    target = GoodTarget(texts, {"How is almira dosed?": TargetError("oops")})
    other = run(Plan(suite()), target, WordJudge(), tmp_path / "one")
    found = compare(good, other, Gates(metrics={"nugget_recall@vital": Gate()}))
    assert found.differences[0].losses == 2
    assert found.failed == []
    assert any("2 questions failed" in note for note in found.notes)


def test_a_bound_that_is_not_kept_fails_however_few_the_items(good: Run, tmp_path: Path, texts: LibraryTexts) -> None:
    target = GoodTarget(texts, {"How is almira dosed?": TargetError("oops")})
    other = run(Plan(suite()), target, WordJudge(), tmp_path / "one")
    found = compare(good, other, Gates(metrics={"quote_replay": Gate(minimum=1.0)}))
    assert len(found.failed) == 1
    assert "quote_replay is 0.9" in found.failed[0]
    assert "≥ 1" in found.failed[0]


def test_a_metric_that_is_gone_fails(good: Run, silent: Run) -> None:
    found = compare(good, silent, Gates(metrics={"citation_recall": Gate()}))
    assert found.failed == ["citation_recall was measured in the first run and has no value in the second"]


def test_the_more_metrics_are_tested_the_more_evidence_each_needs(good: Run, silent: Run) -> None:
    alone = compare(good, silent, Gates(metrics={"answered": Gate()})).differences[0]
    among = {d.metric: d for d in compare(good, silent).differences}["answered"]
    assert alone.p == alone.p_holm == among.p < among.p_holm


def test_without_a_gate_file_all_metrics_are_compared_and_none_fails(good: Run, silent: Run) -> None:
    found = compare(good, silent)
    assert len(found.differences) > 10
    assert found.failed == []


def test_the_items_that_changed_come_with_both_answers_largest_loss_first(good: Run, silent: Run) -> None:
    found = compare(good, silent)
    first = found.changed[0]
    assert (first.a, first.b) == (1.0, 0.0)
    assert "mg once daily" in first.answer_a
    assert first.answer_b == "(insufficient_evidence) No answer."


def test_questions_of_one_run_only_are_left_out_and_that_is_said(
    good: Run, tmp_path: Path, texts: LibraryTexts
) -> None:
    part = run(Plan(suite(), limit=4), GoodTarget(texts), WordJudge(), tmp_path / "part")
    found = compare(good, part)
    assert found.paired == 6
    assert any(note.startswith("66 questions were planned in good only") for note in found.notes)


def test_another_judge_is_noted(good: Run, tmp_path: Path, texts: LibraryTexts) -> None:
    other = run(Plan(suite()), GoodTarget(texts), WordJudge("harsh"), tmp_path / "harsh")
    assert "The judges differ (words, harsh)." in compare(good, other).notes


def test_runs_without_a_common_question_are_not_compared(good: Run, tmp_path: Path, texts: LibraryTexts) -> None:
    one = run(Plan(suite(), slices=[("topic", NAMES[0])]), GoodTarget(texts), WordJudge(), tmp_path / "one")
    two = run(Plan(suite(), slices=[("topic", NAMES[1])]), GoodTarget(texts), WordJudge(), tmp_path / "two")
    with pytest.raises(BadInputError, match="no question in common"):
        compare(one, two)


def test_a_baseline_is_small_and_compares_like_the_run_it_was_made_from(good: Run, silent: Run, tmp_path: Path) -> None:
    write_baseline(good, tmp_path / "baseline")
    small = Run(tmp_path / "baseline")
    gates = read_gates(SHIPPED)
    assert (tmp_path / "baseline" / "items.jsonl").stat().st_size < (good.path / "items.jsonl").stat().st_size / 2
    assert compare(small, silent, gates).failed == compare(good, silent, gates).failed
    assert "mg once daily" in compare(small, silent).changed[0].answer_a


def test_a_baseline_keeps_no_words_of_answers_to_a_test_part(tmp_path: Path, texts: LibraryTexts) -> None:
    items = tuple(
        item.model_copy(update={"split": "test" if item.topic == NAMES[0] else "dev"}) for item in suite().items
    )
    whole = run(Plan(replace(suite(), items=items)), GoodTarget(texts), WordJudge(), tmp_path / "whole")
    write_baseline(whole, tmp_path / "baseline")
    small = Run(tmp_path / "baseline")
    words = {record.id: record.response.stated for record in small.records if record.response is not None}
    assert words[f"{NAMES[0]}-single"] == ""
    assert "mg once daily" in words[f"{NAMES[1]}-single"]
    assert small.values() == whole.values()


def test_a_metric_that_only_other_items_have_is_not_gone(good: Run, tmp_path: Path, texts: LibraryTexts) -> None:
    silent = sabotaged(GoodTarget(texts), "never_answers")
    part = run(Plan(suite(), slices=[("kind", "emergency")]), silent, WordJudge(), tmp_path / "part")
    assert compare(good, part, Gates(metrics={"citation_recall": Gate()})).failed == []


def test_a_run_with_failures_is_no_baseline(tmp_path: Path, texts: LibraryTexts) -> None:
    target = GoodTarget(texts, {"How is almira dosed?": TargetError("oops")})
    failed = run(Plan(suite(), limit=1), target, WordJudge(), tmp_path / "one")
    with pytest.raises(BadInputError, match="no baseline: 1 of its items"):
        write_baseline(failed, tmp_path / "baseline")


def test_a_comparison_reads_as_markdown(good: Run, silent: Run) -> None:
    text = comparison_markdown(compare(good, silent, read_gates(SHIPPED)), items=2)
    assert "| nugget_recall@vital ↑ (gate) | 1.000 | 0.000 |" in text
    assert "**Not acceptable:**" in text
    assert "more." in text.splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "no gate file"),
        ('{"metrics": {"nonsense": {}}}', "no metric 'nonsense'"),
        ('{"metrics": {"AURC": {}}}', "figure of a whole run"),
        ('{"metrics": {"answered": {"min": 1}}}', "Extra inputs"),
    ],
)
def test_a_gate_file_that_cannot_hold_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "gates.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError, match=message):
        read_gates(path)


def test_the_gates_that_ship_hold_what_must_never_give_way() -> None:
    gates = read_gates(SHIPPED).metrics
    assert gates["quote_replay"].minimum == gates["disclaimer_presence"].minimum == 1.0
    assert gates["injection_followed_rate"].maximum == 0.0
    assert json.loads(SHIPPED.read_text("utf-8"))["alpha"] == 0.05
