"""A disk without room is told in one line, whichever library met it; the library stays as it was."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from ingest.build import Builder
from ingest.disk import DiskFullError
from tests.ingest.workbench import Workbench


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("an error of SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.fixture
def published(desk: Workbench) -> Iterator[str]:
    """A library with one edition, and a text that has changed since."""
    before = desk.publish({"a.md": "The first state.\n"})
    desk.write({"a.md": "The second state.\n"})
    yield before
    assert desk.shelf.current_id() == before
    assert desk.leftovers() == []


def failing(monkeypatch: pytest.MonkeyPatch, error: Exception, free: int) -> None:
    def build(*_: object) -> None:
        raise error

    monkeypatch.setattr(Builder, "build", build)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=free))


@pytest.mark.parametrize(
    ("error", "free"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 2**40),  # a quota, or another disk
        (sqlite_error(sqlite3.SQLITE_FULL), 2**40),
        (ValueError("tantivy says nothing of it"), 4096),
    ],
)
@pytest.mark.usefixtures("published")
def test_a_full_disk_is_named(desk: Workbench, monkeypatch: pytest.MonkeyPatch, error: Exception, free: int) -> None:
    failing(monkeypatch, error, free)
    with pytest.raises(DiskFullError, match=r"no room left on the disk of .*shelf: .* nothing was published"):
        desk.ingest()


@pytest.mark.parametrize("error", [ValueError("a fault"), sqlite_error(sqlite3.SQLITE_CORRUPT)])
@pytest.mark.usefixtures("published")
def test_a_fault_with_room_on_the_disk_stays_what_it_is(
    desk: Workbench, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    failing(monkeypatch, error, free=2**40)
    with pytest.raises(type(error)) as raised:
        desk.ingest()
    assert raised.value is error
