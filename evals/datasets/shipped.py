"""The suites that ship, known by name: ``starter``, ``practice``, ``bedside``, ``twins``, ``outside``,
``strangers``, ``newcomers``, ``short`` and ``library``.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from corpus.errors import BadInputError
from evals.datasets.suite import Suite, read_items, read_lines, require_unique
from evals.items import Item, StarterItem

FOLDER = Path(__file__).resolve().parent.parent / "suites"


def starter() -> Suite:
    """The gold set on the shipped library: ``suites/starter/*.jsonl``. Raises BadInputError."""
    return _folder(
        "starter",
        "answers on the shipped library: facts, conversation, honesty, safety",
        "written by the makers of the library; nuggets are tied to its texts: other libraries cannot be compared",
    )


def practice() -> Suite:
    """What may be tuned on: ``suites/practice/*.jsonl``. Raises BadInputError."""
    return _folder(
        "practice",
        "what is tuned on: facts, near misses, premises, conversations and conflicts on every digest that ships",
        "written with the texts in view, and what ships is fitted on it: never report it as quality",
    )


def bedside() -> Suite:
    """Questions as they are typed at work and at home: ``suites/bedside/*.jsonl``. Raises BadInputError."""
    return _folder(
        "bedside",
        "terse, messy and lay wording: whether the sentence that answers is said, and what the library lacks left open",
        "written with the texts in view; what ships is fitted on the dev part; other sentences may answer as well",
    )


def twins() -> Suite:
    """Pairs that differ in one thing, one answered, one not: ``suites/twins/*.jsonl``. Raises BadInputError."""
    return _folder(
        "twins",
        "near misses: of two questions that differ in one thing the library answers one; the other is to be left open",
        "written with the texts in view; what ships is fitted on the dev part; harder than what is asked at work",
    )


def outside() -> Suite:
    """Questions by a hand that saw no other suite: ``suites/outside/*.jsonl``. Raises BadInputError."""
    return _folder(
        "outside",
        "questions of clinicians and patients by one who saw the texts and nothing else, neither suites nor code",
        "240 questions, nothing is fitted on them; those that the safety gate stopped have been looked at",
    )


def strangers() -> Suite:
    """Questions by two hands that saw the texts alone: ``suites/strangers/*.jsonl``. Raises BadInputError."""
    return _folder(
        "strangers",
        "questions of hospital, of practice and of patients by two who saw the texts and nothing else",
        "what ships is fitted on it: never report it as quality",
    )


def newcomers() -> Suite:
    """The same by a third hand, for reporting: ``suites/newcomers/*.jsonl``. Raises BadInputError."""
    return _folder(
        "newcomers",
        "questions of clinicians and patients by one who saw the texts and nothing else, and no other suite",
        "labels by one reader; other sentences may answer as well; nothing is fitted on it",
    )


def short() -> Suite:
    """One thing asked of one subject, in as few words: ``suites/short/*.jsonl``. Raises BadInputError."""
    return _folder(
        "short",
        "one thing asked of one drug, illness or procedure, in few words; most of it is not in the library",
        "wordings are templates; judged by two readers who saw the texts and two programs' first lines, blind",
    )


def _folder(name: str, measures: str, limits: str) -> Suite:
    folder = FOLDER / name
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise BadInputError(f"The suite {name} is not installed: there are no files in {folder}.")
    items = require_unique([item for path in files for item in read_items(path, StarterItem)], name)
    _require_split_by_topic(name, items)
    return Suite(name, measures, limits, items)


def _require_split_by_topic(suite: str, items: tuple[Item, ...]) -> None:
    parts: dict[str, set[str]] = defaultdict(set)
    for item in items:
        parts[str(item.topic)].add(str(item.split))
    both = sorted(topic for topic, found in parts.items() if len(found) > 1)
    if both:
        raise BadInputError(f"Suite {suite}: the topic {both[0]!r} is in dev and in test; a topic belongs to one part.")


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
