"""Writes the catalogue of an edition that is being built."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from corpus.catalogue_rows import QUESTIONS_SCHEMA, SCHEMA, SCHEMA_VERSION, document_to_row, source_to_fields
from corpus.document import Document, Passage


class CatalogueWriter:
    """One connection in one transaction; nothing is kept before :meth:`close`."""

    def __init__(self, path: Path, create: bool) -> None:
        self._connection = sqlite3.connect(path)
        # The build directory is thrown away when the process dies: no journal is needed.
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        if create:
            self._connection.executescript(SCHEMA)
        else:  # a copy of an earlier version's lacks the tables that came last
            self._connection.executescript(QUESTIONS_SCHEMA)
        self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def remove(self, document_ids: Iterable[str]) -> None:
        """Take documents out with their sources and passages."""
        for document_id in document_ids:
            for table in ("passages", "sources", "questions", "left_open", "documents"):
                column = "id" if table == "documents" else "document_id"
                self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (document_id,))  # noqa: S608 - fixed names

    def add(self, document: Document, passages: Iterable[tuple[int, Passage, int]]) -> None:
        """Put a document in, with the row number of each passage and the line of its first sentence's vector."""
        self._connection.execute(
            "INSERT INTO documents (id, title, kind, audience, origin, content_hash, text, head, layout)"
            " VALUES (:id, :title, :kind, :audience, :origin, :content_hash, :text, :head, :layout)",
            document_to_row(document),
        )
        self._connection.executemany(
            "INSERT INTO sources (document_id, position, source_id, status, fields) VALUES (?, ?, ?, ?, ?)",
            [
                (document.id, position, source.source_id, source.status, source_to_fields(source))
                for position, source in enumerate(document.sources)
            ],
        )
        self._connection.executemany(
            "INSERT INTO questions (document_id, position, start, question) VALUES (?, ?, ?, ?)",
            [(document.id, position, start, text) for position, (start, text) in enumerate(document.questions)],
        )
        self._connection.executemany(
            "INSERT INTO left_open (document_id, position, question) VALUES (?, ?, ?)",
            [(document.id, position, text) for position, text in enumerate(document.left_open)],
        )
        self._connection.executemany(
            "INSERT INTO passages (row, id, document_id, section, start, end, embed_hash, sentence_row,"
            " sentence_count, sentence_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    row, p.id, p.document_id, p.section, p.start, p.end, p.embed_hash, line,
                    len(p.sentences), p.sentence_hash,
                )
                for row, p, line in passages
            ],
        )  # fmt: skip

    def rows(self) -> list[int]:
        """Row numbers of all passages, ascending."""
        return [row for (row,) in self._connection.execute("SELECT row FROM passages ORDER BY row")]

    def renumber(self, rows: Iterable[int]) -> None:
        """Number the passages, whose numbers now are ``rows`` in ascending order, from 0 without gaps."""
        moved = [(new, old) for new, old in enumerate(rows) if new != old]
        self._connection.executemany("UPDATE passages SET row = ? WHERE row = ?", moved)

    def sentence_lines(self) -> list[tuple[int, int, int]]:
        """(row, line of the first sentence, number of sentences) of all passages, by row."""
        return list(self._connection.execute("SELECT row, sentence_row, sentence_count FROM passages ORDER BY row"))

    def move_sentences(self, lines: Iterable[tuple[int, int]]) -> None:
        """Set the line of the first sentence of passages: (row, line)."""
        self._connection.executemany(
            "UPDATE passages SET sentence_row = ? WHERE row = ?", [(line, row) for row, line in lines]
        )

    def close(self) -> None:
        """Keep all that was written."""
        self._connection.commit()
        self._connection.execute("VACUUM")
        self._connection.close()
