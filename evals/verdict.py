"""How a text stands to a statement, by people's labels and by a judge."""

from __future__ import annotations

from typing import Literal

Verdict = Literal["supported", "neutral", "contradicted"]
VERDICTS: tuple[Verdict, ...] = ("supported", "neutral", "contradicted")
