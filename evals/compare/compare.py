"""Two runs on the same items: is the difference real, and on which items does it lie?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.errors import BadInputError
from evals.compare.gates import Gates
from evals.metrics import METRICS, Metric
from evals.runner import Record, Run
from evals.statistics import Interval, holm, mean_interval, paired_permutation

_ALPHA = 0.05
_SAME = 1e-9
_CHANGED_BY = (
    "nugget_recall@vital",
    "cites_document@accepted",
    "status_accuracy",
    "answered",
    "nDCG@10",
    "citation_recall",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One metric in both runs, over the items that both scored."""

    metric: str
    better: str
    a: float
    b: float
    difference: Interval  # b less a
    effect: float  # mean difference over its standard deviation (Cohen's d of pairs)
    wins: int  # items on which b is better
    losses: int
    ties: int
    p: float
    p_holm: float
    significant: bool
    gated: bool

    @property
    def dropped(self) -> bool:
        """Whether b is worse, and that is significant."""
        worse = self.difference.value < 0 if self.better == "higher" else self.difference.value > 0
        return self.significant and worse and self.better != "neither"


@dataclass(frozen=True, slots=True)
class Changed:
    """An item whose answer is not worth the same in both runs."""

    id: str
    question: str
    metric: str
    a: float
    b: float
    answer_a: str
    answer_b: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two runs differ in."""

    a: str
    b: str
    notes: tuple[str, ...]
    paired: int
    differences: tuple[Difference, ...]
    changed: tuple[Changed, ...]
    out_of_bounds: tuple[str, ...]  # gates that b does not keep

    @property
    def failed(self) -> list[str]:
        """Why b must not replace a: gated metrics that dropped significantly, bounds that are not kept."""
        drops = [
            f"{d.metric} dropped from {d.a:.3f} to {d.b:.3f} (p = {d.p_holm:.4f} after Holm)"
            for d in self.differences
            if d.gated and d.dropped
        ]
        return [*drops, *self.out_of_bounds]


def compare(a: Run, b: Run, gates: Gates | None = None, seed: int = 0) -> Comparison:
    """Compare run ``b`` with run ``a``: by gates if there are any, else over all metrics.

    An item that a run planned and has no record of counts as missing, with the worst value. Raises BadInputError when
    the runs have no item in common.
    """
    shared = [name for name, entry in a.plan.items() if name in b.plan and b.plan[name].message == entry.message]
    if not shared:
        raise BadInputError(f"{a.name} and {b.name} have no question in common.")
    values_a, values_b = a.values(), b.values()
    tested = [
        metric
        for name, metric in METRICS.items()
        if metric.better != "neither"
        and name in values_a
        and name in values_b
        and (gates is None or name in gates.metrics)
    ]
    pairs = {metric.name: _pairs(values_a[metric.name], values_b[metric.name], shared) for metric in tested}
    tested = [metric for metric in tested if pairs[metric.name]]
    p_values = {metric.name: _p_value(pairs[metric.name], a, seed) for metric in tested}
    corrected = holm(p_values)
    alpha = gates.alpha if gates else _ALPHA
    differences = [
        _difference(metric, pairs[metric.name], a, p_values[metric.name], corrected[metric.name], alpha, gates, seed)
        for metric in tested
    ]
    return Comparison(
        a.name,
        b.name,
        tuple(_notes(a, b, shared)),
        len(shared),
        tuple(differences),
        tuple(_changed(a, b, shared, values_a, values_b)),
        (*_out_of_bounds(b, gates), *_gone(b, shared, values_a, values_b, gates)),
    )


_Pair = tuple[str, float, float]


def _pairs(a: dict[str, float], b: dict[str, float], shared: Sequence[str]) -> list[_Pair]:
    return [(name, a[name], b[name]) for name in shared if name in a and name in b]


def _p_value(pairs: Sequence[_Pair], run: Run, seed: int) -> float:
    return paired_permutation([y - x for _, x, y in pairs], [run.plan[name].cluster for name, _, _ in pairs], seed)


def _difference(
    metric: Metric,
    pairs: Sequence[_Pair],
    run: Run,
    p: float,
    p_holm: float,
    alpha: float,
    gates: Gates | None,
    seed: int,
) -> Difference:
    differences = [y - x for _, x, y in pairs]
    mean = sum(differences) / len(differences)
    spread = (sum((d - mean) ** 2 for d in differences) / max(1, len(differences) - 1)) ** 0.5
    sign = 1 if metric.better == "higher" else -1
    wins = sum(sign * d > _SAME for d in differences)
    losses = sum(sign * d < -_SAME for d in differences)
    return Difference(
        metric.name,
        metric.better,
        sum(x for _, x, _ in pairs) / len(pairs),
        sum(y for _, _, y in pairs) / len(pairs),
        mean_interval(differences, [run.plan[name].cluster for name, _, _ in pairs], seed),
        mean / spread if spread else 0.0,
        wins,
        losses,
        len(pairs) - wins - losses,
        p,
        p_holm,
        p_holm < alpha,
        gates is not None and metric.name in gates.metrics,
    )


def _notes(a: Run, b: Run, shared: Sequence[str]) -> list[str]:
    """What a reader must know before believing the figures."""
    found = []
    for run, other in ((a, b), (b, a)):
        alone = len(run.plan) - len(shared)
        if alone:
            found.append(f"{alone} questions were planned in {run.name} only, or differ in {other.name}: left out.")
    first, second = a.configuration, b.configuration
    if first["suite"]["hash"] != second["suite"]["hash"]:
        found.append("The suites differ: what is expected of an item may not be the same in both runs.")
    if first["judge"]["identity"] != second["judge"]["identity"]:
        found.append(f"The judges differ ({first['judge']['identity']}, {second['judge']['identity']}).")
    for run in (a, b):
        wrong = sum(record.outcome not in ("ok", "unsupported") for record in run.records if record.id in set(shared))
        if wrong:
            found.append(f"{wrong} questions failed, timed out or are missing in {run.name}: they count as worst.")
    return found


def _changed(
    a: Run, b: Run, shared: Sequence[str], values_a: dict[str, dict[str, float]], values_b: dict[str, dict[str, float]]
) -> list[Changed]:
    """Items whose first telling metric differs, largest loss first."""
    answers_a, answers_b = _answers(a), _answers(b)
    found = []
    for name in shared:
        for metric in _CHANGED_BY:
            x, y = values_a.get(metric, {}).get(name), values_b.get(metric, {}).get(name)
            if x is not None and y is not None and abs(x - y) > _SAME:
                message = a.plan[name].message
                found.append(Changed(name, message, metric, x, y, answers_a.get(name, ""), answers_b.get(name, "")))
                break
    return sorted(found, key=lambda item: (item.b - item.a, item.id))


def _answers(run: Run) -> dict[str, str]:
    return {record.id: answer_text(record) for record in run.records if record.repeat == 0}


def answer_text(record: Record) -> str:
    """What was answered, in one line for people; what went wrong where nothing was."""
    if record.response is None:
        return record.error or (
            f"top of the ranking: {', '.join(record.ranking[:5])}" if record.ranking else str(record.outcome)
        )
    response = record.response
    parts = [f"{said.text} {''.join(f'[{n}]' for n in said.citations)}".strip() for said in response.statements]
    return f"({response.status}) " + " ".join(parts or list(response.notices))


def _out_of_bounds(run: Run, gates: Gates | None) -> list[str]:
    if gates is None:
        return []
    values = run.values()
    figures: dict[str, dict[str, Any]] = {
        name: {"value": sum(by_id.values()) / len(by_id)} for name, by_id in values.items() if by_id
    }
    return [
        f"{name} is {value:.3f}, the gate is {gate}"
        for name, (gate, value, met) in gates.bounds(figures).items()
        if not met
    ]


def _gone(
    b: Run,
    shared: Sequence[str],
    values_a: dict[str, dict[str, float]],
    values_b: dict[str, dict[str, float]],
    gates: Gates | None,
) -> list[str]:
    """Gated metrics that a measured and b, though it was asked the same, did not: a figure must not vanish."""
    if gates is None:
        return []
    return [
        f"{name} was measured in the first run and has no value in the second"
        for name in gates.metrics
        if any(i in values_a.get(name, {}) for i in shared)
        and not any(i in values_b.get(name, {}) for i in shared)
        and any(name in b.plan[i].if_missing for i in shared)
    ]
