"""One ingest from paths to a published edition."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.document import Document, stable_hash
from corpus.edition import (
    CATALOGUE,
    LEFT_OPEN,
    LEFT_OPEN_LINES,
    QUESTION_LINES,
    QUESTIONS,
    SENTENCES,
    VECTORS,
    Edition,
)
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
from ingest.report import IngestReport
from ingest.verify import check_files

# Proven by their hashes; the last four may lack.
_FILES = (CATALOGUE, VECTORS, SENTENCES, QUESTIONS, QUESTION_LINES, LEFT_OPEN, LEFT_OPEN_LINES)
SHIPPED = "library"  # the origin of the texts that ship
LIBRARY = Path(__file__).resolve().parents[1] / "corpus" / "library"


@dataclass(frozen=True, slots=True)
class Bench:
    """What an edition is built with, and where."""

    settings: Settings
    shelf: Shelf
    directory: Path  # empty at first; published, or thrown away
    parent: Edition | None  # the current edition
    embedder: Embedder
    progress: Progress

    @property
    def chunking(self) -> dict[str, int | str]:
        """How texts are cut."""
        return chunking_settings(self.settings.passage_tokens)

    @property
    def same_embedder(self) -> bool:
        """Whether there is a current edition whose vectors are of this embedder."""
        return self.parent is not None and self.parent.manifest.embedder.fingerprint == self.embedder.fingerprint

    @property
    def rebuild(self) -> bool:
        """Whether there is a current edition, and all of it has to be cut and embedded anew."""
        return self.parent is not None and not (self.same_embedder and self.parent.manifest.chunking == self.chunking)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What an edition is told by."""

    edition_id: str
    created: datetime
    content_hash: str


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
            return _ingest(Bench(settings, shelf, directory, parent, embedder, progress), origins, only)
        finally:
            if parent is not None:
                parent.close()


def _parent(shelf: Shelf, only: bool) -> Edition | None:
    """The current edition to build upon, once its files are proven to be as published: damage is not handed on."""
    current = shelf.current_id()
    if current is None:
        if shelf.ids() and not only:  # CURRENT was lost: what is published must not be left behind in silence
            shelf.require_current()
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


def _ingest(bench: Bench, origins: dict[str, Path], only: bool) -> IngestReport:
    """Plan, build, check and publish; raises GateRefusedError where a gate refuses any of it."""
    parent, settings = bench.parent, bench.settings
    current = parent.catalogue.document_hashes() if parent else {}
    plan = _planned(bench, current, origins, only)
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
    imprint = _imprint(bench, _content_hash(current, plan, bench))
    built = _build(bench, plan, imprint.edition_id)
    bench.progress("checking", 0, None)
    report.gates += reconcile(bench.directory, imprint.edition_id, bench.embedder.dimension, settings.chroma_url)
    _refuse(report.gates)
    _manifest(bench, imprint, plan, built, report.gates).write(bench.directory)
    bench.shelf.publish(bench.directory, imprint.edition_id)
    report.edition, report.published, report.passages_embedded = imprint.edition_id, True, built.embedded
    return report


def _planned(bench: Bench, current: dict[str, tuple[str, str, str]], origins: dict[str, Path], only: bool) -> Plan:
    """What has to change. ``current``: the hashes of the documents of the current edition."""
    documents: Iterator[Document | Failure] = chain.from_iterable(
        load_path(path, origin) for origin, path in origins.items()
    )
    plan = make_plan(current, _counted(documents, bench.progress), origins, only, bench.rebuild)
    if bench.rebuild and bench.parent is not None:
        _load_kept(plan, bench.parent)
    return plan


def _build(bench: Bench, plan: Plan, edition_id: str) -> Built:
    """Carry a plan out in the directory of the bench: upon the current edition, or anew where that cannot serve."""
    settings = bench.settings
    if settings.chroma_url:
        bench.shelf.use_server(bench.directory, edition_id)
    builder = Builder(
        bench.directory,
        edition_id,
        bench.embedder,
        settings.passage_tokens,
        settings.chroma_url,
        bench.progress,
        settings.models_directory,
    )
    return builder.build(
        None if bench.rebuild else bench.parent, [*plan.changed, *plan.removed], plan.load,
        bench.parent if bench.same_embedder else None,
    )  # fmt: skip


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


def _content_hash(current: dict[str, tuple[str, str, str]], plan: Plan, bench: Bench) -> str:
    """The hash of all that an edition is made of: its documents, how they are cut, and what embeds them."""
    hashes = {document_id: content_hash for document_id, (_, content_hash, _) in current.items()}
    for document_id in plan.removed:
        del hashes[document_id]
    hashes.update({document.id: document.content_hash() for document in plan.load})
    return stable_hash(
        bench.embedder.fingerprint, json.dumps(bench.chunking, sort_keys=True), json.dumps(sorted(hashes.items()))
    )


def _imprint(bench: Bench, content_hash: str) -> Imprint:
    """Under which id an edition of this content is published now."""
    created = datetime.now(UTC)
    return Imprint(_free_id(bench.shelf, created, content_hash), created, content_hash)


def _free_id(shelf: Shelf, created: datetime, content_hash: str) -> str:
    """Time and content: ids sort by time, also where the clock was set back or two builds fall into one second."""
    moment = created.strftime("%Y%m%dT%H%M%S%f")[:-3] + "Z"
    newest = max((name.split("-")[0] for name in shelf.ids()), default="")
    if moment <= newest:
        moment = f"{newest}0"
    return f"{moment}-{content_hash[:8]}"


def _manifest(bench: Bench, imprint: Imprint, plan: Plan, built: Built, gates: list[GateResult]) -> Manifest:
    """The manifest of what was built; its counts and hashes are taken from the files."""
    catalogue = Catalogue(bench.directory / CATALOGUE)
    try:
        counts = catalogue.counts()
    finally:
        catalogue.close()
    embedder = bench.embedder
    return Manifest(
        id=imprint.edition_id,
        parent=bench.parent.id if bench.parent else None,
        created_at=imprint.created.isoformat(timespec="seconds"),
        engine=engine_version(),
        embedder=EmbedderRecord(
            name=bench.settings.embedder, fingerprint=embedder.fingerprint, dimension=embedder.dimension
        ),
        chunking=bench.chunking,
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
        content_hash=imprint.content_hash,
        files={name: file_sha256(bench.directory / name) for name in _FILES if (bench.directory / name).exists()},
        gates=gates,
    )
