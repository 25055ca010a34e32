"""Retrieval: how well the target ranks documents, by ir-measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import ir_measures

from evals.items import Probe
from evals.metrics.base import Case, Metric


@dataclass(frozen=True)
class Ranking(Metric):
    """nDCG (Järvelin and Kekäläinen 2002, doi:10.1145/582415.582418), recall or reciprocal rank of the first relevant
    document, cut off at ``k``. Computed by ir-measures (MacAvaney et al. 2022, arXiv:2111.13466) from the graded
    judgements of the item. Range 0 to 1.
    """

    measure_name: Literal["nDCG", "R", "RR"]
    k: int

    family = "retrieval"
    better = "higher"
    task = "retrieve"
    formula = "nDCG: DCG of the first k over the best possible; R: relevant found of all; RR: 1 / first relevant rank"

    def __post_init__(self) -> None:
        if self.k < 1:
            raise ValueError("k must be 1 or more")

    @property
    def name(self) -> str:
        """See :class:`Metric`."""
        return f"{self.measure_name}@{self.k}"

    def applies(self, probe: Probe) -> bool:
        """Items with judged documents."""
        return any(grade > 0 for grade in probe.item.relevant.values())

    def measure(self, case: Case) -> float | None:
        """None where the target cannot search."""
        if case.ranking is None:
            return None
        measure = {"nDCG": ir_measures.nDCG, "R": ir_measures.R, "RR": ir_measures.RR}[self.measure_name] @ self.k
        # Scores fall with the rank, so that ties are broken as the target broke them.
        run = {"q": {document: float(-rank) for rank, document in enumerate(case.ranking)}}
        if not case.ranking:
            return 0.0
        return float(measure.calc_aggregate({"q": case.probe.item.relevant}, run))
