"""The figures of a run, made from its plan and items alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from evals.metrics import AURC, METRICS, Metric, Outcome
from evals.runner.directory import Run
from evals.runner.records import Record
from evals.statistics import Interval, mean_interval, rate_interval

# Shown for each slice, with interval; the others have figures for the whole run only.
BY_SLICE = (
    "nugget_recall@vital", "cites_document@accepted", "answered", "status_accuracy", "false_answer_rate",
    "over_refusal_rate", "citation_recall", "quote_replay", "nDCG@10",
)  # fmt: skip
SLICED = ("kind", "topic", "split", "audience")


def summarise(run: Run) -> dict[str, Any]:
    """Figures with 95 % intervals, slices, confusion and curve; see docs/evaluation.md."""
    seed = int(run.configuration["plan"]["seed"])
    values = run.values()
    return {
        "counts": dict(Counter(str(record.outcome) for record in run.records)),
        "metrics": {
            name: _figure(metric, values[name], run, seed) for name, metric in METRICS.items() if values.get(name)
        }
        | _aurc(run, seed),
        "slices": _slices(run, values, seed),
        "confusion": _confusion(run),
        "risk_coverage": _curve(run),
        "nuggets_found": dict(
            Counter(f.how for record in run.records if record.examination for f in record.examination.nuggets)
        ),
        "unresolved": sorted(
            {text for record in run.records if record.examination for text in record.examination.unresolved}
        ),
    }


def _figure(metric: Metric, by_id: Mapping[str, float], run: Run, seed: int) -> dict[str, Any]:
    names = list(by_id)
    interval = interval_of(metric, [by_id[n] for n in names], [run.plan[n].cluster for n in names], seed)
    asked = sum(metric.name in entry.if_missing for entry in run.plan.values())
    figure: dict[str, Any] = {
        "family": metric.family,
        "better": metric.better,
        "judged": metric.judged,
        **_written(interval),
        "n": len(names),
        "unscored": max(0, asked - len(names)),
    }
    if run.repeats > 1 and metric.better != "neither":
        figure["worst_of_k"] = _rounded(_worst_of_k(metric, run))
    return figure


def interval_of(metric: Metric, values: Sequence[float], clusters: Sequence[str], seed: int) -> Interval:
    """The interval that fits: of a rate where every value is 0 or 1, else of a mean; where nothing varies at an end of
    the range, the rule of three.
    """
    ends = metric.bounds == (0.0, 1.0) and set(values) <= {0.0, 1.0}
    if ends and (metric.rate or len(set(values)) == 1):
        return rate_interval(int(sum(values)), len(values))
    return mean_interval(values, clusters, seed)


def _worst_of_k(metric: Metric, run: Run) -> float:
    """Mean of each item's worst repetition."""
    by_id: dict[str, list[float]] = defaultdict(list)
    for record in run.records:
        if metric.name in record.scores:
            by_id[record.id].append(record.scores[metric.name])
    pick = min if metric.better == "higher" else max
    return sum(pick(values) for values in by_id.values()) / len(by_id)


def risk_records(run: Run) -> list[Record]:
    """The records that the risk-coverage curve is drawn from: first repetitions with a known loss."""
    return [record for record in run.records if record.repeat == 0 and record.loss is not None]


def _aurc(run: Run, seed: int) -> dict[str, Any]:
    records = risk_records(run)
    losses = [record.loss or 0.0 for record in records]
    confidences = [record.confidence for record in records]
    if all(confidence is None for confidence in confidences):
        return {}
    interval = AURC.interval(losses, confidences, [run.plan[record.id].cluster for record in records], seed)
    covered = sum(confidence is not None for confidence in confidences)
    figure = {
        "family": AURC.family,
        "better": AURC.better,
        "judged": True,
        **_written(interval),
        "n": len(records),
        "unscored": 0,
        "coverage": _rounded(covered / len(records)),
    }
    return {AURC.name: figure}


def _curve(run: Run) -> list[list[float]]:
    records = risk_records(run)
    points = AURC.curve([r.loss or 0.0 for r in records], [r.confidence for r in records]) if records else []
    return [[_rounded(point.coverage), _rounded(point.risk)] for point in points]


def _slices(run: Run, values: Mapping[str, Mapping[str, float]], seed: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in SLICED:
        groups: dict[str, list[str]] = defaultdict(list)
        for entry in run.plan.values():
            value = entry.slice_value(key)
            if value is not None:
                groups[value].append(entry.id)
        if len(groups) < 2:
            continue
        found[key] = {
            group: {"questions": len(ids), "metrics": _slice(run, values, ids, seed)}
            for group, ids in sorted(groups.items())
        }
    return found


def _slice(run: Run, values: Mapping[str, Mapping[str, float]], ids: Sequence[str], seed: int) -> dict[str, Any]:
    figures = {}
    for name in BY_SLICE:
        by_id = values.get(name, {})
        here = [i for i in ids if i in by_id]
        if here:
            # Within a topic the questions are what varies: the cluster would be the slice itself.
            interval = interval_of(METRICS[name], [by_id[i] for i in here], [run.plan[i].item for i in here], seed)
            figures[name] = {**_written(interval), "n": len(here)}
    return figures


def _confusion(run: Run) -> dict[str, dict[str, int]]:
    """Answerable or not → status, or what else became of the item → count; of the first repetitions."""
    found: dict[str, Counter[str]] = {}
    for record in run.records:
        answerable = run.plan[record.id].answerable
        if answerable is None or record.repeat or (record.outcome is Outcome.OK and record.response is None):
            continue
        what = str(record.response.status) if record.response is not None else str(record.outcome)
        found.setdefault("answerable" if answerable else "unanswerable", Counter())[what] += 1
    return {name: dict(counts) for name, counts in found.items()}


def _written(interval: Interval) -> dict[str, Any]:
    return {
        "value": _rounded(interval.value),
        "low": _rounded(interval.low),
        "high": _rounded(interval.high),
        "method": interval.method,
    }


def _rounded(value: float) -> float:
    return round(value, 6)
