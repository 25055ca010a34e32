"""Selective answering: how much is wrong among what is answered, as more and more is answered."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evals.statistics.intervals import RESAMPLES, Interval, resampled


@dataclass(frozen=True, slots=True)
class RiskPoint:
    """One point of the curve: answering the most confident ``coverage`` of all questions has this mean loss."""

    coverage: float
    risk: float


def risk_coverage(losses: Sequence[float], confidences: Sequence[float | None]) -> list[RiskPoint]:
    """The risk-coverage curve (El-Yaniv and Wiener 2010; Geifman and El-Yaniv 2017).

    losses: 0 to 1 for each question, whatever was answered. confidences: None where the system did not answer: such
    questions are never covered, so the curve ends at the coverage that the system reached. Equally confident answers
    are taken together, so that the order of the suite does not matter.
    """
    answered = sorted(
        ((confidence, loss) for confidence, loss in zip(confidences, losses, strict=True) if confidence is not None),
        key=lambda pair: -pair[0],
    )
    points: list[RiskPoint] = []
    total = 0.0
    for position, (confidence, loss) in enumerate(answered, start=1):
        total += loss
        if position == len(answered) or answered[position][0] != confidence:
            points.append(RiskPoint(position / len(losses), total / position))
    return points


def aurc(losses: Sequence[float], confidences: Sequence[float | None]) -> float:
    """Area under the risk-coverage curve divided by the coverage reached: the mean risk over the coverages at which the
    system could have stopped. 0 is best; NaN where nothing was answered.
    """
    points = risk_coverage(losses, confidences)
    if not points:
        return math.nan
    area, before = 0.0, 0.0
    for point in points:
        area += (point.coverage - before) * point.risk
        before = point.coverage
    return area / before


def aurc_interval(
    losses: Sequence[float],
    confidences: Sequence[float | None],
    clusters: Sequence[str],
    seed: int,
    resamples: int = RESAMPLES,
) -> Interval:
    """AURC with the percentile interval of a bootstrap over clusters. Resamples without an answer are left out; raises
    ValueError where nothing was answered at all.
    """
    value = aurc(losses, confidences)
    if math.isnan(value):
        raise ValueError("nothing was answered")
    order = sorted(
        (i for i, confidence in enumerate(confidences) if confidence is not None),
        key=lambda i: -(confidences[i] or 0.0),
    )
    ordered = np.array([confidences[i] for i in order], dtype=np.float64)
    ends = np.flatnonzero(np.append(ordered[1:] != ordered[:-1], True))  # the last of those equally confident
    loss = np.array([losses[i] for i in order])
    found = []
    for drawn in resampled(clusters, seed, resamples):
        weights = drawn[:, order]
        covered = np.cumsum(weights, axis=1)[:, ends]
        lost = np.cumsum(weights * loss, axis=1)[:, ends]
        risk = np.divide(lost, covered, out=np.zeros_like(lost), where=covered > 0)
        steps = np.diff(covered, axis=1, prepend=0.0)
        answered = covered[:, -1] > 0
        found.append(((steps * risk).sum(axis=1)[answered]) / covered[answered, -1])
    low, high = np.quantile(np.concatenate(found), [0.025, 0.975])
    return Interval(value, float(low), float(high), "bootstrap by cluster")
