"""Figures as they are written in both forms of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class SliceTable:
    """The figures of the groups of one slice: a row for each group and run, a cell for each metric."""

    key: str
    metrics: list[str]
    rows: list[tuple[str, str, int, list[str]]]  # group, run, questions, cells


def slice_tables(report: Report) -> Iterator[SliceTable]:
    """The slices that any run has."""
    for key in SLICED:
        of_runs = [(view.label, view.summary["slices"].get(key, {})) for view in report.views]
        groups = sorted({group for _, found in of_runs for group in found})
        measured = {name for _, found in of_runs for entry in found.values() for name in entry["metrics"]}
        metrics = [name for name in BY_SLICE if name in measured]
        rows = [
            (group, label, found[group]["questions"], [_cell(found[group]["metrics"].get(name)) for name in metrics])
            for group in groups
            for label, found in of_runs
            if group in found
        ]
        if rows and metrics:
            yield SliceTable(key, metrics, rows)


def _cell(figure: Mapping[str, Any] | None) -> str:
    """A value with its interval, short."""
    return "–" if figure is None else f"{figure['value']:.2f} [{figure['low']:.2f}, {figure['high']:.2f}]"
