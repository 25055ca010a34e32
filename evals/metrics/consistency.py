"""Consistency: details of a statement that its cited words do not bear out, by rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evals.metrics.base import Case, StatementMetric, examined, share

Detail = Literal["number", "unit", "comparator", "negation", "name"]


@dataclass(frozen=True)
class DetailErrors(StatementMetric):
    """Share of the statements with an error of one kind against the words that they cite: a ``number`` that is not
    there, there with another ``unit`` or the opposite ``comparator``, a ``negation`` on one side only, or a drug
    (``name``) that is not named there. Rules, not a model (evals/judge): a paraphrase that the rules do not know,
    such as "one in five" for 20 %, counts as an error.
    """

    detail: Detail

    family = "consistency"
    better = "lower"
    formula = "statements with such an error / statements whose cited words can be read"

    @property
    def name(self) -> str:
        """See :class:`Metric`."""
        return f"{self.detail}_errors"

    def measure(self, case: Case) -> float | None:
        """See :class:`Metric`."""
        read = [s for s in examined(case)[1].statements if s.verdict != "unchecked"]
        return share(sum(self.detail in s.failed for s in read), len(read))
