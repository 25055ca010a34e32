"""What an ingest did, as the admin is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from corpus.manifest import GateResult
from ingest.loaders import Failure


@dataclass(slots=True)
class IngestReport:
    """What an ingest did. ``published`` is False when nothing had changed."""

    edition: str | None
    published: bool
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    passages_embedded: int = 0
    gates: list[GateResult] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 published or unchanged, 3 with files that could not be read."""
        return 3 if self.failed else 0

    def as_json(self) -> dict[str, Any]:
        """The report that ``footnote ingest --json`` prints."""
        return {
            "edition": self.edition,
            "published": self.published,
            "documents": {
                "added": len(self.added),
                "changed": len(self.changed),
                "removed": len(self.removed),
                "unchanged": len(self.unchanged),
                "failed": [{"path": failure.path, "reason": failure.reason} for failure in self.failed],
            },
            "passages_embedded": self.passages_embedded,
        }
