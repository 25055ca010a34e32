"""What a loader gives for a file that it cannot read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A file (or a line of one) that could not be read."""

    path: str
    reason: str
    origin: str = ""  # the path given to ingest that it belongs to
