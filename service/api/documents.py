"""The library's texts: documents whole, and passages with what stands around them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import dropwhile, islice
from typing import Any, TypeVar

import anyio.to_thread
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from corpus.document import Document, Source
from corpus.edition import Edition
from service.api.openapi import problems
from service.api.paging import CursorParam, EditionParam, LimitParam, make_cursor, read_cursor
from service.api.services import Library, ServicesDep

router = APIRouter(prefix="/v1", tags=["library"])
_T = TypeVar("_T")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DocumentHead(_Model):
    """A document in a list."""

    id: str
    title: str
    kind: str = Field(description="digest (sentences rest on other sources), document or patient.")
    audience: str
    topics: list[str]
    jurisdiction: str | None
    licence: str | None
    reviewed_by: str | None = Field(description="The clinician who has reviewed it; null: none has.")
    written: date | None
    review_by: date | None


class DocumentList(_Model):
    """A page of documents, in order of their ids."""

    edition: str
    total: int
    documents: list[DocumentHead]
    next: str | None = Field(description="Cursor of the next page; null on the last.")


class SourceOut(_Model):
    """What sentences rest on."""

    source_id: str
    title: str
    kind: str
    organisation: str | None
    authors: str | None
    year: int | None
    jurisdiction: str | None
    status: str
    superseded_by: str | None
    url: str | None
    doi: str | None
    pmid: str | None
    licence: str | None


class SentenceOut(_Model):
    """A sentence: where it stands and what it rests on."""

    start: int
    end: int
    source_ids: list[str]
    strength: str | None
    certainty: str | None


class SectionOut(_Model):
    """A headed part; its own body, without the parts below it."""

    headings: list[str] = Field(description="From the outermost to its own.")
    start: int
    end: int
    ordered: bool = Field(description="Whether it is a process in steps.")
    page: int | None
    sentences: list[SentenceOut]


class DocumentOut(DocumentHead):
    """A document with its text. All offsets are Unicode code points of `text`, half open."""

    edition: str
    text: str
    sections: list[SectionOut]
    sources: list[SourceOut]


class PassageOut(_Model):
    """A passage with what stands around it: `before + text + after` is a stretch of the document's text."""

    edition: str
    id: str
    document_id: str
    title: str = Field(description="Title of the document.")
    section: str = Field(description="Headings above the passage, outermost first, joined by ' › '.")
    page: int | None
    start: int
    end: int
    text: str
    before: str = Field(description="The section's text before it, as far as the passage before reaches.")
    after: str = Field(description="The section's text after it, as far as the passage after reaches.")


@router.get(
    "/documents",
    summary="List documents",
    operation_id="list_documents",
    responses=problems("validation", "bad_input", "not_found", "no_edition"),
)
async def list_documents(
    services: ServicesDep, limit: LimitParam = 50, cursor: CursorParam = None, edition: EditionParam = None
) -> DocumentList:
    """The documents of an edition."""
    after = read_cursor(cursor, 1)[0] if cursor is not None else None
    return await _read(services.library, edition, lambda opened: _page(opened, limit, after))


@router.get(
    "/documents/{document_id:path}",
    summary="Read a document",
    operation_id="get_document",
    responses=problems("validation", "not_found", "no_edition"),
)
async def get_document(document_id: str, services: ServicesDep, edition: EditionParam = None) -> DocumentOut:
    """A document with its text, sections and sources. The quotes of an answer are spans of `text`."""
    return await _read(services.library, edition, lambda opened: _whole(opened, document_id))


@router.get(
    "/passages/{passage_id}",
    summary="Read a passage",
    operation_id="get_passage",
    responses=problems("validation", "not_found", "no_edition"),
)
async def get_passage(passage_id: str, services: ServicesDep, edition: EditionParam = None) -> PassageOut:
    """A passage with the text before and after it in its section."""
    return await _read(services.library, edition, lambda opened: _passage(opened, passage_id))


async def _read(library: Library, edition_id: str | None, read: Callable[[Edition], _T]) -> _T:
    def in_thread() -> _T:
        with library.reading(edition_id) as edition:
            return read(edition)

    return await anyio.to_thread.run_sync(in_thread)


def _page(edition: Edition, limit: int, after: str | None) -> DocumentList:
    heads = edition.catalogue.list_documents()
    rest = heads if after is None else dropwhile(lambda head: head["id"] <= after, heads)
    found = list(islice(rest, limit + 1))
    return DocumentList(
        edition=edition.id,
        total=edition.manifest.counts["documents"],
        documents=[DocumentHead(**{name: head[name] for name in DocumentHead.model_fields}) for head in found[:limit]],
        next=make_cursor(found[limit - 1]["id"]) if len(found) > limit else None,
    )


def _whole(edition: Edition, document_id: str) -> DocumentOut:
    document = edition.catalogue.document(document_id)
    return DocumentOut(
        **_head(document),
        edition=edition.id,
        text=document.text,
        sections=[
            SectionOut(
                headings=list(section.headings),
                start=section.start,
                end=section.end,
                ordered=section.ordered,
                page=section.page,
                sentences=[
                    SentenceOut(
                        start=sentence.start,
                        end=sentence.end,
                        source_ids=list(sentence.source_ids),
                        strength=sentence.strength,
                        certainty=sentence.certainty,
                    )
                    for sentence in section.sentences
                ],
            )
            for section in document.sections
        ],
        sources=[_source(source) for source in document.sources],
    )


def _head(document: Document) -> dict[str, Any]:
    values = {name: getattr(document, name) for name in DocumentHead.model_fields}
    return {**values, "topics": list(document.topics)}


def _source(source: Source) -> SourceOut:
    return SourceOut(**{name: getattr(source, name) for name in SourceOut.model_fields})


def _passage(edition: Edition, passage_id: str) -> PassageOut:
    row = edition.catalogue.passage(passage_id)
    document = edition.catalogue.document(row.document_id)
    section = document.sections[row.section]
    neighbours = [other for other in edition.catalogue.passages_of(row.document_id) if other.section == row.section]
    begin = max((other.start for other in neighbours if other.end <= row.start), default=section.start)
    finish = min((other.end for other in neighbours if other.start >= row.end), default=section.end)
    return PassageOut(
        edition=edition.id,
        id=row.id,
        document_id=row.document_id,
        title=document.title,
        section=" › ".join(section.headings),
        page=section.page,
        start=row.start,
        end=row.end,
        text=document.text[row.start : row.end],
        before=document.text[begin : row.start],
        after=document.text[row.end : finish],
    )
