"""The audit: who did what to what, when, and how it ended. Never the words of a question or an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import NamedTuple, cast

from sqlalchemy import Connection, Table, insert, select

from service.store.database import Database
from service.store.records import AuditEntry
from service.store.schema import AuditRow

_NEW = insert(cast(Table, AuditRow.__table__))


class AuditLine(NamedTuple):
    """A line to be written; see :meth:`Audit.note`."""

    action: str
    key: str | None = None
    object: str | None = None
    status: str = "ok"
    edition: str | None = None


class Audit:
    """Writes and reads the audit."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    async def note(
        self,
        action: str,
        *,
        key: str | None = None,
        about: str | None = None,
        status: str = "ok",
        edition: str | None = None,
    ) -> None:
        """Write one line. ``about``: id of what was acted on; ``status``: the answer's status or an error's code."""
        line = AuditLine(action, key, about, status, edition)
        await self._database.write(partial(self.put, line=line))

    def put(self, connection: Connection, line: AuditLine) -> None:
        """Write one line in a transaction that is under way."""
        connection.execute(_NEW, {"at": self._clock(), **line._asdict()})

    async def latest(self, limit: int = 100) -> list[AuditEntry]:
        """The newest lines, newest first."""
        query = (
            select(AuditRow.at, AuditRow.key, AuditRow.action, AuditRow.object, AuditRow.status, AuditRow.edition)
            .order_by(AuditRow.id.desc())
            .limit(limit)
        )
        async with self._database.reading() as connection:
            return [AuditEntry(*row) for row in (await connection.execute(query)).all()]
