"""The frozen test part of the starter suite, and the log of the runs that looked at it.

Two hashes are committed. ``hash`` covers what is asked and what is expected: another one is another test set. ``ties``
covers where in the library that stands (sentences, documents): it has to follow when a text of the library is mended,
and a change of it is told, no more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.document import stable_hash
from corpus.errors import BadInputError
from evals.datasets.suite import Suite
from evals.items import Item

_FOLDER = Path(__file__).resolve().parent.parent / "suites"
FROZEN = _FOLDER / "starter.frozen.json"
TEST_RUNS = _FOLDER / "starter.test_runs.jsonl"
# As pydantic takes them for 'include' and 'exclude'.
_NUGGETS: Any = {"__all__": {"sentences"}}
_TIES: Any = {
    "document_id": True,
    "accepted_documents": True,
    "nuggets": _NUGGETS,
    "turns": {"__all__": {"nuggets": _NUGGETS}},
    "premise": {"correction"},
}


@dataclass(frozen=True, slots=True)
class Frozen:
    """How the suite's test part compares with the committed hashes."""

    part: bool  # questions and expectations are the frozen ones
    ties: bool  # and so are the sentences and documents that they are tied to


def content_hash(items: Iterable[Item]) -> str:
    """Hash of the test part's questions and expectations, whatever the order of files and lines. Notes do not count."""
    without: Any = {**_TIES, "note": True}
    return stable_hash(*(item.model_dump_json(exclude=without) for item in _test_part(items)))


def ties_hash(items: Iterable[Item]) -> str:
    """Hash of what ties the test part to texts of the library."""
    only: Any = {**_TIES, "id": True}
    return stable_hash(*(item.model_dump_json(include=only) for item in _test_part(items)))


def _test_part(items: Iterable[Item]) -> list[Item]:
    return sorted((item for item in items if item.split == "test"), key=lambda item: item.id)


def frozen_state(suite: Suite) -> Frozen | None:
    """Whether the test part is the one whose hashes are committed; None where none are, or for another suite."""
    if suite.name != "starter" or not FROZEN.is_file():
        return None
    committed = json.loads(FROZEN.read_text(encoding="utf-8"))
    return Frozen(committed["hash"] == content_hash(suite.items), committed["ties"] == ties_hash(suite.items))


def freeze(suite: Suite) -> None:
    """Write the hashes of the test part to the file that is committed.

    Raises BadInputError where another test part is frozen: its figures would look comparable and not be so. Ties may
    be written anew.
    """
    state = frozen_state(suite)
    if state is not None and not state.part:
        raise BadInputError(
            f"Another test part is frozen. To begin a new series of figures, remove {FROZEN.name} first and say so."
        )
    record = {
        "part": "test",
        "items": len(_test_part(suite.items)),
        "hash": content_hash(suite.items),
        "ties": ties_hash(suite.items),
    }
    FROZEN.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def note_test_run(configuration: dict[str, Any]) -> bool:
    """Add a line to the committed log of runs that looked at the test part; False where it cannot be written."""
    entry = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "suite": configuration["suite"]["name"],
        "hash": configuration["suite"]["hash"],
        "frozen": configuration["suite"]["frozen"],
        "git": configuration["environment"]["git"],
        "target": {key: configuration["target"].get(key) for key in ("style", "model", "edition_hash", "sabotage")},
        "questions": configuration["plan"]["questions"],
        "slices": configuration["plan"]["slices"],
    }
    try:
        with TEST_RUNS.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, sort_keys=True) + "\n")
    except OSError:
        return False
    return True
