"""The suites that ship, known by name: ``starter`` and ``library``."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from corpus.errors import BadInputError
from evals.datasets.suite import Suite, read_items, read_lines, require_unique
from evals.items import Item, StarterItem

FOLDER = Path(__file__).resolve().parent.parent / "suites"


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
