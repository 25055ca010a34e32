"""Builds an edition beside the current one: copy, delete what went, embed and add what came."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np

from corpus.catalogue import Catalogue
from corpus.document import Document, Passage
from corpus.edition import CATALOGUE, CHROMA, DOCUMENT_FULLTEXT, FULLTEXT, SENTENCES, VECTORS, Edition
from corpus.embedding import Embedder
from corpus.fulltext import FullTextWriter
from corpus.text import terms
from corpus.vectors import HALF, SINGLE, VectorFile, VectorIndex, copy_local, open_local, open_server
from ingest.asked import write_questions
from ingest.catalogue_writer import CatalogueWriter
from ingest.passages import cut_passages
from ingest.reused_vectors import ReusedVectors

# Chroma never reclaims deleted vectors and tantivy's statistics count deleted passages until they are merged: indexes
# are built anew when more than this share has churned, and always while that takes only a moment.
_MAX_CHURN = 0.2
RENEW_BELOW = 5_000  # passages
_BATCH = 512  # passages embedded at a time
_CHUNK = 5_000  # vectors held in memory at a time

Progress = Callable[[str, int, int | None], None]  # (stage, done, total)


@dataclass(slots=True)
class Built:
    """What a build did."""

    next_row: int = 0
    churned: int = 0
    embedded: int = 0


class Builder:
    """Builds in an empty directory; the caller publishes or throws it away."""

    def __init__(
        self,
        directory: Path,
        edition_id: str,
        embedder: Embedder,
        passage_tokens: int,
        chroma_url: str | None,
        progress: Progress,
        models: Path,
    ) -> None:
        """``models``: the directory of the models, where vectors that many libraries share are kept."""
        self._directory = directory
        self._edition_id = edition_id
        self._embedder = embedder
        self._passage_tokens = passage_tokens
        self._chroma_url = chroma_url
        self._progress = progress
        self._models = models

    def build(
        self, parent: Edition | None, remove: list[str], load: Sequence[Document], reuse: Edition | None
    ) -> Built:
        """Build from ``parent``, or everything anew when it is None.

        ``remove``: ids of documents to take out (changed ones, too); ``load``: documents to put in; ``reuse``: an
        edition of the same embedder, whose vectors are used again for equal passages.
        """
        built = Built()
        gone: list[int] = []
        if parent is not None:
            shutil.copyfile(parent.directory / CATALOGUE, self._directory / CATALOGUE)
            for name in (VECTORS, SENTENCES):
                shutil.copyfile(parent.directory / name, self._directory / name)
            gone = parent.catalogue.rows_of_documents(remove)
            built.next_row = parent.manifest.next_row
            built.churned = parent.manifest.churned + len(gone)
        vectors = ReusedVectors(reuse, self._embedder)
        writer = CatalogueWriter(self._directory / CATALOGUE, create=parent is None)
        writer.remove(remove)
        with (self._directory / VECTORS).open("ab") as file, (self._directory / SENTENCES).open("ab") as sentences:
            added = list(self._add_documents(writer, load, file, sentences, vectors, built))
        built.embedded = vectors.embedded
        rows = writer.rows()
        renew = parent is None or len(rows) <= RENEW_BELOW or built.churned > _MAX_CHURN * max(built.next_row, 1)
        if renew:
            self._close_gaps(writer, rows)
            built.next_row, built.churned = len(rows), 0
            added = list(range(len(rows)))
        writer.close()
        catalogue = Catalogue(self._directory / CATALOGUE)
        try:
            self._index(catalogue, None if renew else parent, gone, added)
            write_questions(self._directory, catalogue, self._embedder, reuse, self._models)
        finally:
            catalogue.close()
        return built

    def _close_gaps(self, writer: CatalogueWriter, rows: list[int]) -> None:
        """Drop the vectors of deleted passages and number the others without gaps."""
        if rows == list(range(len(rows))):
            return
        writer.renumber(rows)
        self._keep_lines(VECTORS, SINGLE, rows)
        moved: list[tuple[int, int]] = []
        kept: list[int] = []
        for row, first, count in writer.sentence_lines():
            moved.append((row, len(kept)))
            kept += range(first, first + count)
        writer.move_sentences(moved)
        self._keep_lines(SENTENCES, HALF, kept)

    def _keep_lines(self, name: str, precision: str, lines: list[int]) -> None:
        """Write a vector file anew with these of its lines, in this order."""
        old = VectorFile(self._directory / name, self._embedder.dimension, precision)
        draft = self._directory / f"{name}.new"
        with draft.open("wb") as file:
            for part in _batched(lines, _CHUNK):
                file.write(old.rows(part).astype(precision).tobytes())
        draft.replace(self._directory / name)

    def _add_documents(
        self,
        writer: CatalogueWriter,
        load: Sequence[Document],
        vectors: BinaryIO,
        sentences: BinaryIO,
        reuse: ReusedVectors,
        built: Built,
    ) -> Iterator[int]:
        done = 0
        pending: list[tuple[Document, list[Passage]]] = []
        size = 0

        def flush() -> Iterator[int]:
            passages = [passage for _, own in pending for passage in own]
            vectors.write(np.ascontiguousarray(reuse.of(passages), dtype=SINGLE).tobytes())
            line = sentences.tell() // (np.dtype(HALF).itemsize * self._embedder.dimension)
            sentences.write(np.ascontiguousarray(reuse.of_sentences(passages), dtype=HALF).tobytes())
            for document, own in pending:
                rows = range(built.next_row, built.next_row + len(own))
                lines = [line + n for n in accumulate((len(p.sentences) for p in own), initial=0)]
                writer.add(document, zip(rows, own, lines[:-1], strict=True))
                line = lines[-1]
                built.next_row += len(own)
                yield from rows

        for document in load:
            own = list(cut_passages(document, self._embedder, self._passage_tokens))
            pending.append((document, own))
            size += len(own)
            if size >= _BATCH:
                yield from flush()
                done += len(pending)
                pending, size = [], 0
                self._progress("embedding", done, len(load))
        yield from flush()
        self._progress("embedding", done + len(pending), len(load))

    def _index(self, catalogue: Catalogue, parent: Edition | None, gone: list[int], add: list[int]) -> None:
        """Full text and Chroma: copied from ``parent`` and changed, or built anew when it is None."""
        self._progress("indexing", 0, len(add))
        if parent is not None:
            for name in (FULLTEXT, DOCUMENT_FULLTEXT):
                shutil.copytree(parent.directory / name, self._directory / name)
        write_fulltext(self._directory, catalogue, add, gone, create=parent is None)
        rows = catalogue.rows() if parent is None or self._chroma_url else add
        index = self._vector_index(parent, len(gone) + len(rows))
        try:
            if parent is not None and not self._chroma_url:
                index.delete(gone)
            file = VectorFile(self._directory / VECTORS, self._embedder.dimension)
            fill_vectors(index, file, rows, lambda done: self._progress("indexing", done, len(rows)))
        finally:
            index.close()

    def _vector_index(self, parent: Edition | None, changes: int) -> VectorIndex:
        if self._chroma_url:  # a server has no copy of a collection: it is always filled from vectors.f32
            return open_server(self._chroma_url, self._edition_id, create=True)
        directory = self._directory / CHROMA
        if parent is not None:
            copy_local(parent.directory / CHROMA, directory)
        return open_local(directory, create=parent is None, changes=changes)


def write_fulltext(directory: Path, catalogue: Catalogue, add: list[int], gone: list[int], create: bool) -> None:
    """Index the passages ``add``, and their documents whole, in ``directory``; take out ``gone``."""
    passages = FullTextWriter(directory / FULLTEXT, create)
    documents = FullTextWriter(directory / DOCUMENT_FULLTEXT, create)
    passages.delete(gone)
    documents.delete(gone)
    for _, group in groupby(passage_terms(catalogue, add), key=lambda entry: entry.document_id):
        entries = list(group)
        for entry in entries:
            passages.add(entry.row, title=entry.title, heading=entry.heading, body=entry.body)
        body = [*entries[0].title, *(term for entry in entries for term in (*entry.heading, *entry.body))]
        documents.add(entries[0].row, body=body)
    passages.commit()
    documents.commit()


def fill_vectors(
    index: VectorIndex, file: VectorFile, rows: list[int], progress: Callable[[int], None] = lambda done: None
) -> None:
    """Put the vectors of ``rows`` from ``file`` into ``index``."""
    done = 0
    for part in _batched(rows, _CHUNK):
        index.add(part, file.rows(part))
        done += len(part)
        progress(done)


class PassageTerms(NamedTuple):
    """The terms of a passage, as the full text indexes them."""

    row: int
    document_id: str
    title: list[str]
    heading: list[str]
    body: list[str]


def passage_terms(catalogue: Catalogue, rows: list[int]) -> Iterator[PassageTerms]:
    """The terms of the named passages, in the order of ``rows``."""
    for part in _batched(rows, 2000):
        found = catalogue.passages(part)
        for row in part:
            passage = found[row]
            document = catalogue.document(passage.document_id)
            headings = " ".join(document.sections[passage.section].headings)
            body = document.text[passage.start : passage.end]
            yield PassageTerms(row, document.id, terms(document.title), terms(headings), terms(body))


def _batched(rows: list[int], size: int) -> Iterator[list[int]]:
    iterator = iter(rows)
    while part := list(islice(iterator, size)):
        yield part
