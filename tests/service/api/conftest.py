"""The application over a small real library and a consultant that tests decide about."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.settings import Settings
from service.app import create_app
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
def library(shelf_settings: Settings) -> FakeLibrary:
    """The library that is consulted."""
    return FakeLibrary(shelf_settings)


@pytest.fixture
def client(settings: Settings, library: FakeLibrary) -> Iterator[TestClient]:
    """A client on this machine, before any key exists."""
    with TestClient(create_app(settings, library), client=("127.0.0.1", 1)) as running:
        yield running
