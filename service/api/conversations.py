"""The caller's conversations: listed, read, deleted. Those of other keys do not exist for the caller."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from corpus.errors import BadInputError
from service.api.openapi import problems
from service.api.paging import CursorParam, LimitParam, make_cursor, read_cursor
from service.api.services import CallerDep, ServicesDep
from service.store import ConversationHead, StoredTurn

router = APIRouter(prefix="/v1/conversations", tags=["conversations"])


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ConversationSummary(_Model):
    """A conversation in a list."""

    id: str
    first_question: str
    turns: int = Field(description="How many questions it has.")
    created_at: datetime
    updated_at: datetime


class ConversationList(_Model):
    """A page of conversations, last used first."""

    total: int
    conversations: list[ConversationSummary]
    next: str | None = Field(description="Cursor of the next page; null on the last.")


class TurnOut(_Model):
    """A question and its answer as it was given."""

    position: int = Field(description="0 for the first.")
    question: str
    standalone_question: str = Field(description="What was searched.")
    edition: str | None = Field(description="The edition that the answer cites: texts and passages are read with it.")
    created_at: datetime
    answer: dict[str, Any] = Field(description="The Answer as `POST /v1/chat` gave it.")


class ConversationOut(ConversationSummary):
    """A conversation with all its turns."""

    history: list[TurnOut]


@router.get(
    "",
    summary="List conversations",
    operation_id="list_conversations",
    responses=problems("validation", "bad_input"),
)
async def list_conversations(
    services: ServicesDep, caller: CallerDep, limit: LimitParam = 50, cursor: CursorParam = None
) -> ConversationList:
    """The conversations that were held with the caller's key."""
    after = _place(cursor) if cursor is not None else None
    heads, total = await services.store.conversations.page(caller.key_id, limit + 1, after)
    last = heads[limit - 1] if len(heads) > limit else None
    return ConversationList(
        total=total,
        conversations=[ConversationSummary(**_summary(head)) for head in heads[:limit]],
        next=make_cursor(last.updated.isoformat(), last.id) if last else None,
    )


@router.delete(
    "",
    status_code=204,
    summary="Delete all conversations",
    operation_id="delete_conversations",
    responses=problems(),
)
async def delete_conversations(services: ServicesDep, caller: CallerDep) -> None:
    """Remove every conversation that was held with the caller's key."""
    removed = await services.store.conversations.delete_all(caller.key_id)
    await services.store.audit.note("conversation.delete_all", key=caller.key_id, about=str(removed))


@router.get(
    "/{conversation_id}",
    summary="Read a conversation",
    operation_id="get_conversation",
    responses=problems("validation", "not_found"),
)
async def get_conversation(conversation_id: str, services: ServicesDep, caller: CallerDep) -> ConversationOut:
    """A conversation with its questions and the answers as they were given."""
    head = await services.store.conversations.head(conversation_id, caller.key_id)
    turns = await services.store.conversations.turns(conversation_id, caller.key_id)
    await services.store.audit.note("conversation.read", key=caller.key_id, about=conversation_id)
    return ConversationOut(**_summary(head), history=[_turn(turn) for turn in turns])


@router.delete(
    "/{conversation_id}",
    status_code=204,
    summary="Delete a conversation",
    operation_id="delete_conversation",
    responses=problems("validation", "not_found"),
)
async def delete_conversation(conversation_id: str, services: ServicesDep, caller: CallerDep) -> None:
    """Remove a conversation with its questions and answers."""
    await services.store.conversations.delete(conversation_id, caller.key_id)
    await services.store.audit.note("conversation.delete", key=caller.key_id, about=conversation_id)


def _place(cursor: str) -> tuple[datetime, str]:
    updated, conversation_id = read_cursor(cursor, 2)
    try:
        moment = datetime.fromisoformat(updated)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or "\0" in conversation_id:
        raise BadInputError("The cursor is not one that this service gave: begin with the first page.")
    return moment, conversation_id


def _summary(head: ConversationHead) -> dict[str, Any]:
    return {
        "id": head.id,
        "first_question": head.first_question,
        "turns": head.turns,
        "created_at": head.created,
        "updated_at": head.updated,
    }


def _turn(turn: StoredTurn) -> TurnOut:
    return TurnOut(
        position=turn.position,
        question=turn.question,
        standalone_question=turn.standalone_question,
        edition=turn.edition,
        created_at=turn.created,
        answer=turn.answer,
    )
