"""ROUGE-2 and ROUGE-SU4 (Lin 2004, aclanthology:W04-1013): lower case, letters and digits, no stemming, no stop
words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

_SKIP = 4  # words that may lie between the two of a skip-bigram


@dataclass(frozen=True, slots=True)
class RougeScore:
    """Shared units over those of the reference, and over those of the answer."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Harmonic mean."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def rouge(answer: str, reference: str, kind: Literal["2", "su4"]) -> RougeScore:
    """The score of one answer against one reference; 0 where either has nothing to compare."""
    mine, theirs = _units(answer, kind), _units(reference, kind)
    shared = sum((mine & theirs).values())
    return RougeScore(
        shared / theirs.total() if theirs else 0.0,
        shared / mine.total() if mine else 0.0,
    )


def _units(text: str, kind: Literal["2", "su4"]) -> Counter[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.casefold())
    if kind == "2":
        return Counter(pairwise(words))
    return Counter([*_skip_bigrams(words), *((word,) for word in words)])


def _skip_bigrams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for position, first in enumerate(words):
        for second in words[position + 1 : position + 2 + _SKIP]:
            yield first, second
