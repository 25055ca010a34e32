"""From which probability on questions are answered from an edition: set for it, kept beside it on the shelf.

An edition never changes; how sure its answers must be may be set again.
"""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BadInputError

_FOLDER = "calibrations"


class Calibration(BaseModel):
    """Contents of ``<shelf>/calibrations/<edition>.json``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    threshold: float = Field(ge=0, le=1, description="Probability from which on a question is answered.")
    risk: float = Field(gt=0, lt=1, description="Share of unanswerable questions that it may let through.")
    suite: str = Field(description="What it was set on.")
    questions: int = Field(ge=1)


def read_calibration(shelf: Path, edition_id: str) -> Calibration | None:
    """The calibration of an edition; None where none was set. Raises BadInputError for a file that is none."""
    path = shelf / _FOLDER / f"{edition_id}.json"
    try:
        return Calibration.model_validate_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValidationError):
        raise BadInputError(
            f"{path} is no calibration: remove it, or set it again with 'footnote eval calibrate --write'."
        ) from None


def write_calibration(shelf: Path, edition_id: str, calibration: Calibration) -> None:
    """Keep the calibration of an edition, in place of an earlier one."""
    folder = shelf / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{edition_id}.{os.getpid()}"
    draft.write_text(calibration.model_dump_json(indent=1) + "\n", encoding="utf-8")
    draft.replace(folder / f"{edition_id}.json")


def drop_calibration(shelf: Path, edition_id: str) -> None:
    """Remove the calibration of an edition that is gone."""
    (shelf / _FOLDER / f"{edition_id}.json").unlink(missing_ok=True)
