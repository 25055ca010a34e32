"""Whether the service lives, whether it can answer, and what it has counted."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Literal, cast

import anyio.to_thread
from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import Response

from service.answer import EditionStamp
from service.api.metrics import MEDIA_TYPE
from service.api.openapi import problems
from service.api.problems import ApiError
from service.api.services import Allow, Library, ServicesDep
from service.store import Role, Store

router = APIRouter(tags=["operation"])
metrics_router = APIRouter(tags=["operation"])


class Live(BaseModel):
    """The process answers."""

    model_config = ConfigDict(extra="forbid")

    status: Literal["live"] = "live"


class Ready(BaseModel):
    """The service can answer questions, from this edition."""

    model_config = ConfigDict(extra="forbid")

    status: Literal["ready"] = "ready"
    edition: EditionStamp


class Readiness:
    """Knows whether questions can be answered. Loads embedder and edition in a thread from the start on."""

    def __init__(self, library: Library, store: Store) -> None:
        """Call it in the event loop."""
        self._library = library
        self._store = store
        self._first = asyncio.create_task(self._begin())

    async def _begin(self) -> None:
        with suppress(Exception):  # check() meets it again and says it
            await anyio.to_thread.run_sync(self._library.warm)

    async def check(self) -> EditionStamp:
        """The edition that is answered from. Raises ApiError (starting), StoreError, or as :meth:`Library.warm`."""
        await self._store.check()
        if not self._first.done():
            raise ApiError("starting", "The embedding model and the library are being loaded.")
        return await anyio.to_thread.run_sync(self._library.warm)

    async def close(self) -> None:
        """Wait for the loading to end: a thread cannot be stopped."""
        await self._first


@router.get("/health/live", summary="Is the process alive?", operation_id="live", responses=problems(open_to_all=True))
async def live() -> Live:
    """Always 200. Needs no key."""
    return Live()


@router.get(
    "/health/ready",
    summary="Can questions be answered?",
    operation_id="ready",
    responses=problems("starting", "no_edition", "embedder", "damaged_edition", "vectors", "store", open_to_all=True),
)
async def ready(request: Request) -> Ready:
    """200 once the embedding model and the current edition are loaded; 503 with the reason until then. Needs no key."""
    readiness = cast(Readiness, request.app.state.readiness)
    return Ready(edition=await readiness.check())


@metrics_router.get(
    "/metrics",
    summary="Counters for Prometheus",
    operation_id="metrics",
    response_class=Response,
    dependencies=[Depends(Allow(Role.EVALUATOR, Role.ADMIN))],
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **problems("role_forbidden")},
)
async def metrics(services: ServicesDep) -> Response:
    """Requests by route and status, answers by status, seconds by route. For the roles evaluator and admin."""
    return Response(services.metrics.text(), media_type=MEDIA_TYPE)
