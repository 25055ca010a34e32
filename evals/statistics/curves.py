"""Selective answering: how much is wrong among what is answered, as more and more is answered."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


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
