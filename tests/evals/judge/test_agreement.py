"""Calibration: a judge's agreement with labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evals.datasets import LabelledPair, Suite
from evals.judge import Judgement
from evals.judge.agreement import calibrate
from evals.verdict import Verdict
from tests.evals.fakes import WordJudge


class _Fixed(WordJudge):
    """Gives the verdict that the evidence names."""

    def judge(self, statement: str, evidence: str) -> Judgement:
        verdict: Mapping[str, Verdict] = {"s": "supported", "n": "neutral", "c": "contradicted"}
        return Judgement(verdict[evidence], float(evidence == "s"), float(evidence == "c"))


def pairs(*labels: tuple[Verdict, str]) -> Suite:
    """A suite of pairs: people's label, and what the judge will say."""
    found = tuple(LabelledPair(str(n), "x", said, gold, str(n)) for n, (gold, said) in enumerate(labels))
    return Suite("pairs", "", "", pairs=found)


def figures(*labels: tuple[Verdict, str]) -> dict[str, Any]:
    [entry] = calibrate(_Fixed(), [pairs(*labels)])["sets"]
    found: dict[str, Any] = entry
    return found


def test_full_agreement_is_one_throughout() -> None:
    found = figures(("supported", "s"), ("neutral", "n"), ("contradicted", "c"))
    assert [found[k] for k in ("balanced_accuracy", "auroc", "kappa", "balanced_accuracy_three", "kappa_three")] == [
        1.0
    ] * 5


def test_a_contradiction_taken_for_support_is_in_the_confusion() -> None:
    found = figures(("supported", "s"), ("contradicted", "s"), ("neutral", "n"))
    assert found["confusion"]["contradicted"] == {"supported": 1, "neutral": 0, "contradicted": 0}
    assert found["balanced_accuracy"] == 0.75


def test_neutral_and_contradicted_count_alike_where_support_is_asked_for() -> None:
    found = figures(("supported", "s"), ("contradicted", "n"), ("neutral", "c"))
    assert found["balanced_accuracy"] == 1.0
    assert found["balanced_accuracy_three"] < 1.0
