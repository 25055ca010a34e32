"""One question through the service: its conversation looked up, the library consulted in a thread, the turn kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import anyio
import anyio.to_thread
from pydantic import ValidationError

from corpus.errors import FootnoteError, NotFoundError
from service.access import Caller
from service.answer import Answer, ChatRequest
from service.api.problems import ApiError
from service.api.services import Services
from service.consultation import Consultation, Listener, Turn
from service.store import AuditLine, NewTurn, StoredTurn, new_conversation_id

_AT_ONCE = 8  # consultations in threads; they share the cores, so that more would only make each slower
_WAITING = 64  # more are turned away, so that nobody waits for minutes
_HISTORY = 20  # a follow-up refers to what was said lately

Stage = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Question:
    """A question that may be asked: checked, with its conversation."""

    consultation: Consultation
    owner: str | None
    is_new: bool


class Asking:
    """Asks the library. What has begun is finished and kept, whether or not the asker is still there."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._limiter = anyio.CapacityLimiter(_AT_ONCE)
        self._running: set[asyncio.Task[Answer]] = set()

    async def prepare(self, request: ChatRequest, caller: Caller) -> Question:
        """Check all that can be checked before anything is sent.

        Raises ApiError (message_empty, message_too_long, overloaded), NotFoundError or NoEditionError.
        """
        check_message(request.message, self._services.settings.max_message_chars)
        if request.article_id is not None:
            raise NotFoundError(f"There is no article {request.article_id!r}.")
        if len(self._running) >= _AT_ONCE + _WAITING:
            raise ApiError("overloaded", "Too many questions are being answered: try again in a few seconds.")
        history: list[StoredTurn] = []
        if request.conversation_id is not None:
            history = await self._services.store.conversations.turns(
                request.conversation_id, caller.key_id, last=_HISTORY
            )
        if request.edition is not None:
            await anyio.to_thread.run_sync(self._services.library.require, request.edition)
        return Question(
            Consultation(
                message=request.message,
                conversation_id=request.conversation_id or new_conversation_id(),
                history=[_turn(stored) for stored in history],
                audience=request.audience,
                mode=request.mode,
                edition=request.edition,
            ),
            owner=caller.key_id,
            is_new=request.conversation_id is None,
        )

    def start(self, question: Question, stage: Stage = lambda name: None) -> asyncio.Task[Answer]:
        """Begin to answer. ``stage`` is called, in the event loop, with the name of each stage."""
        task = asyncio.create_task(self._answer(question, stage))
        self._running.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Answer]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # seen: an asker who has gone does not fetch it

    async def _answer(self, question: Question, stage: Stage) -> Answer:
        loop = asyncio.get_running_loop()
        listener = Listener(stage=lambda name: _tell(loop, stage, name))
        try:
            answer = await anyio.to_thread.run_sync(
                self._services.library.consult, question.consultation, listener, limiter=self._limiter
            )
            await self._keep(question, answer)
        except Exception as error:
            await self._services.store.audit.note(
                "chat",
                key=question.owner,
                about=question.consultation.conversation_id,
                status=error.code if isinstance(error, FootnoteError) else "internal_error",
            )
            raise
        return answer

    async def _keep(self, question: Question, answer: Answer) -> None:
        edition = answer.edition.id if answer.edition else None
        turn = NewTurn(question.consultation.message, answer.standalone_question, answer.model_dump_json(), edition)
        store, conversation = self._services.store, question.consultation.conversation_id
        keep = store.conversations.start if question.is_new else store.conversations.go_on
        await keep(
            conversation, question.owner, turn, AuditLine("chat", question.owner, conversation, answer.status, edition)
        )
        self._services.metrics.answer(answer.status, answer.mode)

    async def drain(self) -> None:
        """Wait until everything that has begun is finished."""
        while self._running:
            await asyncio.wait(self._running)


def check_message(message: str, longest: int) -> None:
    """Raises ApiError for a message without words, or longer than ``longest`` characters."""
    if len(message) > longest:
        raise ApiError("message_too_long", f"The message has {len(message)} characters; at most {longest} are read.")
    if not any(char.isalnum() for char in message):
        raise ApiError("message_empty", "Ask a question: the message has no words.")


def _turn(stored: StoredTurn) -> Turn:
    try:
        answer = Answer.model_validate(stored.answer)
    except ValidationError:  # kept by an earlier version of the contract
        answer = None
    return Turn(stored.question, stored.standalone_question, answer)


def _tell(loop: asyncio.AbstractEventLoop, stage: Stage, name: str) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(stage, name)
