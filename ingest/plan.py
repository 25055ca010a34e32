"""The plan of an ingest: what has to change in the current edition, by content hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from corpus.document import Document
from ingest.loaders import Failure


@dataclass(slots=True)
class Plan:
    """What a build will do. ``load`` holds the documents that are new or changed."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)  # those removed that a path gave before and no longer gives
    load: list[Document] = field(default_factory=list)
    read: int = 0  # documents and failures that were read

    @property
    def empty(self) -> bool:
        """Whether the edition would be the same."""
        return not (self.added or self.changed or self.removed)


def make_plan(
    current: Mapping[str, tuple[str, str, str]],
    documents: Iterable[Document | Failure],
    origins: Iterable[str],
    only: bool,
    rebuild: bool = False,
) -> Plan:
    """Compare what was loaded with the current edition.

    ``current``: document id → (origin, content hash, path); ``origins``: what was given to this ingest, whose
    documents it replaces; ``only``: what was not given now is removed; ``rebuild``: every document that was loaded
    counts as changed (another embedder or chunking).

    A document whose id is taken, in this ingest or by what another path gave, is a failure that names both. Where a
    file failed that gave a document before, that document stays as it was: it is reported, not lost.
    """
    plan = Plan()
    given = set(origins)
    seen: dict[str, str] = {}
    unreadable: list[Failure] = []
    for item in documents:
        plan.read += 1
        if isinstance(item, Failure):
            unreadable.append(item)
            continue
        earlier = current.get(item.id)
        if item.id in seen:
            plan.failed.append(_taken(item, seen[item.id]))
        elif earlier and earlier[0] != item.origin and earlier[0] not in given and not only:
            plan.failed.append(_taken(item, f"a document of {earlier[0]}"))
        else:
            seen[item.id] = item.path
            if earlier is None:
                plan.added.append(item.id)
                plan.load.append(item)
            elif rebuild or earlier[1] != item.content_hash():
                plan.changed.append(item.id)
                plan.load.append(item)
            else:
                plan.unchanged.append(item.id)
    plan.failed = unreadable + plan.failed
    broken = {(failure.origin, failure.path) for failure in unreadable}
    for document_id, (origin, _, path) in current.items():
        if document_id in seen:
            continue
        if not (origin in given or only) or any((origin, giver) in broken for giver in _givers(path)):
            plan.unchanged.append(document_id)
            continue
        plan.removed.append(document_id)
        if origin in given:
            plan.lost.append(document_id)
    return plan


def _taken(document: Document, by: str) -> Failure:
    return Failure(document.path, f"the id {document.id!r} is already taken by {by}", document.origin)


def _givers(path: str) -> Iterator[str]:
    """What a document came from: its file or line, the collection of that line, the folders around it."""
    yield path
    file, _, line = path.rpartition(":")
    if line.isdecimal():
        yield file
    yield from (folder.as_posix() for folder in PurePosixPath(path).parents)
