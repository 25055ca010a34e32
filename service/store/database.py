"""The database behind the store: SQLite beside the shelf, or PostgreSQL by URL; transactions and migrations."""

from __future__ import annotations

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import anyio.to_thread
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from corpus.errors import BadInputError, FootnoteError
from corpus.settings import Settings

FILE = "footnote.sqlite"
_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK_NUMBER = 0x466F6F746E6F7465  # "Footnote": the advisory lock of PostgreSQL under which migrations run
_BUSY_SECONDS = 30
_LOCK_POLL = 0.02  # seconds
_WRITES = "footnote_writes"

_T = TypeVar("_T")


class StoreError(FootnoteError):
    """The database cannot be used just now."""

    code = "store"
    status = 503
    exit_code = 2


def database_url(settings: Settings) -> URL:
    """SQLAlchemy URL with an asynchronous driver. Raises BadInputError for one that cannot be used."""
    if settings.database_url is None:
        return URL.create("sqlite+aiosqlite", database=str(settings.data / FILE))
    try:
        url = make_url(settings.database_url)
    except ArgumentError:
        raise BadInputError(
            "FOOTNOTE_DATABASE_URL is not a database URL such as postgresql://user@host/name."
        ) from None
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
    name = drivers.get(url.drivername.partition("+")[0])
    if name is None or url.drivername.partition("+")[2] not in ("", name.partition("+")[2]):
        raise BadInputError(
            f"FOOTNOTE_DATABASE_URL: {url.drivername!r} cannot be used; use postgresql:// or sqlite:///."
        )
    if name.startswith("sqlite") and url.database in (None, "", ":memory:"):
        raise BadInputError("FOOTNOTE_DATABASE_URL: SQLite needs a file, as in sqlite:///footnote.sqlite.")
    return url.set(drivername=name)


class Database:
    """An engine and its transactions."""

    def __init__(self, url: URL) -> None:
        """Raises BadInputError when the driver is not installed."""
        self._path = Path(str(url.database)) if url.drivername.startswith("sqlite") else None
        try:
            # hide_parameters: what patients and clinicians write stands in parameters, and errors are logged
            self._engine = create_async_engine(url, hide_parameters=True, pool_pre_ping=self._path is None)
        except (ModuleNotFoundError, NoSuchModuleError):
            raise BadInputError("PostgreSQL needs its driver: install footnote[postgres].") from None
        self._writer = self._engine.execution_options(**{_WRITES: True})
        self._plain: Engine | None = None
        if self._path is not None:
            # The asynchronous driver goes to its thread and back some ten times for one statement, and waits each time
            # for whoever computes: what every question needs is done in a thread in one piece.
            self._plain = create_engine(url.set(drivername="sqlite"), hide_parameters=True)
            _as_sqlite(self._engine.sync_engine)
            _as_sqlite(self._plain)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._engine.dialect.name

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads. Raises StoreError."""
        async with self._begin(self._engine) as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes: committed at the end, rolled back by an exception. Raises StoreError."""
        async with self._begin(self._writer) as connection:
            yield connection

    async def read(self, work: Callable[[Connection], _T]) -> _T:
        """What ``work`` gives, done in one piece in a transaction that only reads. Raises StoreError."""
        if self._plain is not None:
            return await anyio.to_thread.run_sync(_in_transaction, self._plain, work)
        async with self.reading() as connection:
            return await connection.run_sync(work)

    async def write(self, work: Callable[[Connection], _T]) -> _T:
        """The same in a transaction that writes: committed at the end, rolled back by an exception."""
        if self._plain is not None:
            return await anyio.to_thread.run_sync(
                _in_transaction, self._plain.execution_options(**{_WRITES: True}), work
            )
        async with self.writing() as connection:
            return await connection.run_sync(work)

    @asynccontextmanager
    async def _begin(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        try:
            connection = await engine.connect()
        except Exception as error:  # drivers let the system's, their own and the server's errors through
            raise _unreachable(error) from error
        try:
            async with connection.begin():
                yield connection
        except OperationalError as error:  # locked, disk full, connection lost
            raise _unusable(error) from error
        finally:
            await connection.close()

    async def migrate(self, revision: str = "head") -> None:
        """Bring the tables to ``revision``. Several processes may do so at once: one works, the others wait.

        Raises StoreError.
        """
        if self._path is None:
            async with self.writing() as connection:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK_NUMBER})
                await connection.run_sync(_upgrade, revision)
            return
        lock = await _lock_beside(self._path)
        try:
            async with self._engine.connect() as connection:
                # Cannot be changed inside a transaction, and two processes that change it at once disturb each other.
                await connection.execution_options(isolation_level="AUTOCOMMIT")
                await connection.exec_driver_sql("PRAGMA journal_mode=WAL")
            async with self.writing() as connection:
                await connection.run_sync(_upgrade, revision)
        except DBAPIError as error:
            raise StoreError(f"{self._path} cannot be used ({_reason(error)}).") from error
        finally:
            os.close(lock)

    async def close(self) -> None:
        """Close all connections."""
        await self._engine.dispose()
        if self._plain is not None:
            self._plain.dispose()


def _in_transaction(engine: Engine, work: Callable[[Connection], _T]) -> _T:
    try:
        connection = engine.connect()
    except Exception as error:  # as above
        raise _unreachable(error) from error
    try:
        with connection.begin():
            return work(connection)
    except OperationalError as error:
        raise _unusable(error) from error
    finally:
        connection.close()


def _unreachable(error: Exception) -> StoreError:
    return StoreError(f"The service's database cannot be reached ({_reason(error)}).")


def _unusable(error: Exception) -> StoreError:
    return StoreError(f"The service's database cannot be used just now ({_reason(error)}).")


def _reason(error: Exception) -> str:
    """What the driver says, in one line; the statement and its parameters stay out."""
    said = error.orig if isinstance(error, DBAPIError) else error
    return " ".join(str(said).split()) or type(said).__name__


def _as_sqlite(engine: Engine) -> None:
    """Real transactions, foreign keys and patience.

    The driver begins transactions late and not at all before a CREATE TABLE, so its own beginnings are switched off
    and ours are explicit; those that write take the lock at once, because a reader that turns writer is refused
    without waiting.
    """

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("foreign_keys=ON", f"busy_timeout={_BUSY_SECONDS * 1000}", "secure_delete=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("isolation_level") != "AUTOCOMMIT":
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_WRITES) else "BEGIN")


async def _lock_beside(path: Path) -> int:
    """A held lock beside the database file, which is made readable by its owner alone. Waits for its holder."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.") from error
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
        except BlockingIOError:
            await asyncio.sleep(_LOCK_POLL)
        except BaseException:
            os.close(lock)
            raise


def _upgrade(connection: Connection, revision: str) -> None:
    # imported here: it takes a while, and only a migration needs it
    from alembic import command
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    present = MigrationContext.configure(connection).get_current_revision()
    if present is not None and present not in {script.revision for script in scripts.walk_revisions()}:
        raise StoreError(
            "The database was made by a newer version of Footnote: install that version, or restore a backup."
        )
    command.upgrade(config, revision)
