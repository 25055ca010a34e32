"""An admin's desk: a folder of texts, a data directory, and what can be asked of its editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.catalogue_rows import PassageRow
from corpus.document import Document
from corpus.edition import Edition
from corpus.settings import Settings
from corpus.shelf import Shelf
from corpus.text import terms
from ingest.pipeline import ingest
from ingest.report import IngestReport
from tests.fakes import HashingEmbedder, write_texts

BOOSTS = {"title": 1.0, "heading": 1.0, "body": 1.0}


@dataclass
class Workbench:
    """``texts`` is the folder that is ingested unless another is named."""

    folder: Path
    embedder: HashingEmbedder = field(default_factory=HashingEmbedder)
    given: dict[str, Any] = field(default_factory=dict)  # settings besides the data directory

    @property
    def texts(self) -> Path:
        """The folder of texts."""
        return self.folder / "texts"

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.folder / "data"

    @property
    def shelf(self) -> Shelf:
        """The shelf of editions."""
        return Shelf(self.data / "shelf", self.given.get("chroma_url"))

    def write(self, texts: Mapping[str, str]) -> None:
        """Write texts into the folder."""
        write_texts(self.texts, texts)

    def ingest(self, *paths: Path, only: bool = False) -> IngestReport:
        """Ingest the folder, or the named paths."""
        settings = Settings(data=self.data, **{"passage_tokens": 64, **self.given})
        return ingest(settings, paths or [self.texts], only=only, embedder=self.embedder)

    def publish(self, texts: Mapping[str, str]) -> str:
        """Write texts, ingest, and give the new edition's id."""
        self.write(texts)
        report = self.ingest()
        assert report.published
        assert report.edition
        return report.edition

    @contextmanager
    def reading(self, edition_id: str | None = None) -> Iterator[Edition]:
        """An edition, by default the current one, opened."""
        edition = self.shelf.open(edition_id)
        try:
            yield edition
        finally:
            edition.close()

    def documents(self) -> dict[str, Document]:
        """The current edition's documents by id."""
        with self.reading() as edition:
            return {head["id"]: edition.catalogue.document(head["id"]) for head in edition.catalogue.list_documents()}

    def leftovers(self) -> list[str]:
        """What stands on the shelf besides CURRENT, published editions and the empty lock."""
        directory = self.shelf.directory
        known = {"CURRENT", "builder.lock", "editions", "cited"}
        found = [path.name for path in directory.iterdir() if path.name not in known]
        found += sorted({path.name for path in (directory / "editions").glob("*")} - set(self.shelf.ids()))
        return found + (["pid in the lock"] if (directory / "builder.lock").read_text() else [])


def content(edition: Edition) -> dict[str, Any]:
    """All that an edition holds but origins and rows: documents, passages, their vectors and those of their sentences,
    by the documents' ids.
    """
    assert edition.sentence_file is not None
    found: dict[str, Any] = {}
    for head in edition.catalogue.list_documents():
        passages = edition.catalogue.passages_of(head["id"])
        vectors = edition.vector_file.rows([passage.row for passage in passages])
        found[head["id"]] = (
            replace(edition.catalogue.document(head["id"]), origin=""),
            [(p.id, p.section, p.start, p.end, v.tobytes()) for p, v in zip(passages, vectors, strict=True)],
            [edition.sentence_file.rows(_lines(passage)).tobytes() for passage in passages],
        )
    return found


def _lines(passage: PassageRow) -> range:
    return range(passage.sentence_row, passage.sentence_row + passage.sentence_count)


def nearest(edition: Edition, embedder: HashingEmbedder, text: str, k: int) -> list[tuple[float, str]]:
    """Cosine and id of the passages that the vector index finds, equally near ones in order of their ids."""
    vector = embedder.embed([text])[0]
    rows = edition.vectors.nearest(vector, k)
    cosines = edition.vector_file.similarity(vector, rows)
    passages = edition.catalogue.passages(rows)
    return sorted((-round(float(cosine), 4), passages[row].id) for cosine, row in zip(cosines, rows, strict=True))


def matches(edition: Edition, text: str) -> dict[str, float]:
    """BM25 of the passages that the full text finds, by their ids."""
    found = edition.fulltext.search(dict.fromkeys(terms(text), 1.0), 1000, BOOSTS)
    passages = edition.catalogue.passages([row for row, _ in found])
    return {passages[row].id: round(score, 4) for row, score in found}
