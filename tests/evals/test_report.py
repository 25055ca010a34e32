"""Reports: self-contained, complete, and readable without colour."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from evals.compare import SHIPPED, read_gates
from evals.report import Report, html_report, markdown_report, report_of
from evals.report.plots import interval_plot, line_plot
from evals.runner import Plan, Run, run
from evals.targets import TargetError, sabotaged
from evals.texts import LibraryTexts
from tests.evals.fakes import GoodTarget, WordJudge, suite

VOID = {"meta", "br", "circle", "rect", "path", "polyline", "line"}


class Tags(HTMLParser):
    """Collects tags and addresses; notices tags that are not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action", "srcset")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, texts: LibraryTexts) -> tuple[Run, Run]:
    """A run with a failure and one of a broken target."""
    folder = tmp_path_factory.mktemp("reported")
    fault = {"How is almira dosed?": TargetError("<script>alert(1)</script>")}
    first = run(Plan(suite()), GoodTarget(texts, fault), WordJudge(), folder / "first")
    second = run(Plan(suite()), sabotaged(GoodTarget(texts), "never_answers"), WordJudge(), folder / "second")
    return first, second


@pytest.fixture(scope="module")
def single(runs: tuple[Run, Run]) -> Report:
    """The report of one run."""
    return report_of(runs[:1], read_gates(SHIPPED))


@pytest.fixture(scope="module")
def page(single: Report) -> str:
    """The same as HTML."""
    return html_report(single)


def test_the_page_needs_nothing_but_itself(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert tags.addresses == []
    assert not tags.seen & {"script", "link", "img", "iframe"}
    assert "@import" not in page
    assert "url(" not in page


def test_what_targets_say_is_text_and_never_markup(page: str) -> None:
    assert "<script>alert(1)</script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_worst_comes_first_with_question_and_reason(page: str) -> None:
    first = page[page.index("<section class=item>") :][:600]
    assert "almira-single" in first
    assert "Failed: &lt;script&gt;" in first
    assert "How is almira dosed?" in first


def test_every_figure_has_an_interval_and_gates_say_in_words_whether_they_are_kept(page: str) -> None:
    assert re.search(r"nugget_recall@vital ↑</td><td class=n>0\.\d+ \[0\.\d+, [01]\.\d+\] n=36", page)
    assert "≥ 1: NOT KEPT" in page
    assert "≤ 0: NOT KEPT" in page


def test_there_are_the_three_plots_and_each_has_a_title_for_those_who_cannot_see_it(page: str) -> None:
    for title in ("mean loss against share of questions answered", "nugget_recall@vital", "milliseconds"):
        assert re.search(rf"<svg[^>]*aria-label=\"[^\"]*{re.escape(title)}", page), title


def test_the_appendix_says_how_the_figures_came_about(page: str) -> None:
    for heading in ("System", "Prompts", "Questions", "Evaluation", "Statistics"):
        assert f"<h3>{heading}</h3>" in page
    assert "NOT MEASURED: figures that depend on it are of unknown worth" in page


def test_the_markdown_twin_has_the_same_figures(single: Report) -> None:
    text = markdown_report(single)
    assert "| nugget_recall@vital ↑ |" in text
    assert "### almira-single (single)" in text
    assert "Judge's agreement with people" in text
    assert all(line.count("|") - line.count("\\|") >= 3 for line in text.splitlines() if line.startswith("| "))


def test_two_runs_stand_side_by_side(runs: tuple[Run, Run]) -> None:
    report = report_of(runs)
    page = html_report(report, failures=1)
    assert "<th>A: first</th><th>B: second</th>" in page
    assert "… and " in page
    assert "not measured" in markdown_report(report, failures=1)
    assert "| metric | A: first | B: second | gate |" in markdown_report(report)


def test_what_differs_between_two_runs_is_tested_and_said_in_words(runs: tuple[Run, Run]) -> None:
    report = report_of(runs, read_gates(SHIPPED))
    for text in (html_report(report), markdown_report(report)):
        assert "B: second is significantly worse in: nugget_recall@vital" in text
        assert re.search(r"-0\.9\d+ \[-1\.000, -0\.\d+\] p=0\.\d+: worse", text)


def test_runs_without_a_common_question_stand_side_by_side_untested(
    runs: tuple[Run, Run], tmp_path: Path, texts: LibraryTexts
) -> None:
    parts = [
        run(Plan(suite(), slices=[("kind", kind)]), GoodTarget(texts), WordJudge(), tmp_path / kind)
        for kind in ("single", "emergency")
    ]
    assert report_of(parts, read_gates(SHIPPED)).differences == {}
    assert "A: single" in html_report(report_of(parts))


def test_the_first_lines_say_which_bounds_are_not_kept(page: str) -> None:
    first = page[page.index("<h2>In short</h2>") :][:500]
    assert "is NOT COMPLETE (2 failed" in first
    assert "NOT KEPT: " in first
    assert "quote_replay (0." in first


def test_the_judges_agreement_with_people_stands_beside_the_figures_class_by_class(
    tmp_path: Path, texts: LibraryTexts
) -> None:
    row = {"supported": 7, "neutral": 2, "contradicted": 1}
    entry = {
        "set": "claims", "pairs": 30, "balanced_accuracy": 0.61, "auroc": 0.66, "kappa": 0.21,
        "confusion": dict.fromkeys(row, row),
    }  # fmt: skip
    judge = WordJudge(calibration={"judge": "words", "sets": [entry]})
    report = report_of([run(Plan(suite(), limit=1), GoodTarget(texts), judge, tmp_path / "a")])
    for text in (html_report(report), markdown_report(report)):
        assert "balanced accuracy 0.61, AUROC 0.66, κ 0.21" in text
    assert "<th>supported</th><td class=n>7</td><td class=n>2</td><td class=n>1</td>" in html_report(report)
    assert "| supported | 7 | 2 | 1 |" in markdown_report(report)


def test_a_run_that_was_interrupted_can_be_reported(runs: tuple[Run, Run], tmp_path: Path) -> None:
    for name in ("configuration.json", "plan.jsonl", "items.jsonl", "timings.jsonl"):
        text = (runs[0].path / name).read_text("utf-8")
        (tmp_path / name).write_text("\n".join(text.split("\n")[:9]) + "\n" if name == "items.jsonl" else text, "utf-8")
    page = html_report(report_of([Run(tmp_path)]))
    assert "63 missing" in page
    assert "no record of it" in page


def test_runs_differ_in_dash_and_mark_not_only_in_colour() -> None:
    lines = line_plot([("a", [(0, 0), (1, 1)]), ("b", [(0, 1), (1, 0)])], "x", "y", 1, 1)
    assert 'stroke-dasharray=""' in lines
    assert 'stroke-dasharray="7 4"' in lines
    marks = interval_plot([("t", [(0.5, 0.4, 0.6), (0.2, 0.1, 0.3)])], "m")
    assert "<circle" in marks
    assert "<rect" in marks


def test_a_plot_of_nothing_is_still_a_plot() -> None:
    assert line_plot([("a", [])], "x", "y", 1, 1).endswith("</svg>")
    assert interval_plot([("t", [None])], "m").endswith("</svg>")
