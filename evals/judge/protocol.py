"""What a support judge is: does a text bear a statement out, contradict it, or neither?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from evals.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge says of a pair. The scores are 0 to 1; ``failed`` names the details that do not agree."""

    verdict: Verdict
    support: float
    contradiction: float
    failed: tuple[str, ...] = ()


class Judge(Protocol):
    """Judges pairs of statement and evidence; the same pair always alike."""

    @property
    def identity(self) -> str:
        """Name and version: figures of two identities are not comparable."""
        ...

    @property
    def calibration(self) -> Mapping[str, Any] | None:
        """Its agreement with people's labels, as measured; None where it has not been measured."""
        ...

    def judge(self, statement: str, evidence: str) -> Judgement:
        """The judgement of one pair."""
        ...

    def details(self, statement: str, evidence: str) -> tuple[str, ...]:
        """Which of number, unit, comparator, negation and name in the statement the evidence does not bear out."""
        ...

    def prepare(self, texts: Sequence[str]) -> None:
        """Texts that will be judged, so that what is slow can be done for all at once."""
        ...

    def similarity(self, a: str, b: str) -> float:
        """How near two texts are in meaning, -1 to 1."""
        ...
