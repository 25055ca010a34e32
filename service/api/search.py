"""``POST /v1/search``: passages alone, without an answer."""

from __future__ import annotations

import anyio.to_thread
from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from service.api.asking import check_message
from service.api.guards import json_body
from service.api.openapi import problems
from service.api.services import CallerDep, ServicesDep

router = APIRouter(prefix="/v1", tags=["library"])


class SearchRequest(BaseModel):
    """What to look for."""

    model_config = ConfigDict(extra="forbid")

    query: str = Field(description="A question or key words.", examples=["platelet transfusion before liver biopsy"])
    k: int = Field(10, ge=1, le=100, description="How many passages at most.")
    edition: str | None = Field(None, description="Search this edition instead of the current one.")


class SearchHit(BaseModel):
    """A passage found."""

    model_config = ConfigDict(extra="forbid")

    passage_id: str
    document_id: str
    section: str = Field(description="Headings above the passage, outermost first, joined by ' › '.")
    score: float = Field(ge=0, le=1)
    start: int = Field(ge=0, description="Where the passage begins in the document's text, in Unicode code points.")
    end: int = Field(ge=1)
    text: str


class SearchResponse(BaseModel):
    """Passages, best first."""

    model_config = ConfigDict(extra="forbid")

    edition: str = Field(description="Id of the edition that was searched.")
    hits: list[SearchHit]


@router.post(
    "/search",
    summary="Search the library",
    operation_id="search",
    dependencies=[Depends(json_body)],
    responses=problems("validation", "message_empty", "message_too_long", "not_found", "no_edition", body=True),
)
async def search(body: SearchRequest, services: ServicesDep, caller: CallerDep) -> SearchResponse:
    """The passages that come nearest to a query: by meaning, by words, and by rank as evidence."""
    check_message(body.query, services.settings.max_message_chars)
    edition, hits = await anyio.to_thread.run_sync(services.library.search, body.query, body.k, body.edition)
    await services.store.audit.note("search", key=caller.key_id, status="ok", edition=edition)
    return SearchResponse(
        edition=edition,
        hits=[
            SearchHit(
                passage_id=hit.passage_id,
                document_id=hit.document_id,
                section=hit.section,
                score=hit.score,
                start=hit.passage.start,
                end=hit.passage.end,
                text=hit.text,
            )
            for hit in hits
        ],
    )
