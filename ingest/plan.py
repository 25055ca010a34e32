"""The plan of an ingest: what has to change in the current edition, by content hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
    load: list[Document] = field(default_factory=list)

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

    ``current``: document id → (origin, content hash, path); ``origins``: what was given to this ingest, whose documents it replaces;
    ``only``: what was not given now is removed; ``rebuild``: every document counts as changed (another embedder or chunking),
    so that the documents that were not given have to be among ``documents``, too.

    A document whose id is taken, in this ingest or by what another path gave, is a failure that names both. Where a file
    failed that gave a document before, that document stays as it was: it is reported, not lost.
    """
    plan = Plan()
    given = set(origins)
    seen: dict[str, str] = {}
    failed_paths: list[Failure] = []
    for item in documents:
        if isinstance(item, Failure):
            failed_paths.append(item)
            continue
        earlier = current.get(item.id)
        if item.id in seen:
            plan.failed.append(Failure(item.path, f"the id {item.id!r} is already taken by {seen[item.id]}"))
        elif earlier and earlier[0] != item.origin and earlier[0] not in given and not only:
            plan.failed.append(Failure(item.path, f"the id {item.id!r} is already taken by a document of {earlier[0]}"))
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
    plan.failed = failed_paths + plan.failed
    broken = {failure.path for failure in failed_paths}
    for document_id, (origin, _, path) in current.items():
        if document_id in seen:
            continue
        if (origin in given or only) and not (origin in given and path in broken):
            plan.removed.append(document_id)
        else:
            plan.unchanged.append(document_id)
    return plan
