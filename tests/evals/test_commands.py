"""``footnote eval``: what a person types, and what it ends with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.settings import Settings
from evals.datasets import frozen, load_suite, shipped
from evals.items import Item
from footnote import main
from service.library import Library
from tests.evals.fakes import NAMES, WordEmbedder, WordJudge, suite


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch, shelf_settings: Settings) -> None:
    """The embedder of the small library, and a judge that needs no model."""
    monkeypatch.setattr("service.library.load_embedder", lambda settings: WordEmbedder())
    monkeypatch.setattr("evals.commands.shared.SupportJudge.shipped", lambda embedder, glossary: WordJudge())
    monkeypatch.setenv("FOOTNOTE_DATA", str(shelf_settings.data))


@pytest.fixture
def mine(tmp_path: Path) -> str:
    """The made suite as a file, by path."""
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(item.model_dump_json(exclude_defaults=True) + "\n" for item in suite().items), "utf-8")
    return f"jsonl:{path}"


def footnote(*arguments: str | int | Path) -> Result:
    """Run the command as it is typed."""
    return CliRunner().invoke(main, ["eval", *map(str, arguments)])


def test_a_run_a_comparison_and_a_report(tmp_path: Path, mine: str) -> None:
    a, b, page = tmp_path / "a", tmp_path / "b", tmp_path / "report.html"
    assert footnote("run", mine, "--out", a, "--limit", 8).exit_code == 0
    assert footnote("run", mine, "--out", b, "--limit", 8).exit_code == 0
    assert (a / "items.jsonl").read_bytes() == (b / "items.jsonl").read_bytes()
    compared = footnote("compare", a, b)
    assert "12 questions in both" in compared.output
    assert footnote("report", a, b, "--out", page).exit_code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert page.with_suffix(".md").is_file()


def test_a_run_prints_its_figures_and_where_they_are(tmp_path: Path, mine: str) -> None:
    found = footnote("run", mine, "--out", tmp_path / "a", "--slice", "topic=almira")
    assert "disclaimer_presence ↑" in found.output
    assert "6 questions, {'ok': 6}" in found.output


def test_a_run_as_json_is_its_summary(tmp_path: Path, mine: str) -> None:
    found = footnote("run", mine, "--out", tmp_path / "a", "--limit", 1, "--json")
    assert json.loads(found.stdout)["counts"] == {"ok": 1}


def test_a_run_with_failures_says_so_and_ends_with_three(
    tmp_path: Path, mine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("disk on fire")

    monkeypatch.setattr(Library, "consult", broken)
    found = footnote("run", mine, "--out", tmp_path / "a", "--limit", 2)
    assert found.exit_code == 3
    assert "4 failed, the first (almira-single): RuntimeError: disk on fire" in found.stderr


def test_an_interrupted_run_tells_how_to_go_on_and_goes_on_with_the_same_edition(
    tmp_path: Path, mine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    consult, asked = Library.consult, []

    def interrupted(self: Library, *arguments: object) -> object:
        asked.append(1)
        if len(asked) == 5:
            raise KeyboardInterrupt
        return consult(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Library, "consult", interrupted)
    found = footnote("run", mine, "--out", tmp_path / "a", "--limit", 8)
    assert found.exit_code == 130
    assert "--resume" in found.stderr
    assert footnote("run", mine, "--out", tmp_path / "a", "--limit", 8, "--resume").exit_code == 0
    assert footnote("run", mine, "--out", tmp_path / "b", "--limit", 8).exit_code == 0
    assert (tmp_path / "a" / "items.jsonl").read_bytes() == (tmp_path / "b" / "items.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("run", "riddles", "--out", "x"), "no suite 'riddles'"),
        (("run", "library", "--out", "x", "--slice", "topic"), "KEY=VALUE"),
        (("run", "library", "--out", "x", "--edition", "none"), "no edition"),
        (("compare", "x", "y"), "holds no run"),
        (("report", "x", "--out", "y.html"), "holds no run"),
        (("judge", "library"), "holds no labelled pairs"),
        (("calibrate", "library"), "needs answerable and unanswerable"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_ends_with_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = footnote(*arguments)
    assert found.exit_code == 2
    assert message in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_a_comparison_that_fails_a_gate_ends_with_one(tmp_path: Path, mine: str) -> None:
    gates = tmp_path / "gates.json"
    gates.write_text('{"metrics": {"disclaimer_presence": {"minimum": 1}}}', "utf-8")
    footnote("run", mine, "--out", tmp_path / "a", "--limit", 4)
    footnote("run", mine, "--out", tmp_path / "b", "--limit", 4, "--sabotage", "no_disclaimer")
    twin = tmp_path / "compared.md"
    found = footnote("compare", tmp_path / "a", tmp_path / "b", "--gates", gates, "--out", twin)
    assert found.exit_code == 1
    assert "disclaimer_presence is 0.000, the gate is ≥ 1" in found.output
    assert "Not acceptable" in twin.read_text("utf-8")
    again = footnote("compare", tmp_path / "a", tmp_path / "b", "--all", "--json")
    assert again.exit_code == 0
    assert json.loads(again.stdout)["failed"] == []


def test_a_judge_is_measured_on_labelled_pairs(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    lines = [
        {"claim": "rest helps much", "evidence": "rest helps much", "label": "supports"},
        {"claim": "rest helps much", "evidence": "the moon", "label": "refutes"},
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    found = footnote("judge", f"claims:{path}", "--json")
    [entry] = json.loads(found.stdout)["sets"]
    assert (entry["pairs"], entry["balanced_accuracy"]) == (2, 1.0)
    assert "balanced accuracy 1.000" in footnote("judge", f"claims:{path}").output.replace("\n", " ")


def test_a_suite_is_checked_against_the_library(tmp_path: Path, mine: str) -> None:
    assert footnote("check", mine).exit_code == 0
    path = Path(mine.removeprefix("jsonl:"))
    wrong = {"id": "w", "question": "Q?", "document_id": "nowhere", "nuggets": [
        {"text": "n", "vital": True, "sentences": [{"document_id": "almira", "begins": "No such words"}]}
    ]}  # fmt: skip
    path.write_text(json.dumps(wrong) + "\n", "utf-8")
    found = footnote("check", mine)
    assert found.exit_code == 1
    assert "w: no sentence of 'almira' begins with 'No such words'" in found.output
    assert "w: there is no document 'nowhere'" in found.output


def test_a_suite_of_ones_own_is_not_frozen(mine: str) -> None:
    found = footnote("check", mine, "--freeze")
    assert found.exit_code == 2
    assert "Only the starter suite" in found.stderr


def test_a_threshold_is_set_for_a_stated_risk_and_only_printed(tmp_path: Path) -> None:
    items = [Item(id=f"{n}-a", question=f"How is {n} dosed?", answerable=True, split="dev") for n in NAMES]
    items += [Item(id=f"{n}-b", question="Who won the football cup?", answerable=False, split="dev") for n in NAMES]
    path = tmp_path / "dev.jsonl"
    path.write_text("".join(item.model_dump_json(exclude_defaults=True) + "\n" for item in items), "utf-8")
    found = footnote("calibrate", f"jsonl:{path}", "--json")
    fitted = json.loads(found.stdout)
    assert (fitted["answerable"], fitted["unanswerable"], fitted["auroc"]) == (12, 12, 1.0)
    assert "0.0% of the answerable refused" in fitted["with_it"]
    assert 0 < fitted["threshold"] < 1


def test_a_risk_that_the_questions_are_too_few_for_is_told(tmp_path: Path) -> None:
    items = [Item(id="a", question="How is almira dosed?", answerable=True, split="dev")]
    items += [Item(id="b", question="Who won the football cup?", answerable=False, split="dev")]
    path = tmp_path / "dev.jsonl"
    path.write_text("".join(item.model_dump_json(exclude_defaults=True) + "\n" for item in items), "utf-8")
    found = footnote("calibrate", f"jsonl:{path}", "--risk", "0.01")
    assert found.exit_code == 2
    assert "too few" in found.output


@pytest.fixture
def suites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of suites with a `starter` of one question, which is a test one; the log of test runs is there, too."""
    folder = tmp_path / "suites"
    (folder / "starter").mkdir(parents=True)
    monkeypatch.setattr(shipped, "FOLDER", folder)
    monkeypatch.setattr(frozen, "FROZEN", folder / "frozen.json")
    monkeypatch.setattr(frozen, "TEST_RUNS", folder / "runs.jsonl")
    write_starter(folder, nuggets=1)
    return folder


