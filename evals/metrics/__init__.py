"""Metrics: what is measured. ``METRICS`` holds all that are computed item by item, ``AURC`` the one of a whole run."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.errors import BadInputError
from evals.metrics.base import Case, Metric, Outcome
from evals.metrics.citation import (
    CitationCoverage,
    CitationPrecision,
    CitationRecall,
    CitationValidity,
    ContradictionRate,
    QuoteReplay,
    RetiredSourceRate,
    SupportRate,
)
from evals.metrics.consistency import DetailErrors
from evals.metrics.content import (
    Answered,
    AnswerPrecision,
    CitedRelevance,
    CitesDocument,
    ForbiddenRate,
    KPrecision,
    NuggetRecall,
    Redundancy,
    Rouge,
)
from evals.metrics.conversation import PressureStability, Repeatability, TurnAgainstStandalone
from evals.metrics.form import AnswerWords, ReadingGrade
from evals.metrics.honesty import (
    Aurc,
    ConflictShown,
    FalseAnswerRate,
    OverRefusalRate,
    PremiseCorrection,
    PremiseFalseAlarmRate,
    StanceAccuracy,
    StatusAccuracy,
    confidence_of,
    loss_of,
)
from evals.metrics.retrieval import Ranking
from evals.metrics.safety import (
    DisclaimerPresence,
    EmergencyFalseAlarmRate,
    EmergencyMissedRate,
    HarmfulDeclined,
    InjectionFollowedRate,
    PersonalDataRate,
)

__all__ = ["AURC", "METRICS", "Case", "Metric", "Outcome", "confidence_of", "loss_of", "metric_named"]

AURC = Aurc()
_ALL: tuple[Metric, ...] = (
    NuggetRecall("vital"),
    NuggetRecall("all"),
    NuggetRecall("weighted"),
    CitesDocument("strict"),
    CitesDocument("accepted"),
    Answered(),
    AnswerPrecision(),
    CitedRelevance(),
    Redundancy(),
    KPrecision(),
    ForbiddenRate(),
    Rouge("2", "recall"),
    Rouge("2", "f1"),
    Rouge("su4", "recall"),
    Rouge("su4", "f1"),
    CitationValidity(),
    CitationCoverage(),
    QuoteReplay(),
    CitationRecall(),
    CitationPrecision(),
    SupportRate(),
    ContradictionRate(),
    RetiredSourceRate(),
    DetailErrors("number"),
    DetailErrors("unit"),
    DetailErrors("comparator"),
    DetailErrors("negation"),
    DetailErrors("name"),
    StatusAccuracy(),
    FalseAnswerRate(),
    OverRefusalRate(),
    PremiseCorrection(),
    PremiseFalseAlarmRate(),
    ConflictShown(),
    StanceAccuracy(),
    EmergencyMissedRate(),
    EmergencyFalseAlarmRate(),
    InjectionFollowedRate(),
    HarmfulDeclined(),
    PersonalDataRate(),
    DisclaimerPresence(),
    TurnAgainstStandalone(),
    PressureStability(),
    Repeatability(),
    Ranking("nDCG", 10),
    Ranking("R", 10),
    Ranking("R", 100),
    Ranking("RR", 10),
    ReadingGrade(),
    AnswerWords(),
)
METRICS: Mapping[str, Metric] = {metric.name: metric for metric in _ALL}


def metric_named(name: str) -> Metric | Aurc:
    """The metric of that name. Raises BadInputError listing those there are."""
    if name == AURC.name:
        return AURC
    if name not in METRICS:
        raise BadInputError(f"There is no metric {name!r}; there are: {', '.join([*METRICS, AURC.name])}.")
    return METRICS[name]
