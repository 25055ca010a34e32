"""How far a judge agrees with people's labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one set of labelled pairs. ``confusion[gold][given]`` counts."""

    pairs: int
    balanced_accuracy: float
    auroc: float
    kappa: float
    confusion: dict[str, dict[str, int]]


def balanced_accuracy(gold: Sequence[str], given: Sequence[str]) -> float:
    """Mean of the recalls of the classes that occur (Brodersen et al. 2010, doi:10.1109/ICPR.2010.764)."""
    recalls = []
    for name in sorted(set(gold)):
        places = [i for i, label in enumerate(gold) if label == name]
        recalls.append(sum(given[i] == name for i in places) / len(places))
    return sum(recalls) / len(recalls)


def auroc(positive: Sequence[bool], scores: Sequence[float]) -> float:
    """Area under the ROC curve as the share of pairs in the right order, ties half (Hanley and McNeil 1982). NaN where
    only one class occurs.
    """
    labels = np.asarray(positive, dtype=bool)
    values = np.asarray(scores, dtype=np.float64)
    n, m = int(labels.sum()), int((~labels).sum())
    if n == 0 or m == 0:
        return float("nan")
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]  # mean rank of ties, from 1
    return float((ranks[labels].sum() - n * (n + 1) / 2) / (n * m))


def cohens_kappa(gold: Sequence[str], given: Sequence[str]) -> float:
    """Agreement beyond chance (Cohen 1960, doi:10.1177/001316446002000104); 1 where both name one and the same
    class.
    """
    total = len(gold)
    observed = sum(a == b for a, b in zip(gold, given, strict=True)) / total
    chance = sum(
        (list(gold).count(name) / total) * (list(given).count(name) / total) for name in set(gold) | set(given)
    )
    return 1.0 if chance == 1.0 else (observed - chance) / (1 - chance)


def agreement(
    gold: Sequence[str], given: Sequence[str], positive: str, scores: Sequence[float], classes: Sequence[str]
) -> Agreement:
    """All measures at once. ``positive``: the class that ``scores`` are high for (AUROC: it against all others)."""
    confusion = {a: dict.fromkeys(classes, 0) for a in classes}
    for a, b in zip(gold, given, strict=True):
        confusion[a][b] += 1
    return Agreement(
        len(gold),
        balanced_accuracy(gold, given),
        auroc([label == positive for label in gold], scores),
        cohens_kappa(gold, given),
        confusion,
    )
