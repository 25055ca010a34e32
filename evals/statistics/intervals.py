"""95 % intervals: a percentile bootstrap over clusters for means, Wilson's for rates, 3/N where nothing was seen."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

RESAMPLES = 10_000
_Z = 1.959963984540054  # two-sided 95 %
_ROWS_AT_ONCE = 500  # resamples held in memory together
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with the 95 % interval around it and how that was found."""

    value: float
    low: float
    high: float
    method: str


def wilson(successes: int, of: int) -> tuple[float, float]:
    """Wilson's score interval of a proportion (Wilson 1927, doi:10.1080/01621459.1927.10502953). Raises ValueError for
    ``of`` < 1 or more successes than trials.
    """
    if of < 1 or not 0 <= successes <= of:
        raise ValueError(f"no proportion: {successes} of {of}")
    p, z2 = successes / of, _Z * _Z
    middle = (p + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * math.sqrt(p * (1 - p) / of + z2 / (4 * of * of))
    return (0.0 if successes == 0 else max(0.0, middle - half)), (1.0 if successes == of else min(1.0, middle + half))


def rate_interval(successes: int, of: int) -> Interval:
    """A rate: Wilson's interval; where none (or all) of N had it, the rule of three bounds it by 3/N (Hanley and
    Lippman-Hand 1983, doi:10.1001/jama.1983.03330370053031).
    """
    if successes == 0:
        return Interval(0.0, 0.0, min(1.0, 3 / of), "3/N")
    if successes == of:
        return Interval(1.0, max(0.0, 1 - 3 / of), 1.0, "3/N")
    return Interval(successes / of, *wilson(successes, of), "Wilson")


def _positions(names: list[str], clusters: Sequence[str]) -> npt.NDArray[np.int64]:
    place = {name: position for position, name in enumerate(names)}
    return np.array([place[name] for name in clusters], dtype=np.int64)


def mean_interval(values: Sequence[float], clusters: Sequence[str], seed: int, resamples: int = RESAMPLES) -> Interval:
    """The mean with the percentile interval of a bootstrap over clusters (Efron 1979; for clusters Field and Welsh
    2007).

    With a single cluster there is nothing to resample: its records are resampled instead, and the method says so.
    """
    if not values:
        raise ValueError("no values")
    numbers = np.asarray(values, dtype=np.float64)
    method = "bootstrap by cluster"
    if len(set(clusters)) < 2:
        clusters, method = [str(n) for n in range(len(values))], "bootstrap (one cluster: by record)"
    names = sorted(set(clusters))
    member = _positions(names, clusters)
    sums = np.bincount(member, weights=numbers, minlength=len(names))
    counts = np.bincount(member, minlength=len(names)).astype(np.float64)
    means = np.concatenate([(drawn @ sums) / (drawn @ counts) for drawn in resampled(names, seed, resamples)])
    low, high = np.quantile(means, [0.025, 0.975])
    return Interval(float(numbers.mean()), float(low), float(high), method)


def resampled(clusters: Sequence[str], seed: int, resamples: int = RESAMPLES) -> Iterator[Numbers]:
    """How often each record is drawn, a row for each resample, in blocks: whole clusters are drawn with replacement."""
    names = sorted(set(clusters))
    member = _positions(names, clusters)
    rng = np.random.default_rng(seed)
    for begin in range(0, resamples, _ROWS_AT_ONCE):
        rows = min(_ROWS_AT_ONCE, resamples - begin)
        yield rng.multinomial(len(names), np.full(len(names), 1 / len(names)), size=rows)[:, member].astype(np.float64)