def write_starter(suites: Path, nuggets: int) -> None:
    line = {"id": "a", "topic": "t", "split": "test", "question": "How is almira dosed?"}
    written = {**line, "nuggets": [{"text": "Once daily.", "vital": True}] * nuggets}
    (suites / "starter" / "a.jsonl").write_text(json.dumps(written) + "\n", "utf-8")


def test_a_run_on_the_frozen_test_part_is_logged_and_a_changed_one_is_told(tmp_path: Path, suites: Path) -> None:
    assert "The test part is the frozen one" in footnote("check", "starter", "--freeze").output
    assert footnote("run", "starter", "--out", tmp_path / "a").exit_code == 0
    write_starter(suites, nuggets=2)
    found = footnote("run", "starter", "--out", tmp_path / "b")
    assert "not the frozen one" in found.stderr
    logged = [json.loads(text) for text in (suites / "runs.jsonl").read_text("utf-8").splitlines()]
    assert [entry["frozen"] for entry in logged] == [True, False]


def test_a_run_on_the_test_part_is_logged_when_it_begins_so_that_an_interrupted_one_is_too(
    tmp_path: Path, suites: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Library, "consult", interrupted)
    assert footnote("run", "starter", "--out", tmp_path / "a").exit_code == 130
    assert len((suites / "runs.jsonl").read_text("utf-8").splitlines()) == 1


def test_the_log_of_test_runs_is_not_written_for_other_suites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frozen, "TEST_RUNS", tmp_path / "runs.jsonl")
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "question": "How is almira dosed?", "split": "test"}\n', "utf-8")
    assert footnote("run", f"jsonl:{path}", "--out", tmp_path / "a").exit_code == 0
    assert not (tmp_path / "runs.jsonl").exists()


def test_the_made_suite_survives_being_written_and_read(mine: str) -> None:
    assert load_suite(mine).hash == suite().hash
