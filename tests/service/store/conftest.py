"""The same store tests run on SQLite and, where FOOTNOTE_TEST_POSTGRES_URL is set, on PostgreSQL."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from corpus.settings import Settings
from service.store import NewTurn, Store


@pytest.fixture
def anyio_backend() -> str:
    """Async tests run under asyncio, as the service does."""
    return "asyncio"


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def go_on(self, **time: int) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    """The store's clock."""
    return Clock()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings whose database is empty and this test's own."""
    if request.param == "sqlite":
        yield Settings(data=tmp_path / "data")
        return
    server = os.environ["FOOTNOTE_TEST_POSTGRES_URL"]
    name = f"footnote_{secrets.token_hex(6)}"
    asyncio.run(_execute(server, f"CREATE DATABASE {name}"))
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    yield Settings(data=tmp_path / "data", database_url=url)
    asyncio.run(_execute(server, f"DROP DATABASE {name} WITH (FORCE)"))


async def _execute(url: str, statement: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture
async def store(settings: Settings, clock: Clock, anyio_backend: str) -> AsyncIterator[Store]:
    """An open, empty store."""
    opened = await Store.open(settings, clock)
    yield opened
    await opened.close()


@pytest.fixture
def turn() -> NewTurn:
    """A question with an answer that no encoding leaves unharmed by accident."""
    return NewTurn(
        question="Was tun bei Blutung? 🐀 “≥20%” \\u0000 'x'; DROP TABLE turns",
        standalone_question="What is done about bleeding?",
        answer_json='{"status": "answered", "text": "≥20% – α 🐀 \\\\ \\u0000", "timings": {"total": 0.1}}',
        edition="e1",
    )
