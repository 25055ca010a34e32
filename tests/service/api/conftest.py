"""The application over a small real library and a consultant that tests decide about."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.settings import Settings
from service.app import create_app
from service.store import AuditEntry, Role, Store
from tests.service.fakes import FakeLibrary, build_library


@pytest.fixture(scope="session")
def shelf_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a data directory with one edition. Read-only: tests share it."""
    return build_library(tmp_path_factory.mktemp("library"))


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings come from the tests alone."""
    for name in [name for name in os.environ if name.startswith("FOOTNOTE_") and "_TEST_" not in name]:
        monkeypatch.delenv(name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of the service: its database is this test's own."""
    return Settings(data=tmp_path / "service", allowed_hosts="testserver,localhost,127.0.0.1,[::1]")


@pytest.fixture
def library(shelf_settings: Settings) -> Iterator[FakeLibrary]:
    """The library that is consulted."""
    made = FakeLibrary(shelf_settings)
    yield made
    made.close()


@pytest.fixture
def client(settings: Settings, library: FakeLibrary) -> Iterator[TestClient]:
    """A client on this machine, before any key exists."""
    with TestClient(create_app(settings, library), client=("127.0.0.1", 1)) as running:
        yield running


def make_key(settings: Settings, role: Role = Role.CLINICIAN) -> tuple[str, dict[str, str]]:
    """A new key, as `footnote key create` makes one beside a running service: its id, and the header that shows it."""

    async def make() -> tuple[str, dict[str, str]]:
        store = await Store.open(settings)
        key, secret = await store.keys.create(role)
        await store.close()
        return key.id, {"Authorization": f"Bearer {secret}"}

    return asyncio.run(make())


def revoke_key(settings: Settings, key_id: str) -> None:
    """As `footnote key revoke`."""

    async def revoke() -> None:
        store = await Store.open(settings)
        await store.keys.revoke(key_id)
        await store.close()

    asyncio.run(revoke())


def audit_of(settings: Settings) -> list[AuditEntry]:
    """The audit, oldest first."""

    async def read() -> list[AuditEntry]:
        store = await Store.open(settings)
        entries = await store.audit.latest()
        await store.close()
        return entries[::-1]

    return asyncio.run(read())
