"""Conversations and their turns. Each belongs to the key that made it; to everybody else it does not exist."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func, insert, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from corpus.errors import NotFoundError
from service.store.database import Database
from service.store.records import ConversationHead, StoredTurn
from service.store.schema import ConversationRow, TurnRow

_MARKS_LOCK = (
    0x4D61726B73  # "Marks": PostgreSQL's advisory lock between storing answers and noting which editions they cite
)

Marker = Callable[[Collection[str], bool], None]


class NewTurn(NamedTuple):
    """What is kept of a question and its answer."""

    question: str
    standalone_question: str
    answer_json: str
    edition: str | None


_ID = re.compile(r"c[0-9a-f]{32}")


def new_conversation_id() -> str:
    """An id that cannot be guessed."""
    return f"c{secrets.token_hex(16)}"


class Conversations:
    """Reads and writes conversations."""

    def __init__(self, database: Database, clock: Callable[[], datetime], mark_cited: Marker) -> None:
        """``mark_cited(edition_ids, only)`` notes that stored answers cite these editions (``only``: and no others)."""
        self._database = database
        self._clock = clock
        self._mark_cited = mark_cited

    async def start(self, conversation_id: str, owner: str | None, turn: NewTurn) -> None:
        """Keep a new conversation with its first turn."""
        now = self._clock()
        async with self._database.writing() as connection:
            await connection.execute(
                insert(ConversationRow).values(id=conversation_id, owner=owner, created=now, updated=now)
            )
            await self._put(connection, conversation_id, 0, turn, now)

    async def go_on(self, conversation_id: str, owner: str | None, turn: NewTurn) -> int:
        """Keep the next turn; returns its position. Raises NotFoundError when the conversation is gone or another's.

        The conversation's row is locked meanwhile, so that turns which arrive together stand one after the other.
        """
        now = self._clock()
        async with self._database.writing() as connection:
            await self._require(connection, conversation_id, owner, lock=True)
            last = await connection.scalar(
                select(func.max(TurnRow.position)).where(TurnRow.conversation == conversation_id)
            )
            position = 0 if last is None else last + 1
            await self._put(connection, conversation_id, position, turn, now)
            await connection.execute(
                update(ConversationRow).where(ConversationRow.id == conversation_id).values(updated=now)
            )
        return position

    async def _put(
        self, connection: AsyncConnection, conversation_id: str, position: int, turn: NewTurn, now: datetime
    ) -> None:
        if turn.edition is not None:
            # Noted before the answer is visible, under the lock that forget_marks() takes: never cited without a note.
            await self._lock_marks(connection, shared=True)
            self._mark_cited([turn.edition], False)
        await connection.execute(
            insert(TurnRow).values(
                conversation=conversation_id,
                position=position,
                question=turn.question,
                standalone_question=turn.standalone_question,
                answer=turn.answer_json,
                edition=turn.edition,
                created=now,
            )
        )

    async def turns(self, conversation_id: str, owner: str | None, last: int | None = None) -> list[StoredTurn]:
        """The turns in their order (only the ``last`` so many). Raises NotFoundError."""
        query = (
            select(
                TurnRow.position,
                TurnRow.question,
                TurnRow.standalone_question,
                TurnRow.answer,
                TurnRow.edition,
                TurnRow.created,
            )
            .where(TurnRow.conversation == conversation_id)
            .order_by(TurnRow.position.desc())
            .limit(last)
        )
        async with self._database.reading() as connection:
            await self._require(connection, conversation_id, owner)
            rows = (await connection.execute(query)).all()
        return [
            StoredTurn(position, question, standalone, json.loads(answer), edition, created)
            for position, question, standalone, answer, edition, created in reversed(rows)
        ]

    async def head(self, conversation_id: str, owner: str | None) -> ConversationHead:
        """One conversation as lists show it. Raises NotFoundError."""
        _check_id(conversation_id)
        found = await self._heads([ConversationRow.id == conversation_id, _owned_by(owner)], limit=1)
        if not found:
            raise _unknown(conversation_id)
        return found[0]

    async def page(
        self, owner: str | None, limit: int, after: tuple[datetime, str] | None = None
    ) -> tuple[list[ConversationHead], int]:
        """The owner's conversations, last used first, from after ``after`` (updated, id) on; and how many in all."""
        conditions = [_owned_by(owner)]
        if after is not None:
            conditions.append(tuple_(ConversationRow.updated, ConversationRow.id) < after)
        heads = await self._heads(conditions, limit)
        async with self._database.reading() as connection:
            total = await connection.scalar(select(func.count()).select_from(ConversationRow).where(_owned_by(owner)))
        return heads, total or 0

    async def _heads(self, conditions: list[ColumnElement[bool]], limit: int) -> list[ConversationHead]:
        turns = (
            select(func.count())
            .where(TurnRow.conversation == ConversationRow.id)
            .correlate(ConversationRow)
            .scalar_subquery()
        )
        query = (
            select(ConversationRow.id, TurnRow.question, turns, ConversationRow.created, ConversationRow.updated)
            .join(TurnRow, (TurnRow.conversation == ConversationRow.id) & (TurnRow.position == 0))
            .where(*conditions)
            .order_by(ConversationRow.updated.desc(), ConversationRow.id.desc())
            .limit(limit)
        )
        async with self._database.reading() as connection:
            return [ConversationHead(*row) for row in (await connection.execute(query)).all()]

    async def delete(self, conversation_id: str, owner: str | None) -> None:
        """Remove a conversation with its turns. Raises NotFoundError."""
        async with self._database.writing() as connection:
            await self._require(connection, conversation_id, owner, lock=True)
            await connection.execute(delete(ConversationRow).where(ConversationRow.id == conversation_id))
        await self.forget_marks()

    async def delete_all(self, owner: str | None) -> int:
        """Remove all conversations of the owner; returns how many."""
        return await self._delete(_owned_by(owner))

    async def expire(self, before: datetime) -> int:
        """Remove the conversations that were last used before that moment; returns how many."""
        return await self._delete(ConversationRow.updated < before)

    async def _delete(self, condition: ColumnElement[bool]) -> int:
        async with self._database.writing() as connection:
            result = await connection.execute(delete(ConversationRow).where(condition))
        if result.rowcount:
            await self.forget_marks()
        return result.rowcount

    async def cited_editions(self) -> set[str]:
        """Ids of the editions that stored answers cite."""
        async with self._database.reading() as connection:
            return await _cited(connection)

    async def forget_marks(self) -> None:
        """Note anew which editions stored answers cite, so that pruning may take those that none cites any more."""
        async with self._database.writing() as connection:
            await self._lock_marks(connection, shared=False)
            self._mark_cited(await _cited(connection), True)

    async def _lock_marks(self, connection: AsyncConnection, shared: bool) -> None:
        if self._database.dialect == "postgresql":  # on SQLite there is only one writer at a time
            function = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
            await connection.execute(text(f"SELECT {function}(:number)"), {"number": _MARKS_LOCK})

    async def _require(
        self, connection: AsyncConnection, conversation_id: str, owner: str | None, lock: bool = False
    ) -> None:
        _check_id(conversation_id)
        query = select(ConversationRow.id).where(ConversationRow.id == conversation_id, _owned_by(owner))
        if await connection.scalar(query.with_for_update() if lock else query) is None:
            raise _unknown(conversation_id)


def _owned_by(owner: str | None) -> ColumnElement[bool]:
    return ConversationRow.owner.is_not_distinct_from(owner)


def _check_id(conversation_id: str) -> None:
    """What is no id at all need not be looked for (and PostgreSQL would stumble over some of it)."""
    if _ID.fullmatch(conversation_id) is None:
        raise _unknown(conversation_id)


def _unknown(conversation_id: str) -> NotFoundError:
    return NotFoundError(f"There is no conversation {conversation_id!r}.")


async def _cited(connection: AsyncConnection) -> set[str]:
    rows = await connection.scalars(select(TurnRow.edition).where(TurnRow.edition.is_not(None)).distinct())
    return {edition for edition in rows if edition is not None}
