"""The report as one HTML file that needs nothing else: no script, no font, no address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from evals.report import headline
from evals.report.content import Report, RunView, appendix, confusions
from evals.report.figures import arrow, figure_text, gate_text, slice_tables
from evals.report.html_items import failures_html
from evals.report.plots import interval_bar, interval_plot, line_plot
from evals.verdict import VERDICTS

_STYLE = """
body{font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:#111;max-width:66rem;margin:2rem auto;
padding:0 1rem}
h1{font-size:1.7rem;margin-bottom:.2rem}h2{margin-top:2.2rem;border-bottom:1px solid #999}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
table{border-collapse:collapse;width:100%;font-size:.85rem}table.small{width:auto}thead th{border-bottom:2px solid #555}
th,td{border-bottom:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top}
thead{display:table-header-group}tr{break-inside:avoid}small,.note{color:#444}.note{font-size:.88rem}
td.n{font-variant-numeric:tabular-nums}table.slices td.n{white-space:nowrap}table.slices{font-size:.75rem}
.verdict li{font-weight:600}svg.bar{display:block;margin:.2rem 0}
.fault{font-weight:600}.fault::before{content:"✗ "}.kept::before{content:"✓ "}
.broken{font-weight:700}.broken::before{content:"✗ "}
blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid #999}
section.item{border:1px solid #bbb;border-radius:4px;padding:.2rem .9rem .7rem;margin:.8rem 0;break-inside:avoid}
svg{width:40rem;max-width:100%;height:auto}svg.bar{width:160px;height:12px}
ol.refs{font-size:.85rem}details summary{cursor:pointer}
dt{font-weight:600}dd{margin:0 0 .4rem 1rem;overflow-wrap:anywhere}
@page{margin:15mm}
@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}h2,h3{break-after:avoid}svg{break-inside:avoid}}
"""


def html_report(report: Report, failures: int = 60) -> str:
    """The report; of the answers with faults the worst ``failures`` of each run."""
    body = "".join(
        [
            f"<h1>{escape(report.title)}</h1>",
            "".join(f"<p class=note>{escape(view.label)}: {escape(_one_line(view))}</p>" for view in report.views),
            _headline(report),
            _judge(report),
            "".join(_plots(report)),
            "".join(_latency(view) for view in report.views),
            _confusion(report),
            failures_html(report, failures),
            _slices(report),
            _figures(report),
            "".join(_appendix(view) for view in report.views),
        ]
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width">'
        f"<title>{escape(report.title)}</title><style>{_STYLE}</style></head><body>{body}</body></html>\n"
    )


def _one_line(view: RunView) -> str:
    configuration = view.run.configuration
    counts = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in sorted(view.summary["counts"].items()))
    return (
        f"{configuration['plan']['questions']} questions of {configuration['suite']['name']} ({counts}); target: "
        f"{configuration['target']['style']}; judge: {configuration['judge']['identity']}"
    )


def _headline(report: Report) -> str:
    two = len(report.views) > 1
    heads = "".join(f"<th>{escape(view.label)}</th>" for view in report.views)
    lines = []
    for row in headline.rows(report):
        cells = "".join(f"<td class=n>{_bar(figure)}{escape(figure_text(figure))}</td>" for figure in row.figures)
        apart = f"<td class=n>{escape(headline.difference_text(row.difference))}</td>" if two else ""
        lines.append(
            f"<tr><td>{escape(row.words)} {arrow(row.metric)}<br><small>{escape(row.metric)}</small></td>{cells}{apart}"
            f"{_gate_cell(row.gate)}</tr>"
        )
    apart = "<th>B − A, p after Holm</th>" if two else ""
    verdict = "".join(f"<li>{escape(sentence)}</li>" for sentence in headline.verdict(report))
    return (
        f"<h2>In short</h2><ul class=verdict>{verdict}</ul>"
        f"<table class=short><thead><tr><th>what</th>{heads}{apart}<th>gate</th></tr></thead>"
        f"<tbody>{''.join(lines)}</tbody></table><p class=note>{_LEGEND}</p>"
    )


_LEGEND = (
    "↑ more is better, ↓ less is better. In brackets the 95 % interval; the bar shows it from 0 to 1. n: questions "
    "that the figure rests on. † depends on the support judge. Unscored: the measure has nothing to say of an answer. "
    "A gate without a bound guards against a significant drop between two runs."
)


def _bar(figure: Mapping[str, Any] | None) -> str:
    if figure is None or not 0 <= figure["low"] <= figure["high"] <= 1:
        return ""
    return interval_bar(figure["value"], figure["low"], figure["high"])


def _gate_cell(gate: str) -> str:
    state = "broken" if "NOT KEPT" in gate else "kept" if "kept" in gate else ""
    return f"<td class='{state}'>{escape(gate)}</td>"


def _judge(report: Report) -> str:
    """What the figures with † are worth: the judge beside people."""
    by_judge = {view.run.configuration["judge"]["identity"]: view for view in report.views}
    parts = []
    for identity, view in by_judge.items():
        found = confusions(view)
        if not found:
            parts.append(f"<p>{escape(identity)} was NOT MEASURED: figures with † are of unknown worth.</p>")
        for line, table in found:
            head = "".join(f"<th>{verdict}</th>" for verdict in VERDICTS)
            body = "".join(
                f"<tr><th>{gold}</th>{''.join(f'<td class=n>{count}</td>' for count in counts)}</tr>"
                for gold, counts in table
            )
            parts.append(
                f"<h3>{escape(identity)} on {escape(line)}</h3><table class=small><thead><tr><th>people ↓, judge →</th>"
                f"{head}</tr></thead><tbody>{body}</tbody></table>"
            )
    return f"<h2>The judge behind †, beside people</h2>{''.join(parts)}"


def _plots(report: Report) -> Iterator[str]:
    curves = [(view.label, [(c, r) for c, r in view.summary["risk_coverage"]]) for view in report.views]
    if any(points for _, points in curves):
        yield "<h2>Risk and coverage</h2>" + line_plot(curves, "share of questions answered", "mean loss", 1.0, 1.0)
        yield (
            "<p class=note>How much is wrong among the answers, most confident ones first. The line ends where "
            "the system "
            "stopped answering.</p>"
        )
    for metric in ("nugget_recall@vital", "cites_document@accepted", "nDCG@10"):
        topics = sorted({topic for view in report.views for topic in view.summary["slices"].get("topic", {})})
        rows = []
        for topic in topics:
            values = []
            for view in report.views:
                figure = view.summary["slices"].get("topic", {}).get(topic, {}).get("metrics", {}).get(metric)
                values.append((figure["value"], figure["low"], figure["high"]) if figure else None)
            if any(values):
                rows.append((topic, values))
        if rows:
            yield f"<h2>{escape(metric)} by topic</h2>" + interval_plot(rows[:60], metric)
            break
    if any(view.walls for view in report.views):
        longest = max(view.walls[-1] for view in report.views if view.walls)
        series = [
            (view.label, [(wall, (n + 1) / len(view.walls)) for n, wall in enumerate(view.walls)])
            for view in report.views
        ]
        yield "<h2>Latency</h2>" + line_plot(
            series, "milliseconds", "share of questions answered by then", longest, 1.0
        )


def _confusion(report: Report) -> str:
    parts = []
    for view in report.views:
        found = view.summary["confusion"]
        if not found:
            continue
        names = sorted({name for counts in found.values() for name in counts})
        head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in names)
        rows = "".join(
            f"<tr><th>{escape(kind)}</th>{''.join(f'<td>{counts.get(name, 0)}</td>' for name in names)}</tr>"
            for kind, counts in found.items()
        )
        parts.append(
            f"<h3>{escape(view.label)}</h3><table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )
    return f"<h2>Answerable or not, and what was said</h2>{''.join(parts)}" if parts else ""


def _slices(report: Report) -> str:
    parts = []
    for table in slice_tables(report):
        head = "".join(f"<th>{escape(name)} {arrow(name)}</th>" for name in table.metrics)
        body = "".join(
            f"<tr><td>{escape(group)}</td><td>{escape(label)}</td><td class=n>{questions}</td>"
            + "".join(f"<td class=n>{escape(cell)}</td>" for cell in cells)
            + "</tr>"
            for group, label, questions, cells in table.rows
        )
        parts.append(
            f"<h2>By {escape(table.key)}</h2><table class=slices><thead><tr><th>{escape(table.key)}</th><th>run</th>"
            f"<th>n</th>{head}</tr></thead><tbody>{body}</tbody></table>"
        )
    return "".join(parts)


def _figures(report: Report) -> str:
    heads = "".join(f"<th>{escape(view.label)}</th>" for view in report.views)
    rows, family = [], ""
    for name in report.metrics():
        figures = [view.summary["metrics"].get(name) for view in report.views]
        here = next(figure["family"] for figure in figures if figure)
        if here != family:
            family = here
            rows.append(f'<tr><th colspan="{len(report.views) + 2}">{escape(family.capitalize())}</th></tr>')
        cells = "".join(f"<td class=n>{escape(figure_text(figure))}</td>" for figure in figures)
        rows.append(f"<tr><td>{escape(name)} {arrow(name)}</td>{cells}{_gate_cell(gate_text(report, name))}</tr>")
    return (
        f"<h2>All figures</h2><table><thead><tr><th>metric</th>{heads}<th>gate</th></tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _latency(view: RunView) -> str:
    if not view.latency:
        return ""
    rows = "".join(
        f"<tr><td>{escape(entry.stage)}</td><td class=n>{entry.median:.0f}</td><td class=n>{entry.p95:.0f}</td>"
        f"<td class=n>{entry.longest:.0f}</td><td class=n>{entry.count}</td></tr>"
        for entry in view.latency
    )
    return (
        f"<h2>Latency by stage ({escape(view.label)})</h2><table><thead><tr><th>stage (ms)</th><th>median</th>"
        f"<th>95th of 100</th>"
        f"<th>longest</th><th>n</th></tr></thead><tbody>{rows}</tbody></table>"
    )


def _appendix(view: RunView) -> str:
    parts = [f"<h2>How it was measured ({escape(view.label)})</h2>"]
    for heading, entries in appendix(view):
        lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in entries)
        parts.append(f"<h3>{escape(heading)}</h3><dl>{lines}</dl>")
    return "".join(parts)
