"""``POST /v1/chat``: a question in, a cited answer out, whole or as events."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import cast

from fastapi import APIRouter, Depends, Request
from fastapi.sse import EventSourceResponse
from starlette.responses import Response

from service.answer import Answer, ChatRequest
from service.api.asking import Asking
from service.api.events import answer_stream
from service.api.examples import EVENTS
from service.api.guards import json_body
from service.api.openapi import problems
from service.api.problems import note_reader
from service.api.services import CallerDep

router = APIRouter(prefix="/v1", tags=["answers"])


@router.post(
    "/chat",
    summary="Ask a question",
    operation_id="chat",
    response_model=Answer,
    dependencies=[Depends(json_body)],
    responses={
        200: {
            "description": "The answer; as events where `stream` is true or `Accept` asks for `text/event-stream`.",
            "content": {
                "text/event-stream": {"schema": {"type": "string"}, "example": EVENTS},
            },
        },
        **problems(
            "validation", "message_empty", "message_too_long", "not_found", "no_edition", "overloaded", body=True
        ),
    },
)
async def chat(request: Request, body: ChatRequest, caller: CallerDep) -> Response:
    """Answer from the library, every statement with the words that it rests on.

    A question that the library cannot answer is no error: see the answer's `status`. With `conversation_id`, the
    message is understood as going on with that conversation.

    The events of a stream: `status` `{stage}`; `reference` before the first statement that uses it; `statement`
    `{section, index, place, statement}` (never taken back; `place` is its JSON pointer in the answer); at the end
    `answer`, the whole JSON, or `error`, a problem document.
    """
    asking = cast(Asking, request.app.state.asking)
    note_reader(request.scope, body.audience)
    question = await asking.prepare(body, caller)
    if body.stream or _wants_events(request):
        events = answer_stream(request.scope, partial(asking.start, question))
        return EventSourceResponse(events, headers={"x-accel-buffering": "no"})
    answer = await asyncio.shield(asking.start(question))
    return Response(answer.model_dump_json(), media_type="application/json")


def _wants_events(request: Request) -> bool:
    kinds = [part.partition(";")[0].strip().lower() for part in request.headers.get("accept", "").split(",")]
    return "text/event-stream" in kinds
