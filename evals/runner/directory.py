"""A run's directory: what was asked of what, what came of it, and what that amounts to.

``configuration.json``  suite, plan, target, judge, environment: everything that the results depend on
``plan.jsonl``          the items that were to be asked
``items.jsonl``         one record a line, in the order of the suite; equal for equal runs, to the byte
``timings.jsonl``       times and ids, which are never equal
``summary.json``        the figures, made from plan and items alone
``log.jsonl``           when it was begun, gone on with and finished
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from corpus.errors import BadInputError
from evals.metrics import Outcome
from evals.runner.records import Planned, Record, Timing

CONFIGURATION, PLAN, ITEMS, TIMINGS = "configuration.json", "plan.jsonl", "items.jsonl", "timings.jsonl"
SUMMARY, LOG = "summary.json", "log.jsonl"
_M = TypeVar("_M", bound=BaseModel)


class RunDirectory:
    """Writes a run while it is under way."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, configuration: dict[str, Any], plan: Sequence[Planned]) -> None:
        """Start a new run. Raises BadInputError when there is one already, or the place cannot be written."""
        if (self.path / CONFIGURATION).exists():
            raise BadInputError(f"{self.path} holds a run already: go on with it by --resume, or choose another --out.")
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            (self.path / PLAN).write_text("".join(p.model_dump_json() + "\n" for p in plan), encoding="utf-8")
            for name in (ITEMS, TIMINGS):
                (self.path / name).write_text("", encoding="utf-8")
            write_json(self.path / CONFIGURATION, configuration)  # last: with it the run counts as begun
        except OSError as error:
            raise BadInputError(f"{self.path} cannot be written: {error.strerror}.") from None
        self.log("begun")

    def resume(self, configuration: dict[str, Any], units: Sequence[Sequence[tuple[str, int]]]) -> int:
        """Go on with a run: how many of ``units`` (ids and repetitions that are written together) are complete.

        What an interruption left of the next one is removed. Raises BadInputError when there is no run, or it was begun
        with another configuration.
        """
        before = read_json(self.path / CONFIGURATION)
        different = [key for key in configuration if configuration[key] != before.get(key)]
        if different:
            raise BadInputError(
                f"{self.path} was begun with another {', '.join(different)}: start a new run with another --out."
            )
        kept, done = _complete(self.path / ITEMS, units)
        wanted = {key for unit in units[:done] for key in unit}
        _replace(self.path / ITEMS, kept)
        timings = read_jsonl(self.path / TIMINGS, Timing, torn=True)
        _replace(
            self.path / TIMINGS,
            [t.model_dump_json() + "\n" for t in timings if (t.id.partition("@")[0], t.repeat) in wanted],
        )
        self.log("resumed", complete=done)
        return done

    def append(self, records: Iterable[Record], timings: Iterable[Timing]) -> None:
        """Write what belongs together; on disk before the next is asked."""
        _append(self.path / TIMINGS, "".join(timing.model_dump_json() + "\n" for timing in timings))
        _append(self.path / ITEMS, "".join(record.line() for record in records))

    def finish(self, summary: dict[str, Any]) -> None:
        """Write the figures."""
        write_json(self.path / SUMMARY, summary)
        self.log("finished")

    def log(self, event: str, **more: Any) -> None:
        """Note when something happened."""
        entry = {"event": event, "at": datetime.now(UTC).isoformat(timespec="seconds"), **more}
        _append(self.path / LOG, json.dumps(entry) + "\n")


class Run:
    """A run as it stands on disk, read whole. An item without a record is there, as missing."""

    def __init__(self, path: Path) -> None:
        """Raises BadInputError when there is no run that can be read."""
        self.path = path
        self.configuration: dict[str, Any] = read_json(path / CONFIGURATION)
        self.plan = {entry.id: entry for entry in read_jsonl(path / PLAN, Planned)}
        self.records = with_missing(self.plan, read_jsonl(path / ITEMS, Record, torn=True), self.repeats)

    @property
    def repeats(self) -> int:
        """How often each item was to be asked."""
        return int(self.configuration["plan"]["repeat"])

    @property
    def name(self) -> str:
        """The directory's name."""
        return self.path.resolve().name

    def timings(self) -> list[Timing]:
        """Times of the items."""
        return read_jsonl(self.path / TIMINGS, Timing, torn=True)

    def log(self) -> list[dict[str, Any]]:
        """What happened when."""
        if not (self.path / LOG).is_file():
            return []
        return [json.loads(line) for line in (self.path / LOG).read_text(encoding="utf-8").splitlines()]

    def values(self) -> dict[str, dict[str, float]]:
        """Metric → id → value; the mean over the repetitions."""
        found: dict[str, dict[str, list[float]]] = {}
        for record in self.records:
            for metric, value in record.scores.items():
                found.setdefault(metric, {}).setdefault(record.id, []).append(value)
        return {
            metric: {name: sum(values) / len(values) for name, values in by_id.items()}
            for metric, by_id in found.items()
        }


def with_missing(plan: dict[str, Planned], records: Sequence[Record], repeats: int) -> list[Record]:
    """The records in the order of the plan, and one for each item that has none."""
    known = {(record.id, record.repeat): record for record in records}
    return [
        known.get((name, repeat)) or Record(id=name, repeat=repeat, outcome=Outcome.MISSING, scores=entry.if_missing)
        for name, entry in plan.items()
        for repeat in range(repeats)
    ]


def _complete(path: Path, units: Sequence[Sequence[tuple[str, int]]]) -> tuple[list[str], int]:
    """The lines of the complete units at the beginning of the file, and how many units these are."""
    records = read_jsonl(path, Record, torn=True)
    keys = [(record.id, record.repeat) for record in records]
    kept: list[str] = []
    for number, unit in enumerate(units):
        part = keys[len(kept) : len(kept) + len(unit)]
        if part != list(unit):
            return kept, number
        kept += [record.line() for record in records[len(kept) : len(kept) + len(unit)]]
    return kept, len(units)


def read_json(path: Path) -> Any:
    """The value of a JSON file of a run. Raises BadInputError."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadInputError(f"{path.parent} holds no run ({path.name} is missing).") from None
    except (OSError, ValueError) as error:
        raise BadInputError(f"{path} cannot be read: {error}.") from None


def write_json(path: Path, value: Any) -> None:
    """Write JSON, whole or not at all."""
    draft = path.with_name(path.name + ".part")
    draft.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    draft.replace(path)


def read_jsonl(path: Path, model: type[_M], torn: bool = False) -> list[_M]:
    """The lines of a file of a run. ``torn``: a last line that was not finished is left out. Raises BadInputError."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from None
    lines = text.split("\n")
    if lines[-1] and not torn:
        raise BadInputError(f"{path} ends in the middle of a line.")
    try:
        return [model.model_validate_json(line) for line in lines[:-1]]
    except ValidationError as error:
        raise BadInputError(f"{path} is not of this version of Footnote: {error.errors()[0]['msg']}.") from None


def _append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _replace(path: Path, lines: Sequence[str]) -> None:
    draft = path.with_name(path.name + ".part")
    draft.write_text("".join(lines), encoding="utf-8")
    draft.replace(path)
