"""Hand-made cases for metrics: a probe, what was answered, and what was found in the answer."""

from __future__ import annotations

from typing import Any

from evals.examination import CheckedCitation, CheckedStatement, Examination, FoundNugget
from evals.items import Item, Kind, Nugget, Probe, TurnItem, probes_of
from evals.metrics import METRICS, Case, Outcome
from evals.response import Quote, Response, Said
from service.answer import Status

NUGGETS = (Nugget(text="a", vital=True), Nugget(text="b", vital=True), Nugget(text="c", vital=False))


def probe(**fields: Any) -> Probe:
    """A probe of a single item."""
    return probes_of(Item(**{"id": "i", "question": "Q?", **fields}))[0]


def case(
    item: Probe | None = None, response: dict[str, Any] | None = None, found: dict[str, Any] | None = None, **more: Any
) -> Case:
    """A case that went well."""
    return Case(
        item or probe(),
        Outcome.OK,
        Response(**{"status": Status.ANSWERED, **(response or {})}),
        Examination(**(found or {})),
        **more,
    )


def score(name: str, given: Case) -> float | None:
    """The value of a metric."""
    return METRICS[name].score(given)


def statements(*found: dict[str, Any]) -> dict[str, Any]:
    """Findings of statements, supported unless they say otherwise."""
    return {"statements": tuple(CheckedStatement(**{"verdict": "supported", **entry}) for entry in found)}


def citation(leads: bool = True, supports: bool | None = True, precise: bool = True) -> CheckedCitation:
    return CheckedCitation(number=1, leads=leads, supports=supports, precise=precise)


def nuggets(*how: Any) -> dict[str, Any]:
    return {"nuggets": tuple(FoundNugget(how=one) for one in how)}


def quote_of(document: str) -> dict[str, Any]:
    return {"statements": (Said(text="x", quotes=(Quote(text="x", document_id=document),)),)}


def conversation(*turns: dict[str, Any]) -> list[Probe]:
    return probes_of(Item(id="c", kind=Kind.CONVERSATION, turns=tuple(TurnItem(**turn) for turn in turns)))
