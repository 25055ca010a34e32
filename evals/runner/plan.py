"""Which items a run asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.errors import BadInputError
from evals.datasets import Suite
from evals.items import Item, Probe, probes_of
from evals.metrics.base import Task
from evals.runner.records import Planned, planned

SLICES = ("topic", "kind", "split", "audience", "id")


@dataclass(frozen=True, slots=True)
class Plan:
    """The items of a suite that are asked, how often, and for what.

    slices: (key, value); values of one key are alternatives, keys must all hold.
    """

    suite: Suite
    limit: int | None = None
    slices: Sequence[tuple[str, str]] = ()
    repeat: int = 1
    tasks: tuple[Task, ...] = field(default=())
    seed: int = 0

    def __post_init__(self) -> None:
        """Raises BadInputError for a slice that does not exist or leaves nothing."""
        unknown = [key for key, _ in self.slices if key not in SLICES]
        if unknown:
            raise BadInputError(f"There is no slice {unknown[0]!r}; there are: {', '.join(SLICES)}.")
        if not self.suite.items:
            raise BadInputError(
                f"{self.suite.name} holds labelled pairs: measure a judge on it with 'footnote eval judge'."
            )
        if not self.items():
            raise BadInputError("No item of the suite is left by --slice and --limit.")

    @property
    def effective_tasks(self) -> tuple[Task, ...]:
        """What is done with each item."""
        return self.tasks or self.suite.tasks

    def items(self) -> list[Item]:
        """The items, in the order of the suite."""
        wanted: dict[str, set[str]] = {}
        for key, value in self.slices:
            wanted.setdefault(key, set()).add(value)
        chosen = [
            item
            for item in self.suite.items
            if all(str(getattr(item, key) or "") in values for key, values in wanted.items())
        ]
        return chosen[: self.limit]

    def probes(self) -> list[Probe]:
        """All questions of these items."""
        return [probe for item in self.items() for probe in probes_of(item)]

    def entries(self) -> list[Planned]:
        """What is written of the plan."""
        return [planned(probe, self.effective_tasks) for probe in self.probes()]

    def units(self) -> list[tuple[Item, int]]:
        """What is asked together: an item's turns, once for each repetition."""
        return [(item, repeat) for item in self.items() for repeat in range(self.repeat)]

    def describe(self) -> dict[str, Any]:
        """For the record of the run."""
        return {
            "limit": self.limit,
            "slices": [f"{key}={value}" for key, value in self.slices],
            "repeat": self.repeat,
            "tasks": list(self.effective_tasks),
            "seed": self.seed,
            "items": len(self.items()),
            "questions": len(self.probes()),
        }
