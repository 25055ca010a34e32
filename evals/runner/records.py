"""What a run keeps of each item, in the form in which it is written."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from evals.examination import Examination
from evals.items import Probe
from evals.metrics import METRICS, Case, Outcome
from evals.metrics.base import Task
from evals.response import Response


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Planned(_Model):
    """An item that a run set out to ask, and what it costs when there is no record of it."""

    id: str
    item: str
    kind: str
    topic: str | None = None
    split: str | None = None
    audience: str
    turn: int | None = None
    cluster: str
    message: str
    answerable: bool | None = None
    expected_nuggets: tuple[str, ...] = ()
    if_missing: dict[str, float] = Field(
        description="The value of each metric that applies, should the item not be met."
    )

    def slice_value(self, key: str) -> str | None:
        """The value of a slice; None where the item has none. Raises KeyError for an unknown slice."""
        values = {
            "kind": self.kind,
            "topic": self.topic,
            "split": self.split,
            "audience": self.audience,
            "id": self.item,
        }
        return values[key]


class Record(_Model):
    """What became of an item."""

    id: str
    repeat: int = 0
    outcome: Outcome
    error: str | None = None
    response: Response | None = None
    examination: Examination | None = None
    alone: Examination | None = Field(None, description="Of the same question asked alone; its nuggets only.")
    ranking: tuple[str, ...] | None = None
    scores: dict[str, float] = Field({}, description="Metrics that apply and are scored; the others are left out.")
    loss: float | None = None
    confidence: float | None = None

    def line(self) -> str:
        """The record as a line: equal records are equal to the byte."""
        return self.model_dump_json(exclude_defaults=True) + "\n"


class Timing(_Model):
    """Times and ids of an item, which differ from run to run."""

    id: str
    repeat: int = 0
    timings: dict[str, float]
    ids: dict[str, str] = {}


def planned(probe: Probe, tasks: tuple[Task, ...]) -> Planned:
    """The plan's entry of a probe."""
    item = probe.item
    missing = score_all(Case(probe, Outcome.MISSING), tasks)
    return Planned(
        id=probe.id,
        item=item.id,
        kind=str(item.kind),
        topic=item.topic,
        split=item.split,
        audience=str(item.audience),
        turn=probe.turn,
        cluster=probe.cluster,
        message=probe.message,
        answerable=probe.answerable,
        expected_nuggets=tuple(f"{'vital' if nugget.vital else 'okay'}: {nugget.text}" for nugget in probe.nuggets),
        if_missing=missing,
    )


def score_all(case: Case, tasks: tuple[Task, ...]) -> dict[str, float]:
    """The value of each metric of these tasks that applies and is scored."""
    found = {}
    for name, metric in METRICS.items():
        if metric.task in tasks:
            value = metric.score(case)
            if value is not None:
                found[name] = round(value, 6)
    return found
