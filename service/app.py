"""The application: everything put together. `footnote serve` serves it; so does any server that calls the factory."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import cast

from fastapi import APIRouter, Depends, FastAPI
from starlette.middleware import Middleware
from starlette.types import Scope

from corpus.settings import Settings, load_settings
from corpus.version import engine_version
from service.access import Caller, admit, adopt_bootstrap_key
from service.api import calculators, chat, conversations, documents, health, search
from service.api.asking import Asking
from service.api.boundary import Boundary
from service.api.guards import BodyGuard, HostGuard, KeyGuard
from service.api.heads import HeadAsGet
from service.api.health import Readiness
from service.api.metrics import Metrics
from service.api.openapi import install_openapi, key_scheme
from service.api.page import install_page
from service.api.problems import install_handlers
from service.api.services import Library, Services
from service.store import Store, utc_now

_EXPIRE_EVERY_SECONDS = 3600.0
_log = logging.getLogger("footnote.service")


def create_app(
    settings: Settings | None = None, library: Library | None = None, clock: Callable[[], datetime] = utc_now
) -> FastAPI:
    """The application of one worker.

    settings: by default those of the environment (BadInputError where they are wrong). library: by default the shelf
    that the settings name. Starting it migrates the database, adopts the bootstrap key, removes conversations past
    their retention and begins to load embedder and edition.
    """
    settings = settings or load_settings()
    metrics = Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = library or _shelf_library(settings)
        async with _running(app, settings, opened, metrics, clock):
            yield
        if library is None:
            opened.close()

    async def admit_caller(scope: Scope, authorization: str | None, client: str | None) -> Caller:
        return await admit(cast(Services, scope["app"].state.services).store, authorization, client)

    app = FastAPI(
        title="Footnote",
        version=engine_version(),
        lifespan=lifespan,
        docs_url=None,  # the usual pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        # Its spans and logs carry query strings and the texts of exceptions, which may be a patient's words.
        telemetry={"tracing": False, "metrics": False, "logs": False},
        middleware=[
            Middleware(Boundary, metrics=metrics),
            Middleware(HeadAsGet),
            Middleware(HostGuard, allowed=settings.allowed_hosts),
            Middleware(KeyGuard, admit=admit_caller),
            Middleware(BodyGuard, limit=settings.max_body_bytes),
        ],
    )
    with_key = APIRouter(dependencies=[Depends(key_scheme)])
    for room in (chat, calculators, search, documents, conversations):
        with_key.include_router(room.router)
    with_key.include_router(health.metrics_router)
    app.include_router(with_key)
    app.include_router(health.router)
    install_page(app)
    install_handlers(app)
    install_openapi(app)
    return app


def _shelf_library(settings: Settings) -> Library:
    from service.library import Library as ShelfLibrary  # its name is the protocol's

    return ShelfLibrary(settings)


@asynccontextmanager
async def _running(
    app: FastAPI, settings: Settings, library: Library, metrics: Metrics, clock: Callable[[], datetime]
) -> AsyncIterator[None]:
    store = await Store.open(settings, clock)
    services = Services(settings, store, library, metrics)
    app.state.services = services
    app.state.asking = asking = Asking(services)
    tasks: list[asyncio.Task[None]] = []
    try:
        if settings.bootstrap_key_file is not None:
            await adopt_bootstrap_key(store, settings.bootstrap_key_file)
        await store.conversations.forget_marks()
        if settings.retention_days is not None:
            await store.expire(settings.retention_days)
            tasks.append(asyncio.create_task(_expire_for_ever(store, settings.retention_days)))
        app.state.readiness = readiness = Readiness(library, store)
        yield
        await asking.drain()
        await readiness.close()
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await store.close()


async def _expire_for_ever(store: Store, days: int) -> None:
    while True:
        await asyncio.sleep(_EXPIRE_EVERY_SECONDS)
        try:
            await store.expire(days)
        except Exception as error:  # the database may be back the next time
            _log.error("conversations past their retention could not be removed: %s", type(error).__name__)
