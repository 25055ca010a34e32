"""Figures as they are written in both forms of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evals.metrics import metric_named
from evals.report.content import Report
from evals.runner.summary import BY_SLICE, SLICED


def arrow(name: str) -> str:
    """Which way is better."""
    return {"higher": "↑", "lower": "↓", "neither": ""}[metric_named(name).better]


def figure_text(figure: Mapping[str, Any] | None) -> str:
    """A value with its interval, the number of items, and what else has to be known of it."""
    if figure is None:
        return "not measured"
    text = f"{figure['value']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}] n={figure['n']}"
    if figure.get("judged"):
        text += " †"
    if figure.get("unscored"):
        text += f", {figure['unscored']} unscored"
    if "worst_of_k" in figure:
        text += f", worst of k {figure['worst_of_k']:.3f}"
    if "coverage" in figure:
        text += f", up to coverage {figure['coverage']:.2f}"
    return text


def gate_text(report: Report, name: str) -> str:
    """The gate of a metric and whether each run keeps it, in words."""
    if report.gates is None or name not in report.gates.metrics:
        return ""
    gate = report.gates.metrics[name]
    verdicts = []
    for view in report.views:
        figure = view.summary["metrics"].get(name)
        bounded = gate.minimum is not None or gate.maximum is not None
        if figure is not None and bounded:
            verdicts.append("kept" if gate.met(figure["value"]) else "NOT KEPT")
    return f"{gate}" + (f": {', '.join(verdicts)}" if verdicts else "")


def slice_rows(report: Report) -> Iterator[tuple[str, list[tuple[str, str, list[str]]]]]:
    """Slice by slice: (group, metric, a cell for each run)."""
    for key in SLICED:
        groups = sorted({group for view in report.views for group in view.summary["slices"].get(key, {})})
        rows = []
        for group in groups:
            for metric in BY_SLICE:
                found = [
                    view.summary["slices"].get(key, {}).get(group, {}).get("metrics", {}).get(metric)
                    for view in report.views
                ]
                if any(found):
                    rows.append((group, metric, [figure_text(figure) for figure in found]))
        if rows:
            yield key, rows
