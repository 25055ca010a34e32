"""What the lines of a catalogue hold: its tables, and how documents, sources and passages stand in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, NamedTuple

import orjson

from corpus.document import Document, EvidenceKind, Section, Source, SourceStatus
from corpus.stored_sentences import StoredSentences

SCHEMA_VERSION = 5  # 1 had no sentence_row, 2 no sentence_hash, 3 no questions, 4 none left open
QUESTIONS_SCHEMA = """
CREATE TABLE IF NOT EXISTS questions (   -- that a sentence answers
    document_id TEXT NOT NULL REFERENCES documents(id), position INTEGER NOT NULL, start INTEGER NOT NULL,
    question TEXT NOT NULL, PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS left_open (   -- questions on its topic that no text answers
    document_id TEXT NOT NULL REFERENCES documents(id), position INTEGER NOT NULL,
    question TEXT NOT NULL, PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
"""
SCHEMA = f"""{QUESTIONS_SCHEMA}
CREATE TABLE documents (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, audience TEXT NOT NULL, origin TEXT NOT NULL,
    content_hash TEXT NOT NULL, text TEXT NOT NULL,
    head TEXT NOT NULL,    -- JSON: the document's other fields
    layout TEXT NOT NULL   -- JSON: [[headings, start, end, ordered, page, [sentence, ...]], ...]
                           -- with sentence = [start, end, source_ids, strength, certainty]
) WITHOUT ROWID;
CREATE TABLE sources (
    document_id TEXT NOT NULL REFERENCES documents(id), position INTEGER NOT NULL, source_id TEXT NOT NULL,
    status TEXT NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE INDEX sources_by_id ON sources(source_id);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY,   -- its line in vectors.f32, its id in Chroma and in the full text
    id TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL REFERENCES documents(id),
    section INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, embed_hash TEXT NOT NULL,
    sentence_row INTEGER NOT NULL,   -- line of its first sentence in sentences.f16; the others follow
    sentence_count INTEGER NOT NULL,
    sentence_hash TEXT NOT NULL   -- of its sentences as they were embedded
);
CREATE INDEX passages_by_document ON passages(document_id);
CREATE INDEX passages_by_hash ON passages(embed_hash);
"""


class PassageRow(NamedTuple):
    """A passage as the catalogue keeps it."""

    row: int
    id: str
    document_id: str
    section: int
    start: int
    end: int
    sentence_row: int = -1  # line of its first sentence in the sentence file; -1 where the edition has none
    sentence_count: int = 0


def document_to_row(document: Document) -> dict[str, Any]:
    """The values of a document's line in ``documents``."""
    head = {
        "topics": document.topics,
        "jurisdiction": document.jurisdiction,
        "licence": document.licence,
        "reviewed_by": document.reviewed_by,
        "written": document.written.isoformat() if document.written else None,
        "review_by": document.review_by.isoformat() if document.review_by else None,
        "path": document.path,
        "metadata": document.metadata,
    }
    layout = [
        [
            section.headings, section.start, section.end, section.ordered, section.page,
            [[s.start, s.end, s.source_ids, s.strength, s.certainty] for s in section.sentences],
        ]
        for section in document.sections
    ]  # fmt: skip
    return {
        "id": document.id,
        "title": document.title,
        "kind": document.kind,
        "audience": document.audience,
        "origin": document.origin,
        "content_hash": document.content_hash(),
        "text": document.text,
        "head": json.dumps(head, ensure_ascii=False, default=str),
        "layout": json.dumps(layout, ensure_ascii=False),
    }


def document_from_row(document_id: str, row: Sequence[str], sources: Sequence[Source]) -> Document:
    """The document of a line: title, kind, audience, origin, text, head and layout. Its sentences are read when they
    are asked for.
    """
    title, kind, audience, origin, text, head_json, layout_json = row
    head = json.loads(head_json)
    sections = tuple(
        Section(
            headings=tuple(headings), start=start, end=end, ordered=ordered, page=page,
            sentences=StoredSentences(sentences),
        )
        for headings, start, end, ordered, page, sentences in orjson.loads(layout_json)
    )  # fmt: skip
    return Document(
        id=document_id, title=title, text=text, sections=sections, kind=kind, audience=audience, origin=origin,
        sources=tuple(sources), topics=tuple(head["topics"]),
        jurisdiction=head["jurisdiction"], licence=head["licence"], reviewed_by=head["reviewed_by"],
        written=_date(head["written"]), review_by=_date(head["review_by"]), path=head["path"],
        metadata=head["metadata"],
    )  # fmt: skip


def source_to_fields(source: Source) -> str:
    """A source as JSON."""
    return json.dumps({key: value for key, value in asdict(source).items() if value is not None}, ensure_ascii=False)


def source_from_fields(fields: str) -> Source:
    """The reverse of :func:`source_to_fields`."""
    values = json.loads(fields)
    return Source(**{**values, "kind": EvidenceKind(values["kind"]), "status": SourceStatus(values["status"])})


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
