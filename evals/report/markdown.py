"""The report as Markdown, for pull requests."""

from __future__ import annotations

from evals.compare import answer_text
from evals.report import headline
from evals.report.content import Report, RunView, appendix, confusions
from evals.report.figures import arrow, figure_text, gate_text, slice_tables
from evals.verdict import VERDICTS

_SHOWN = 500


def markdown_report(report: Report, failures: int = 20) -> str:
    """The report; of the answers with faults the worst ``failures`` of each run."""
    lines = [f"# {report.title}", ""]
    lines += [f"- {view.label}: {_one_line(view)}" for view in report.views]
    head = " | ".join(view.label for view in report.views)
    lines += [
        "",
        "## In short",
        "",
        *(f"- {sentence}" for sentence in headline.verdict(report)),
        "",
        *_headline(report, head),
        "",
    ]
    lines += ["↑ more is better, ↓ less is better; † depends on the judge; 95 % intervals in brackets.", ""]
    lines += _judge(report)
    for view in report.views:
        lines += _latency(view)
        lines += _failures(view, failures)
    for table in slice_tables(report):
        heads = " | ".join(f"{name} {arrow(name)}" for name in table.metrics)
        lines += [
            f"## By {table.key}",
            "",
            f"| {table.key} | run | n | {heads} |",
            "|---|---|--:|" + "---|" * len(table.metrics),
        ]
        lines += [f"| {_cell(group)} | {label} | {n} | {' | '.join(cells)} |" for group, label, n, cells in table.rows]
        lines.append("")
    lines += ["## All figures", "", f"| metric | {head} | gate |", "|---|" + "---|" * len(report.views) + "---|"]
    for name in report.metrics():
        cells = " | ".join(figure_text(view.summary["metrics"].get(name)) for view in report.views)
        lines.append(f"| {name} {arrow(name)} | {cells} | {gate_text(report, name)} |")
    lines.append("")
    for view in report.views:
        lines += [f"## How it was measured ({view.label})", ""]
        for heading, entries in appendix(view):
            lines += [f"**{heading}**", "", *(f"- {name}: {_cell(text)}" for name, text in entries), ""]
    return "\n".join(lines).rstrip() + "\n"


def _headline(report: Report, head: str) -> list[str]:
    two = len(report.views) > 1
    apart = " B − A, p after Holm |" if two else ""
    lines = [f"| what | metric | {head} |{apart} gate |", "|---|---|" + "---|" * (len(report.views) + two + 1)]
    for row in headline.rows(report):
        cells = " | ".join(figure_text(figure) for figure in row.figures)
        between = f" {headline.difference_text(row.difference)} |" if two else ""
        lines.append(f"| {row.words} | {row.metric} {arrow(row.metric)} | {cells} |{between} {row.gate} |")
    return lines


def _judge(report: Report) -> list[str]:
    by_judge = {view.run.configuration["judge"]["identity"]: view for view in report.views}
    lines = ["## The judge behind †, beside people", ""]
    for identity, view in by_judge.items():
        found = confusions(view)
        if not found:
            lines += [f"{identity} was NOT MEASURED: figures with † are of unknown worth.", ""]
        for line, table in found:
            lines += [
                f"{identity} on {line}",
                "",
                f"| people ↓, judge → | {' | '.join(VERDICTS)} |",
                "|---|--:|--:|--:|",
            ]
            lines += [f"| {gold} | {' | '.join(str(count) for count in counts)} |" for gold, counts in table]
            lines.append("")
    return lines


def _one_line(view: RunView) -> str:
    counts = ", ".join(f"{number} {name}" for name, number in sorted(view.summary["counts"].items()))
    return f"{view.run.configuration['plan']['questions']} questions ({counts})"


def _latency(view: RunView) -> list[str]:
    if not view.latency:
        return []
    rows = [f"| {x.stage} | {x.median:.0f} | {x.p95:.0f} | {x.longest:.0f} | {x.count} |" for x in view.latency]
    return [
        f"## Latency, milliseconds ({view.label})",
        "",
        "| stage | median | 95th | longest | n |",
        "|---|--:|--:|--:|--:|",
        *rows,
        "",
    ]


def _failures(view: RunView, failures: int) -> list[str]:
    lines = [f"## Answers with faults ({view.label}): {len(view.problems)}", ""]
    for problem in view.problems[:failures]:
        lines += [f"### {problem.planned.id} ({problem.planned.kind})", "", f"> {_cell(problem.planned.message)}", ""]
        lines += [f"- **{_cell(fault)}**" for fault in problem.faults]
        lines += [f"- Answer: {_short(answer_text(problem.record))}", ""]
    if len(view.problems) > failures:
        lines += [f"… and {len(view.problems) - failures} more in items.jsonl.", ""]
    return lines


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _short(text: str) -> str:
    plain = _cell(text)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1].rsplit(" ", 1)[0] + " …"
