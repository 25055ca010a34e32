"""Answers with faults, as HTML: question, what is wrong or missing, answer, citations."""

from __future__ import annotations

from html import escape

from evals.report.content import Report
from evals.report.problems import Problem
from evals.response import Response


def failures_html(report: Report, failures: int) -> str:
    """The faulty answers of each run, worst first; of each run ``failures`` at most."""
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
