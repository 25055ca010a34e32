"""The service's own data: conversations, keys and the audit, in SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from corpus.settings import Settings
from corpus.shelf import Shelf
from service.store.audit import Audit, AuditLine
from service.store.conversations import Conversations, NewTurn, new_conversation_id
from service.store.database import Database, StoreError, database_url
from service.store.keys import LONGEST_SECRET, SHORTEST_SECRET, Keys
from service.store.records import AuditEntry, ConversationHead, Key, Role, StoredTurn

__all__ = [
    "LONGEST_SECRET",
    "SHORTEST_SECRET",
    "AuditEntry",
    "AuditLine",
    "ConversationHead",
    "Key",
    "NewTurn",
    "Role",
    "Store",
    "StoreError",
    "StoredTurn",
    "new_conversation_id",
    "utc_now",
]


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


class Store:
    """The service's database, open. Make one with :meth:`open`."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], mark_cited: Callable[[Collection[str], bool], None]
    ) -> None:
        self._database = database
        self._clock = clock
        self.audit = Audit(database, clock)
        self.conversations = Conversations(database, clock, mark_cited, self.audit)
        self.keys = Keys(database, clock)

    @staticmethod
    async def open(settings: Settings, clock: Callable[[], datetime] = utc_now) -> Store:
        """Open the database that the settings name and bring its tables up to date.

        Raises BadInputError for a URL that cannot be used and StoreError when the database cannot be reached.
        """
        database = Database(database_url(settings))
        try:
            await database.migrate()
        except BaseException:
            await database.close()
            raise
        return Store(database, clock, Shelf(settings.shelf_directory).mark_cited)

    async def check(self) -> None:
        """Raises StoreError when the database does not answer."""
        async with self._database.reading() as connection:
            await connection.execute(text("SELECT 1"))

    async def expire(self, days: int) -> int:
        """Remove conversations that were last used more than ``days`` ago; returns how many. The audit notes it."""
        removed = await self.conversations.expire(self._clock() - timedelta(days=days))
        if removed:
            await self.audit.note("conversations.expire", about=str(removed))
        return removed

    async def close(self) -> None:
        """Close all connections."""
        await self._database.close()
