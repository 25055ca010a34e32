"""Whether a difference between two runs is real: a paired permutation test, and Holm's correction over metrics."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import numpy as np

PERMUTATIONS = 10_000
_EXACT = 13  # clusters up to which all sign patterns are tried (2**13 = 8192)
_ROWS_AT_ONCE = 1000


def paired_permutation(
    differences: Sequence[float], clusters: Sequence[str], seed: int, permutations: int = PERMUTATIONS
) -> float:
    """Two-sided p-value of the mean of paired differences: signs are swapped for whole clusters, because which run was
    which would be arbitrary for each if nothing had changed (Fisher 1935; Smucker et al. 2007,
    doi:10.1145/1321440.1321528).

    Exact where the clusters are few; else sampled, with the observed pattern counted as one of the samples (so that p
    is never 0).
    """
    if len(differences) != len(clusters):
        raise ValueError("a cluster for each difference")
    if not differences:
        return 1.0
    names = sorted(set(clusters))
    place = {name: position for position, name in enumerate(names)}
    sums = np.zeros(len(names))
    for difference, cluster in zip(differences, clusters, strict=True):
        sums[place[cluster]] += difference
    sums = sums[sums != 0.0]
    observed = abs(float(sums.sum()))
    tolerance = 1e-9 * max(1.0, float(np.abs(sums).sum()))
    if len(sums) == 0:
        return 1.0
    if len(sums) <= _EXACT:
        signs = np.array(list(itertools.product((1.0, -1.0), repeat=len(sums))))
        return float(np.mean(np.abs(signs @ sums) >= observed - tolerance))
    rng = np.random.default_rng(seed)
    as_extreme = 1
    for begin in range(0, permutations, _ROWS_AT_ONCE):
        rows = min(_ROWS_AT_ONCE, permutations - begin)
        signs = rng.integers(0, 2, size=(rows, len(sums))) * 2.0 - 1.0
        as_extreme += int(np.count_nonzero(np.abs(signs @ sums) >= observed - tolerance))
    return as_extreme / (permutations + 1)


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """p-values corrected for their number by Holm's step-down procedure (Holm 1979, Scand J Stat 6:65)."""
    ordered = sorted(p_values.items(), key=lambda entry: (entry[1], entry[0]))
    adjusted: dict[str, float] = {}
    highest = 0.0
    for position, (name, p) in enumerate(ordered):
        highest = max(highest, min(1.0, p * (len(ordered) - position)))
        adjusted[name] = highest
    return {name: adjusted[name] for name in p_values}
