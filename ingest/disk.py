"""A disk without room, told as such whichever library met it."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import FootnoteError

_LEAST_FREE = 2**24  # bytes; with less, nothing of the size of an edition can be built


class DiskFullError(FootnoteError):
    """There is no room for another edition."""

    code = "disk_full"
    status = 507
    exit_code = 2


@contextmanager
def told_when_full(directory: Path) -> Iterator[None]:
    """Within, something is built in ``directory``. Raises DiskFullError for whatever fails because the disk is full.

    SQLite and the system say so; what Chroma and tantivy say of it tells nothing, so that the free space decides.
    """
    try:
        yield
    except FootnoteError:
        raise
    except Exception as error:
        if not _says_full(error) and shutil.disk_usage(directory).free >= _LEAST_FREE:
            raise
        raise DiskFullError(
            f"There is no room left on the disk of {directory.parent}: a new edition takes about as much again as the "
            "current one. Make room (footnote editions prune) and ingest again; nothing was published."
        ) from error


def _says_full(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode == sqlite3.SQLITE_FULL
