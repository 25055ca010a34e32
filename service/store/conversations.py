"""Conversations and their turns. Each belongs to the key that made it; to everybody else it does not exist."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import NamedTuple, cast

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, func, insert, select, text, tuple_, update

from corpus.errors import NotFoundError
from service.store.audit import Audit, AuditLine
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


_NEW_CONVERSATION = insert(cast(Table, ConversationRow.__table__))
_NEW_TURN = insert(cast(Table, TurnRow.__table__))
_ID = re.compile(r"c[0-9a-f]{32}")


def new_conversation_id() -> str:
    """An id that cannot be guessed."""
    return f"c{secrets.token_hex(16)}"


class Conversations:
    """Reads and writes conversations."""

    def __init__(self, database: Database, clock: Callable[[], datetime], mark_cited: Marker, audit: Audit) -> None:
        """``mark_cited(edition_ids, only)`` notes that stored answers cite these editions (``only``: and no others)."""
        self._database = database
        self._clock = clock
        self._mark_cited = mark_cited
        self._audit = audit

    async def start(
        self, conversation_id: str, owner: str | None, turn: NewTurn, note: AuditLine | None = None
    ) -> None:
        """Keep a new conversation with its first turn. ``note``: is written to the audit with it, both or neither."""

        def work(connection: Connection) -> None:
            now = self._clock()
            connection.execute(
                _NEW_CONVERSATION, {"id": conversation_id, "owner": owner, "created": now, "updated": now}
            )
            self._put(connection, conversation_id, 0, turn, now, note)

        await self._database.write(work)

    async def go_on(self, conversation_id: str, owner: str | None, turn: NewTurn, note: AuditLine | None = None) -> int:
        """Keep the next turn; returns its position. Raises NotFoundError when the conversation is gone or another's.

        The conversation's row is locked meanwhile, so that turns which arrive together stand one after the other.
        ``note``: see :meth:`start`.
        """

        def work(connection: Connection) -> int:
            now = self._clock()
            _require(connection, conversation_id, owner, lock=True)
            last = connection.scalar(select(func.max(TurnRow.position)).where(TurnRow.conversation == conversation_id))
            position = 0 if last is None else last + 1
            self._put(connection, conversation_id, position, turn, now, note)
            connection.execute(update(ConversationRow).where(ConversationRow.id == conversation_id).values(updated=now))
            return position

        return await self._database.write(work)

    def _put(
        self,
        connection: Connection,
        conversation_id: str,
        position: int,
        turn: NewTurn,
        now: datetime,
        note: AuditLine | None,
    ) -> None:
        if turn.edition is not None:
            # Noted before the answer is visible, under the lock that forget_marks() takes: never cited without a note.
            self._lock_marks(connection, shared=True)
            self._mark_cited([turn.edition], False)
        connection.execute(
            _NEW_TURN,
            {
                "conversation": conversation_id,
                "position": position,
                "question": turn.question,
                "standalone_question": turn.standalone_question,
                "answer": turn.answer_json,
                "edition": turn.edition,
                "created": now,
            },
        )
        if note is not None:
            self._audit.put(connection, note)

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

        def work(connection: Connection) -> Sequence[Row[int, str, str, str, str | None, datetime]]:
            _require(connection, conversation_id, owner)
            return connection.execute(query).all()

        rows = await self._database.read(work)
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

        def work(connection: Connection) -> None:
            _require(connection, conversation_id, owner, lock=True)
            connection.execute(delete(ConversationRow).where(ConversationRow.id == conversation_id))

        await self._database.write(work)
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

    async def forget_marks(self) -> None:
        """Note anew which editions stored answers cite, so that pruning may take those that none cites any more."""

        def work(connection: Connection) -> None:
            self._lock_marks(connection, shared=False)
            self._mark_cited(_cited(connection), True)

        await self._database.write(work)

    def _lock_marks(self, connection: Connection, shared: bool) -> None:
        if self._database.dialect == "postgresql":  # on SQLite there is only one writer at a time
            function = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
            connection.execute(text(f"SELECT {function}(:number)"), {"number": _MARKS_LOCK})


def _require(connection: Connection, conversation_id: str, owner: str | None, lock: bool = False) -> None:
    _check_id(conversation_id)
    query = select(ConversationRow.id).where(ConversationRow.id == conversation_id, _owned_by(owner))
    if connection.scalar(query.with_for_update() if lock else query) is None:
        raise _unknown(conversation_id)


def _owned_by(owner: str | None) -> ColumnElement[bool]:
    return ConversationRow.owner.is_not_distinct_from(owner)


def _check_id(conversation_id: str) -> None:
    """What is no id at all need not be looked for (and PostgreSQL would stumble over some of it)."""
    if _ID.fullmatch(conversation_id) is None:
        raise _unknown(conversation_id)


def _unknown(conversation_id: str) -> NotFoundError:
    return NotFoundError(f"There is no conversation {conversation_id!r}.")


def _cited(connection: Connection) -> set[str]:
    rows = connection.scalars(select(TurnRow.edition).where(TurnRow.edition.is_not(None)).distinct())
    return {edition for edition in rows if edition is not None}
