"""What a metric is: a named, documented value with a range and a direction, computed item by item."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal

from evals.examination import Examination
from evals.items import Kind, Probe
from evals.response import Response


class Outcome(StrEnum):
    """What became of an item."""

    OK = "ok"
    FAILED = "failed"
    TIMED_OUT = "timed_out"
    MISSING = "missing"  # planned, but not in the run
    UNSUPPORTED = "unsupported"  # the target cannot do what the item needs; never scored, always listed


Better = Literal["higher", "lower", "neither"]
Task = Literal["answer", "retrieve"]


@dataclass(frozen=True, slots=True)
class Case:
    """One item as it went."""

    probe: Probe
    outcome: Outcome = Outcome.OK
    response: Response | None = None
    examination: Examination | None = None
    ranking: tuple[str, ...] | None = None
    previous: Response | None = None  # of the turn before, in a conversation
    alone: Examination | None = None  # of the same question asked alone
    first: Response | None = None  # the answer of the first repetition, where this is a later one


@dataclass(frozen=True)
class Metric(ABC):
    """A measure of one item; its mean over the items it applies to is the figure of a run.

    ``None`` means unscored: the metric has nothing to say of this answer. That is not the same as 0. An item that
    failed gets the worst value, so that failures cannot vanish from an average.
    """

    family: ClassVar[str]
    better: ClassVar[Better]
    bounds: ClassVar[tuple[float, float]] = (0.0, 1.0)
    rate: ClassVar[bool] = False  # every value is 0 or 1: Wilson's interval fits
    judged: ClassVar[bool] = False  # depends on the support judge
    task: ClassVar[Task] = "answer"
    formula: ClassVar[str]

    @property
    @abstractmethod
    def name(self) -> str:
        """Its identity: equal names mean equal measures."""

    def applies(self, probe: Probe) -> bool:
        """Whether it is asked of this item at all; depends on the item alone, never on the answer."""
        return True

    @abstractmethod
    def measure(self, case: Case) -> float | None:
        """The value of an item that went well; None where there is nothing to measure."""

    def score(self, case: Case) -> float | None:
        """The value that counts for the item, whatever became of it."""
        if not self.applies(case.probe) or case.outcome is Outcome.UNSUPPORTED:
            return None
        if case.outcome is not Outcome.OK:
            return self.worst if self.fails(case.probe) else None
        return self.measure(case)

    def fails(self, probe: Probe) -> bool:
        """Whether a failed item counts with the worst value."""
        return self.better != "neither"

    @property
    def worst(self) -> float:
        """The worst value there is."""
        return self.bounds[0] if self.better == "higher" else self.bounds[1]

    def __str__(self) -> str:
        return self.name


class StatementMetric(Metric):
    """A share of statements, citations or quotes: unscored where the answer has none, for abstaining is measured
    elsewhere. A failed item counts where an answer was to be expected.
    """

    def fails(self, probe: Probe) -> bool:
        """See :class:`Metric`."""
        return self.better != "neither" and expects_answer(probe)


def expects_answer(probe: Probe) -> bool:
    """Whether the right thing to do is to answer."""
    return probe.answerable is not False and probe.item.kind not in (Kind.EMERGENCY, Kind.HARMFUL)


def share(part: int, of: int) -> float | None:
    """``part`` of ``of``; None of nothing."""
    return part / of if of else None


def examined(case: Case) -> tuple[Response, Examination]:
    """Answer and findings of a case that went well."""
    if case.response is None or case.examination is None:
        raise ValueError(f"{case.probe.id} has no answer that could be measured")
    return case.response, case.examination
