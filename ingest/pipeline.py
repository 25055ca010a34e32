"""One ingest from paths to a published edition."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from corpus.catalogue import Catalogue
from corpus.document import Document, stable_hash
from corpus.edition import CATALOGUE, QUESTION_LINES, QUESTIONS, SENTENCES, VECTORS, Edition
from corpus.embedding import Embedder, load_embedder
from corpus.embedding.weights import file_sha256
from corpus.errors import BadInputError, DamagedEditionError, GateRefusedError
from corpus.manifest import EmbedderRecord, GateResult, Manifest
from corpus.settings import Settings
from corpus.shelf import Shelf
from corpus.version import engine_version
from ingest.build import Builder, Built, Progress
from ingest.disk import told_when_full
from ingest.gates import loss_gates, reconcile
from ingest.loaders import Failure, load_path
from ingest.passages import chunking_settings
from ingest.plan import Plan, make_plan
from ingest.verify import check_files

_FILES = (CATALOGUE, VECTORS, SENTENCES, QUESTIONS, QUESTION_LINES)  # proven by their hashes; the last two may lack
SHIPPED = "library"  # the origin of the texts that ship
LIBRARY = Path(__file__).resolve().parents[1] / "corpus" / "library"


@dataclass(slots=True)
class IngestReport:
    """What an ingest did. ``published`` is False when nothing had changed."""

    edition: str | None
    published: bool
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    passages_embedded: int = 0
    gates: list[GateResult] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 published or unchanged, 3 with files that could not be read."""
        return 3 if self.failed else 0

    def as_json(self) -> dict[str, Any]:
        """The report that ``footnote ingest --json`` prints."""
        return {
            "edition": self.edition,
            "published": self.published,
            "documents": {
                "added": len(self.added),
                "changed": len(self.changed),
                "removed": len(self.removed),
                "unchanged": len(self.unchanged),
                "failed": [{"path": failure.path, "reason": failure.reason} for failure in self.failed],
            },
            "passages_embedded": self.passages_embedded,
        }


def ingest(
    settings: Settings,
    paths: Sequence[Path] = (),
    only: bool = False,
    embedder: Embedder | None = None,
    progress: Progress = lambda stage, done, total: None,
) -> IngestReport:
    """Build and publish an edition from ``paths``, or from the library that ships when there is none.

    Each path replaces what the same path gave before; ``only``: the paths become the whole library, and nothing is
    needed of the current edition. Raises BadInputError for a path that cannot be used, BusyError while another ingest
    runs, DamagedEditionError when the current edition cannot be built upon, GateRefusedError when the build is not fit
    to be published, DiskFullError without room for it. Whatever is raised, the current edition stays as it was.
    """
    origins = {_origin(path): path for path in paths} if paths else {SHIPPED: LIBRARY}
    for path in origins.values():
        if not path.exists():
            raise BadInputError(f"{path} does not exist: give a file or a folder.")
    shelf = Shelf(settings.shelf_directory, settings.chroma_url)
    embedder = embedder or load_embedder(settings)
    with shelf.builder() as directory, told_when_full(directory):
        parent = _parent(shelf, only)
        try:
            return _ingest(settings, shelf, directory, parent, origins, only, embedder, progress)
        finally:
            if parent is not None:
                parent.close()


def _parent(shelf: Shelf, only: bool) -> Edition | None:
    """The current edition to build upon, once its files are proven to be as published: damage is not handed on."""
    current = shelf.current_id()
    if current is None:
        return None
    try:
        check_files(shelf, current)
        return shelf.open()
    except DamagedEditionError:
        if only:
            return None
        raise


def _origin(path: Path) -> str:
    resolved = path.resolve()
    return SHIPPED if resolved == LIBRARY.resolve() else str(resolved)


