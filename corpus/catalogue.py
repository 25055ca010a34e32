"""The catalogue of an edition: its documents, sources and passages in one SQLite file, read-only once published."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.catalogue_rows import PassageRow, document_from_row, source_from_fields
from corpus.document import Document, Source
from corpus.errors import DamagedEditionError, NotFoundError

_PASSAGES_KEPT = 20_000  # of the first that are asked for


class Catalogue:
    """Reads a catalogue; safe to use from several threads (each has its own connection)."""

    def __init__(self, path: Path) -> None:
        """Raises DamagedEditionError when there is no catalogue at ``path``."""
        if not path.is_file():
            raise DamagedEditionError(
                f"{path} is missing: roll back to another edition or ingest everything with --only."
            )
        self._path = path
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        [(version,)] = self._query("PRAGMA user_version")
        self._columns = "row, id, document_id, section, start, end"
        if version >= 2:
            self._columns += ", sentence_row, sentence_count"
        self._version = version
        self.document = lru_cache(maxsize=4096)(self._document)
        self.source = lru_cache(maxsize=16384)(self._source)
        self.source_ids = lru_cache(maxsize=16384)(self._source_ids)
        self._passages: dict[int, PassageRow] = {}

    def _query(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            # immutable: the file of a published edition never changes, so that no lock file is written beside it
            connection = sqlite3.connect(
                f"{self._path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False
            )
            self._local.connection = connection
            with self._guard:
                self._open.append(connection)
        try:
            return connection.execute(sql, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            raise DamagedEditionError(
                f"{self._path} cannot be read ({error}): roll back or ingest everything with --only."
            ) from error

    def close(self) -> None:
        """Close every connection."""
        with self._guard:
            while self._open:
                self._open.pop().close()

    def counts(self) -> dict[str, int]:
        """Numbers of documents, sources and passages."""
        return {
            "documents": self._query("SELECT count(*) FROM documents")[0][0],
            "sources": self._query("SELECT count(DISTINCT source_id) FROM sources")[0][0],
            "passages": self._query("SELECT count(*) FROM passages")[0][0],
        }

    def rows(self) -> list[int]:
        """Row numbers of all passages, ascending."""
        return [row for (row,) in self._query("SELECT row FROM passages ORDER BY row")]

    def row_documents(self) -> list[tuple[int, str]]:
        """(row, document id) of all passages, by row; the rows of a document are consecutive."""
        return self._query("SELECT row, document_id FROM passages ORDER BY row")

    def document_hashes(self) -> dict[str, tuple[str, str, str]]:
        """Document id → (origin, content hash, path in the origin)."""
        found = self._query("SELECT id, origin, content_hash, json_extract(head, '$.path') FROM documents")
        return {i: (origin, content_hash, path) for i, origin, content_hash, path in found}

    def vector_rows(self) -> dict[str, int]:
        """Hash of an embedded text → a row that holds its vector."""
        return dict(self._query("SELECT embed_hash, min(row) FROM passages GROUP BY embed_hash"))

    def sentence_rows(self) -> dict[str, tuple[int, int]]:
        """Hash of a passage's sentences as they were embedded → line and number of their vectors.

        Empty in editions of an earlier schema, whose sentences were embedded otherwise or not at all.
        """
        if self._version < 3:
            return {}
        found = self._query("SELECT sentence_hash, sentence_row, sentence_count FROM passages")
        return {sentence_hash: (first, count) for sentence_hash, first, count in found}

    def sentence_spans(self) -> list[tuple[int, int]]:
        """(first line, number) of the sentences of all passages, by row; empty where there are no such vectors."""
        if "sentence_row" not in self._columns:
            return []
        return self._query("SELECT sentence_row, sentence_count FROM passages ORDER BY row")

    def questions(self) -> list[tuple[str, int, str]]:
        """(document id, start of the sentence, question that it answers) of all documents, by id, as they were given.

        Empty in editions of an earlier schema.
        """
        if self._version < 4:
            return []
        return self._query("SELECT document_id, start, question FROM questions ORDER BY document_id, position")

    def left_open(self) -> list[tuple[str, str]]:
        """(document id, question on its topic that no text answers) of all documents, by id, as they were given.

        Empty in editions of an earlier schema.
        """
        if self._version < 5:
            return []
        return self._query("SELECT document_id, question FROM left_open ORDER BY document_id, position")

    def sentence_lines(self, document_id: str) -> dict[int, int]:
        """Start of each sentence of a document → the line of its vector; empty where there are no such vectors."""
        if self._version < 2:
            return {}
        document = self.document(document_id)
        rows = self._query(
            "SELECT section, start, end, sentence_row FROM passages WHERE document_id = ?", (document_id,)
        )
        return {
            sentence.start: line + offset
            for section, start, end, line in rows
            for offset, sentence in enumerate(
                s for s in document.sections[section].sentences if start <= s.start and s.end <= end
            )
        }

    def rows_of_documents(self, ids: Iterable[str]) -> list[int]:
        """Row numbers of the passages of the named documents."""
        found: list[int] = []
        for document_id in ids:
            found += [r for (r,) in self._query("SELECT row FROM passages WHERE document_id = ?", (document_id,))]
        return found

    def list_documents(self) -> Iterator[dict[str, Any]]:
        """Heads of all documents in order of id: id, title, kind, audience, origin and the head's fields."""
        for i, title, kind, audience, origin, head in self._query(
            "SELECT id, title, kind, audience, origin, head FROM documents ORDER BY id"
        ):
            yield {"id": i, "title": title, "kind": kind, "audience": audience, "origin": origin, **json.loads(head)}

    def titles(self, kind: str) -> list[tuple[str, str]]:
        """Id and title of the documents of a kind, in order of id."""
        return self._query("SELECT id, title FROM documents WHERE kind = ? ORDER BY id", (kind,))

    def _document(self, document_id: str) -> Document:
        """The document with this id. Raises NotFoundError."""
        found = self._query(
            "SELECT title, kind, audience, origin, text, head, layout FROM documents WHERE id = ?", (document_id,)
        )
        if not found:
            raise NotFoundError(f"There is no document {document_id!r} in this edition.")
        fields = self._query("SELECT fields FROM sources WHERE document_id = ? ORDER BY position", (document_id,))
        return document_from_row(document_id, found[0], [source_from_fields(f) for (f,) in fields])

    def _source_ids(self, document_id: str) -> tuple[str, ...]:
        """Ids of the sources of a document, without reading its text; none where there is no such document."""
        found = self._query("SELECT source_id FROM sources WHERE document_id = ? ORDER BY position", (document_id,))
        return tuple(source_id for (source_id,) in found)

    def _source(self, source_id: str) -> Source:
        """The source with this id. One that any document calls retracted, withdrawn or superseded is so for all.

        Raises NotFoundError.
        """
        found = self._query(
            "SELECT fields FROM sources WHERE source_id = ? ORDER BY document_id, position", (source_id,)
        )
        if not found:
            raise NotFoundError(f"There is no source {source_id!r} in this edition.")
        sources = [source_from_fields(fields) for (fields,) in found]
        fallen = next((source for source in sources if not source.usable), None)
        if fallen is None:
            return sources[0]
        return replace(sources[0], status=fallen.status, superseded_by=fallen.superseded_by)

    def passages(self, rows: Sequence[int]) -> dict[int, PassageRow]:
        """Row number → passage, for those of ``rows`` that exist, in order of their rows."""
        found = {row: passage for row in rows if (passage := self._passages.get(row)) is not None}
        missing = [row for row in rows if row not in found]
        for start in range(0, len(missing), 500):
            part = missing[start : start + 500]
            marks = ",".join("?" * len(part))
            for values in self._query(
                f"SELECT {self._columns} FROM passages WHERE row IN ({marks})",  # noqa: S608 - fixed names and "?"
                part,
            ):
                found[values[0]] = PassageRow(*values)
                if len(self._passages) < _PASSAGES_KEPT:
                    self._passages[values[0]] = found[values[0]]
        return dict(sorted(found.items()))

    def passage(self, passage_id: str) -> PassageRow:
        """The passage with this id. Raises NotFoundError."""
        found = self._query(
            f"SELECT {self._columns} FROM passages WHERE id = ?",  # noqa: S608 - fixed names
            (passage_id,),
        )
        if not found:
            raise NotFoundError(f"There is no passage {passage_id!r} in this edition.")
        return PassageRow(*found[0])

    def passages_of(self, document_id: str) -> list[PassageRow]:
        """The passages of a document in their order."""
        found = self._query(
            f"SELECT {self._columns} FROM passages WHERE document_id = ? ORDER BY start",  # noqa: S608 - fixed names
            (document_id,),
        )
        return [PassageRow(*values) for values in found]
