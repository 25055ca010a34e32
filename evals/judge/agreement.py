"""Measure a judge on people's labels: its calibration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from evals.datasets import LabelledPair, Suite
from evals.judge.protocol import Judge
from evals.statistics import agreement
from evals.verdict import VERDICTS


def calibrate(
    judge: Judge, suites: Sequence[Suite], advance: Callable[[int, int], None] = lambda done, of: None
) -> dict[str, Any]:
    """Agreement of ``judge`` with the labels of each suite's pairs: on all three classes, and on support against the
    rest.

    advance: told how many pairs are done.
    """
    total = sum(len(suite.pairs) for suite in suites)
    done = 0
    sets = []
    for suite in suites:
        found = []
        for pair in suite.pairs:
            found.append(judge.judge(pair.statement, pair.evidence))
            done += 1
            advance(done, total)
        sets.append(_figures(suite.name, suite.pairs, [(j.verdict, j.support, j.contradiction) for j in found]))
    return {"judge": judge.identity, "sets": sets}


def _figures(name: str, pairs: Sequence[LabelledPair], given: Sequence[tuple[str, float, float]]) -> dict[str, Any]:
    gold = [pair.label for pair in pairs]
    verdicts = [verdict for verdict, _, _ in given]
    supports = [support for _, support, _ in given]
    whole = agreement(gold, verdicts, "supported", supports, VERDICTS)
    binary = ["supported" if label == "supported" else "other" for label in gold]
    decided = ["supported" if verdict == "supported" else "other" for verdict in verdicts]
    two = agreement(binary, decided, "supported", supports, ("supported", "other"))
    against = agreement(gold, verdicts, "contradicted", [contradiction for _, _, contradiction in given], VERDICTS)
    return {
        "set": name,
        "pairs": whole.pairs,
        "balanced_accuracy": round(two.balanced_accuracy, 4),
        "auroc": round(two.auroc, 4),
        "kappa": round(two.kappa, 4),
        "auroc_contradiction": round(against.auroc, 4),
        "balanced_accuracy_three": round(whole.balanced_accuracy, 4),
        "kappa_three": round(whole.kappa, 4),
        "confusion": whole.confusion,
    }