def _ingest(
    settings: Settings, shelf: Shelf, directory: Path, parent: Edition | None, origins: dict[str, Path], only: bool,
    embedder: Embedder, progress: Progress,
) -> IngestReport:  # fmt: skip
    current = parent.catalogue.document_hashes() if parent else {}
    chunking = chunking_settings(settings.passage_tokens)
    rebuild = parent is not None and (
        parent.manifest.embedder.fingerprint != embedder.fingerprint or parent.manifest.chunking != chunking
    )
    documents: Iterator[Document | Failure] = chain.from_iterable(
        load_path(path, origin) for origin, path in origins.items()
    )
    plan = make_plan(current, _counted(documents, progress), origins, only, rebuild)
    if rebuild and parent is not None:
        _load_kept(plan, parent)
    report = IngestReport(
        edition=parent.id if parent else None, published=False, added=plan.added, changed=plan.changed,
        removed=plan.removed, unchanged=plan.unchanged, failed=plan.failed,
    )  # fmt: skip
    after = len(current) + len(plan.added) - len(plan.removed)
    before = sum(origin in origins for origin, _, _ in current.values())
    report.gates = loss_gates(plan, before, after, settings.max_failed_share, settings.max_lost_share)
    if plan.empty:
        _refuse(report.gates[:1])
        return report
    _refuse(report.gates)
    created = datetime.now(UTC)
    content_hash = _content_hash(current, plan, embedder, chunking)
    edition_id = _free_id(shelf, created, content_hash)
    if settings.chroma_url:
        shelf.use_server(directory, edition_id)
    builder = Builder(
        directory,
        edition_id,
        embedder,
        settings.passage_tokens,
        settings.chroma_url,
        progress,
        settings.models_directory,
    )
    built = builder.build(
        None if rebuild else parent, [*plan.changed, *plan.removed], plan.load,
        parent if parent is not None and parent.manifest.embedder.fingerprint == embedder.fingerprint else None,
    )  # fmt: skip
    progress("checking", 0, None)
    report.gates += reconcile(directory, edition_id, embedder.dimension, settings.chroma_url)
    _refuse(report.gates)
    manifest = _manifest(
        settings, parent, directory, edition_id, created, content_hash, embedder, chunking, built, plan, report
    )
    manifest.write(directory)
    shelf.publish(directory, edition_id)
    report.edition, report.published, report.passages_embedded = edition_id, True, built.embedded
    return report


def _load_kept(plan: Plan, parent: Edition) -> None:
    """Take the documents that stay out of the edition itself, to be cut and embedded anew."""
    asked: dict[str, list[tuple[int, str]]] = {}
    for document_id, start, question in parent.catalogue.questions():
        asked.setdefault(document_id, []).append((start, question))
    plan.load += [
        replace(parent.catalogue.document(document_id), questions=tuple(asked.get(document_id, ())))
        for document_id in plan.unchanged
    ]
    plan.changed += plan.unchanged
    plan.unchanged = []


def _counted(documents: Iterator[Document | Failure], progress: Progress) -> Iterator[Document | Failure]:
    for count, document in enumerate(documents, start=1):
        if count % 50 == 0:
            progress("reading", count, None)
        yield document


def _refuse(gates: Sequence[GateResult]) -> None:
    failed = [gate for gate in gates if not gate.passed]
    if failed:
        reasons = "; ".join(f"{gate.gate}: {gate.detail}" for gate in failed)
        raise GateRefusedError(f"Nothing was published, a gate refused the build: {reasons}.")


def _content_hash(
    current: dict[str, tuple[str, str, str]], plan: Plan, embedder: Embedder, chunking: dict[str, int | str]
) -> str:
    hashes = {document_id: content_hash for document_id, (_, content_hash, _) in current.items()}
    for document_id in plan.removed:
        del hashes[document_id]
    hashes.update({document.id: document.content_hash() for document in plan.load})
    return stable_hash(embedder.fingerprint, json.dumps(chunking, sort_keys=True), json.dumps(sorted(hashes.items())))


def _free_id(shelf: Shelf, created: datetime, content_hash: str) -> str:
    """Time and content: ids sort by time, also where the clock was set back or two builds fall into one second."""
    moment = created.strftime("%Y%m%dT%H%M%S%f")[:-3] + "Z"
    newest = max((name.split("-")[0] for name in shelf.ids()), default="")
    if moment <= newest:
        moment = f"{newest}0"
    return f"{moment}-{content_hash[:8]}"


def _manifest(
    settings: Settings, parent: Edition | None, directory: Path, edition_id: str, created: datetime, content_hash: str,
    embedder: Embedder, chunking: dict[str, int | str], built: Built, plan: Plan, report: IngestReport,
) -> Manifest:  # fmt: skip
    catalogue = Catalogue(directory / CATALOGUE)
    try:
        counts = catalogue.counts()
    finally:
        catalogue.close()
    return Manifest(
        id=edition_id,
        parent=parent.id if parent else None,
        created_at=created.isoformat(timespec="seconds"),
        engine=engine_version(),
        embedder=EmbedderRecord(name=settings.embedder, fingerprint=embedder.fingerprint, dimension=embedder.dimension),
        chunking=chunking,
        counts=counts,
        changes={
            "added": len(plan.added),
            "changed": len(plan.changed),
            "removed": len(plan.removed),
            "unchanged": len(plan.unchanged),
            "passages_embedded": built.embedded,
        },
        failed=[{"path": failure.path, "reason": failure.reason} for failure in plan.failed],
        churned=built.churned,
        next_row=built.next_row,
        content_hash=content_hash,
        files={name: file_sha256(directory / name) for name in _FILES if (directory / name).exists()},
        gates=report.gates,
    )
