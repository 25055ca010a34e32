"""A suite: items of one origin, what they measure and what they cannot."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from corpus.document import stable_hash
from corpus.errors import BadInputError
from evals.items import Item, Probe, probes_of
from evals.metrics.base import Task
from evals.verdict import Verdict


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A statement and a text with people's label of how they stand to each other."""

    id: str
    statement: str
    evidence: str
    label: Verdict
    cluster: str


@dataclass(frozen=True, slots=True)
class Suite:
    """Items to run, or pairs to measure a judge on."""

    name: str
    measures: str  # one line
    limits: str  # one line
    items: tuple[Item, ...] = ()
    tasks: tuple[Task, ...] = ("answer",)  # what a run does with them
    pairs: tuple[LabelledPair, ...] = ()

    @property
    def hash(self) -> str:
        """Hash of all items and pairs: runs of equal hashes asked the same."""
        return stable_hash(
            *(item.model_dump_json() for item in self.items),
            *(f"{p.id}\t{p.statement}\t{p.evidence}\t{p.label}" for p in self.pairs),
        )

    def probes(self) -> list[Probe]:
        """All questions, conversations taken apart, in order."""
        return [probe for item in self.items for probe in probes_of(item)]


def read_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line number, object) of a JSON Lines file. Raises BadInputError naming the line that is wrong."""
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if not line.strip():
                    continue
                try:
                    entry = json.loads(line)
                except ValueError:
                    raise BadInputError(f"{path}:{number} is not JSON.") from None
                if not isinstance(entry, dict):
                    raise BadInputError(f"{path}:{number} is no JSON object.")
                yield number, entry
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"{path} cannot be read: {error}.") from None


def read_items(path: Path, model: type[Item] = Item) -> list[Item]:
    """The items of a JSON Lines file. Raises BadInputError naming line and field."""
    found = []
    for number, entry in read_lines(path):
        try:
            found.append(model.model_validate(entry))
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"]) or "item"
            raise BadInputError(f"{path}:{number}: {field}: {first['msg']}.") from None
    return found


def require_unique(items: Sequence[Item], name: str) -> tuple[Item, ...]:
    """The items. Raises BadInputError when two have one id, when a twin does not exist, or when there are none."""
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise BadInputError(f"Suite {name}: the id {item.id!r} is there twice.")
        seen.add(item.id)
    if not items:
        raise BadInputError(f"Suite {name} has no items.")
    for item in items:
        if item.twin is not None and item.twin not in seen:
            raise BadInputError(f"Suite {name}: item {item.id!r} has the twin {item.twin!r}, which is not there.")
    return tuple(items)
