"""The report as one HTML file that needs nothing else: no script, no font, no address."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from evals.report.content import Report, RunView, appendix
from evals.report.figures import arrow, figure_text, gate_text, slice_rows
from evals.report.plots import interval_plot, line_plot
from evals.report.problems import Problem
from evals.response import Response

_STYLE = """
body{font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:#111;max-width:62rem;margin:2rem auto;
padding:0 1rem}
h1{font-size:1.7rem;margin-bottom:.2rem}h2{margin-top:2.2rem;border-bottom:1px solid #999}h3{margin:1.4rem 0 .3rem}
table{border-collapse:collapse;width:100%;font-size:.88rem}thead th{border-bottom:2px solid #555}
th,td{border-bottom:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top}
td.n{font-variant-numeric:tabular-nums}.note{color:#444;font-size:.88rem}
.fault{font-weight:600}.fault::before{content:"✗ "}.kept::before{content:"✓ "}
.broken{font-weight:700}.broken::before{content:"✗ "}
blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid #999}
section.item{border:1px solid #bbb;border-radius:4px;padding:.2rem .9rem .7rem;margin:.8rem 0;break-inside:avoid}
svg{max-width:100%;height:auto}ol.refs{font-size:.85rem}details summary{cursor:pointer}
dt{font-weight:600}dd{margin:0 0 .4rem 1rem;overflow-wrap:anywhere}
@media print{body{max-width:none;margin:0;font-size:11pt}h2{break-after:avoid}}
"""


def html_report(report: Report, failures: int = 60) -> str:
    """The report; of the answers with faults the worst ``failures`` of each run."""
    body = "".join(
        [
            f"<h1>{escape(report.title)}</h1>",
            "".join(f"<p class=note>{escape(view.label)}: {escape(_one_line(view))}</p>" for view in report.views),
            _headline(report),
            "".join(_plots(report)),
            _confusion(report),
            _failures(report, failures),
            _slices(report),
            "".join(_latency(view) for view in report.views),
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
    heads = "".join(f"<th>{escape(view.label)}</th>" for view in report.views)
    rows, family = [], ""
    for name in report.metrics():
        figures = [view.summary["metrics"].get(name) for view in report.views]
        here = next(figure["family"] for figure in figures if figure)
        if here != family:
            family = here
            rows.append(f'<tr><th colspan="{len(report.views) + 2}">{escape(family.capitalize())}</th></tr>')
        cells = "".join(f"<td class=n>{escape(figure_text(figure))}</td>" for figure in figures)
        gate = gate_text(report, name)
        state = "broken" if "NOT KEPT" in gate else "kept" if "kept" in gate else ""
        rows.append(f"<tr><td>{escape(name)} {arrow(name)}</td>{cells}<td class='{state}'>{escape(gate)}</td></tr>")
    return (
        f"<h2>Figures</h2><table><thead><tr><th>metric</th>{heads}<th>gate</th></tr></thead><tbody>{''.join(rows)}</tbody></table>"
        "<p class=note>↑ more is better, ↓ less is better. In brackets the 95 % interval. † depends on the judge: "
        "see its "
        "agreement with people at the end. Unscored: the measure has nothing to say of that answer.</p>"
    )


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


def _failures(report: Report, failures: int) -> str:
    parts = []
    for view in report.views:
        parts.append(f"<h2>Answers with faults ({escape(view.label)}): {len(view.problems)}</h2>")
        parts += [_item(problem) for problem in view.problems[:failures]]
        if len(view.problems) > failures:
            parts.append(f"<p class=note>… and {len(view.problems) - failures} more in items.jsonl.</p>")
    return "".join(parts)


def _item(problem: Problem) -> str:
    faults = "".join(f"<li class=fault>{escape(fault)}</li>" for fault in problem.faults)
    record = problem.record
    answer = _answer(record.response) if record.response is not None else ""
    if record.ranking is not None:
        answer += f"<p class=note>Ranked first: {escape(', '.join(record.ranking[:5]) or 'nothing')}</p>"
    turn = f", turn {problem.planned.turn}" if problem.planned.turn else ""
    return (
        f"<section class=item><h3>{escape(problem.planned.id)} <small>({escape(problem.planned.kind)}{turn})"
        f"</small></h3>"
        f"<blockquote>{escape(problem.planned.message)}</blockquote><ul>{faults}</ul>{answer}</section>"
    )


def _answer(response: Response) -> str:
    understood = response.standalone_question
    lines = [f"<p class=note>Status: {escape(response.status)}"]
    lines.append(f"; understood as: {escape(understood)}</p>" if understood else "</p>")
    lines += [f"<p>{escape(notice)}</p>" for notice in response.notices]
    for said in response.statements:
        marks = "".join(f"[{number}]" for number in said.citations)
        lines.append(f"<p>{escape(said.text)} <b>{marks}</b></p>")
    references = "".join(
        f"<li "
        f'value="{reference.number}">{escape(reference.title or reference.source_id or reference.url or "untitled")}'
        f"{escape(f' ({reference.year})' if reference.year else '')}</li>"
        for reference in response.references
    )
    return (
        f"<details open><summary>Answer</summary>{''.join(lines)}<ol class=refs>{references}</ol></details>"
        if response.statements or response.notices
        else "".join(lines)
    )


def _slices(report: Report) -> str:
    heads = "".join(f"<th>{escape(view.label)}</th>" for view in report.views)
    parts = []
    for key, rows in slice_rows(report):
        body = "".join(
            f"<tr><td>{escape(group)}</td><td>{escape(metric)} {arrow(metric)}</td>"
            + "".join(f"<td class=n>{escape(cell)}</td>" for cell in cells)
            + "</tr>"
            for group, metric, cells in rows
        )
        parts.append(
            f"<h2>By {escape(key)}</h2><table><thead><tr><th>{escape(key)}</th><th>metric</th>{heads}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )
    return "".join(parts)


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
