"""The manifest of an edition: what it is and from what it was made. Written last into a build, never changed after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import DamagedEditionError

FORMAT = 1
FILE = "manifest.json"


class EmbedderRecord(BaseModel):
    """Which vectors the edition holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(description="The setting it was chosen by.")
    fingerprint: str
    dimension: int = Field(ge=1)


class GateResult(BaseModel):
    """One condition that a build had to meet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    gate: str
    passed: bool
    detail: str


class Manifest(BaseModel):
    """Contents of ``manifest.json``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: int = FORMAT
    id: str
    parent: str | None
    created_at: str = Field(description="ISO 8601, UTC.")
    engine: str = Field(description="Version of Footnote that built it.")
    embedder: EmbedderRecord
    chunking: dict[str, int | str] = Field(description="What decides how texts are cut into passages and terms.")
    counts: dict[str, int]
    changes: dict[str, int] = Field(description="Documents added, changed, removed, unchanged; passages embedded.")
    failed: list[dict[str, str]] = Field(
        default_factory=list, description="Files that could not be read, with reasons."
    )
    churned: int = Field(0, ge=0, description="Rows deleted since the vector index was last built anew.")
    next_row: int = Field(ge=0, description="First row number that is free.")
    content_hash: str = Field(
        description="Hash over all documents, the embedder and the chunking: equal for equal editions."
    )
    files: dict[str, str] = Field(description="SHA-256 of the files that are ours: catalogue and vectors.")
    gates: list[GateResult]

    @staticmethod
    def read(directory: Path) -> Manifest:
        """The manifest of the edition in ``directory``. Raises DamagedEditionError."""
        path = directory / FILE
        try:
            return Manifest.model_validate_json(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise DamagedEditionError(f"{path} cannot be read: {error.strerror}.") from error
        except ValidationError as error:
            raise DamagedEditionError(f"{path} is not a manifest of this version of Footnote.") from error

    def write(self, directory: Path) -> None:
        """Write the manifest into ``directory``."""
        (directory / FILE).write_text(self.model_dump_json(indent=1) + "\n", encoding="utf-8")

    def summary(self) -> dict[str, Any]:
        """What lists of editions show."""
        return {
            "id": self.id,
            "parent": self.parent,
            "created_at": self.created_at,
            "documents": self.counts["documents"],
            "passages": self.counts["passages"],
            "embedder": self.embedder.name,
            "content_hash": self.content_hash,
        }
