"""Gates: which figures must not get worse, and which must never leave a bound."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BadInputError
from evals.metrics import Metric, metric_named

SHIPPED = Path(__file__).resolve().parent.parent / "gates.json"


class Gate(BaseModel):
    """What is held of one metric. Without a bound: that it does not drop significantly."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    minimum: float | None = None
    maximum: float | None = None

    def met(self, value: float) -> bool:
        """Whether a figure is within the bounds."""
        return (self.minimum is None or value >= self.minimum) and (self.maximum is None or value <= self.maximum)

    def __str__(self) -> str:
        parts = [f"≥ {self.minimum:g}"] if self.minimum is not None else []
        parts += [f"≤ {self.maximum:g}"] if self.maximum is not None else []
        return " and ".join(parts) or "no significant drop"


class Gates(BaseModel):
    """Contents of a gate file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    alpha: float = Field(0.05, gt=0, lt=1, description="Level of significance, after Holm's correction.")
    metrics: dict[str, Gate]

    def bounds(self, figures: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[Gate, float, bool]]:
        """Of each gated metric that was measured: its gate, its value, and whether that is within the bounds."""
        return {
            name: (gate, figures[name]["value"], gate.met(figures[name]["value"]))
            for name, gate in self.metrics.items()
            if name in figures
        }


def read_gates(path: Path) -> Gates:
    """The gates of a file. Raises BadInputError naming what is wrong."""
    try:
        gates = Gates.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else error
        raise BadInputError(f"{path} is no gate file: {reason}.") from None
    for name in gates.metrics:
        if not isinstance(metric_named(name), Metric):
            raise BadInputError(f"{path}: {name} is a figure of a whole run and cannot be a gate.")
    return gates
