"""The suites that ship, known by name: ``starter`` and ``library``."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.document import stable_hash
from corpus.errors import BadInputError
from evals.datasets.suite import Suite, read_items, read_lines, require_unique
from evals.items import Item, StarterItem

FOLDER = Path(__file__).resolve().parent.parent / "suites"
FROZEN = FOLDER / "starter.frozen.json"
TEST_RUNS = FOLDER / "starter.test_runs.jsonl"


def starter() -> Suite:
    """The gold set on the shipped library: ``suites/starter/*.jsonl``. Raises BadInputError."""
    folder = FOLDER / "starter"
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise BadInputError(f"The starter suite is not installed: there are no files in {folder}.")
    items = require_unique([item for path in files for item in read_items(path, StarterItem)], "starter")
    _require_split_by_topic(items)
    return Suite(
        "starter",
        "answers on the shipped library: facts, conversation, honesty, safety",
        "written by the makers of the library; nuggets are tied to its texts: other libraries cannot be compared",
        items,
    )


def _require_split_by_topic(items: tuple[Item, ...]) -> None:
    parts: dict[str, set[str]] = defaultdict(set)
    for item in items:
        parts[str(item.topic)].add(str(item.split))
    both = sorted(topic for topic, found in parts.items() if len(found) > 1)
    if both:
        raise BadInputError(f"Suite starter: the topic {both[0]!r} is in dev and in test; a topic belongs to one part.")


def frozen_hash(items: tuple[Item, ...]) -> str:
    """Hash of the test part, whatever the order of files and lines."""
    lines = (item.model_dump_json() for item in sorted(items, key=lambda item: item.id) if item.split == "test")
    return stable_hash(*lines)


def is_frozen(suite: Suite) -> bool | None:
    """Whether the test part is the one whose hash is committed; None where none is, or for another suite."""
    if suite.name != "starter" or not FROZEN.is_file():
        return None
    return bool(json.loads(FROZEN.read_text(encoding="utf-8"))["hash"] == frozen_hash(suite.items))


def freeze(suite: Suite) -> None:
    """Write the hash of the test part to the file that is committed."""
    count = sum(item.split == "test" for item in suite.items)
    record = {"part": "test", "items": count, "hash": frozen_hash(suite.items)}
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


def library() -> Suite:
    """One question for each part of each shipped document: ``suites/library_questions.jsonl``. Raises BadInputError."""
    path = FOLDER / "library_questions.jsonl"
    items = []
    for number, entry in read_lines(path):
        try:
            items.append(
                Item(
                    id=entry["id"],
                    question=entry["question"],
                    document_id=entry["document_id"],
                    accepted_documents=tuple(entry.get("accepted", ())),
                    topic=entry["document_id"],
                )
            )
        except (KeyError, ValueError) as error:
            raise BadInputError(f"{path}:{number}: {error}.") from None
    return Suite(
        "library",
        "whether a question written from a document is answered, and from that document",
        "another document may answer as well; which sentence is taken is not looked at",
        require_unique(items, "library"),
    )
