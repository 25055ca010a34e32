"""Which database is used, and what is said when it cannot be."""

from __future__ import annotations

import socket
import stat
from pathlib import Path

import pytest

from corpus.errors import BadInputError
from corpus.settings import Settings
from service.store import Store, StoreError
from service.store.database import database_url

pytestmark = pytest.mark.anyio


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """These tests are about URLs, not about backends."""
    return Settings(data=tmp_path / "data")


@pytest.mark.parametrize(
    "url",
    ["", "not a url", "mysql://host/db", "postgresql+psycopg2://host/db", "sqlite://", "sqlite:///:memory:"],
)
def test_a_url_that_cannot_be_used_is_refused_by_name_of_the_setting(settings: Settings, url: str) -> None:
    with pytest.raises(BadInputError, match="FOOTNOTE_DATABASE_URL"):
        database_url(settings.model_copy(update={"database_url": url}))


def test_a_refusal_does_not_show_the_password(settings: Settings) -> None:
    with pytest.raises(BadInputError) as refusal:
        database_url(settings.model_copy(update={"database_url": "mysql://me:hunter2@host/db"}))
    assert "hunter2" not in refusal.value.message


async def test_a_server_that_is_not_there_is_a_store_error_without_the_password(settings: Settings) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"postgresql://me:hunter2@127.0.0.1:{unused.getsockname()[1]}/db"
        with pytest.raises(StoreError, match="cannot be reached") as failure:
            await Store.open(settings.model_copy(update={"database_url": url}))
    assert "hunter2" not in failure.value.message


async def test_a_file_that_is_no_database_is_a_store_error(settings: Settings) -> None:
    settings.data.mkdir()
    (settings.data / "footnote.sqlite").write_text("this is a letter, not a database\n" * 100)
    with pytest.raises(StoreError, match=r"footnote\.sqlite"):
        await Store.open(settings)


async def test_a_folder_that_cannot_be_made_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be written"):
        await Store.open(Settings(data=tmp_path / "file" / "data"))


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("postgresql://me@host/db", "postgresql+asyncpg"),
        ("postgres://me@host/db", "postgresql+asyncpg"),
        ("postgresql+asyncpg://me@host/db", "postgresql+asyncpg"),
        ("sqlite:////tmp/x.sqlite", "sqlite+aiosqlite"),
    ],
)
def test_a_url_without_a_driver_gets_the_asynchronous_one(settings: Settings, url: str, driver: str) -> None:
    assert database_url(settings.model_copy(update={"database_url": url})).drivername == driver


async def test_the_database_file_is_its_owners_alone(settings: Settings) -> None:
    store = await Store.open(settings)
    await store.check()
    await store.close()
    for file in settings.data.glob("footnote.sqlite*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
