"""An answer as server-sent events, in an order that can be shown while it arrives and is never taken back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from starlette.types import Scope

from service.answer import Answer, AnswerSection, Statement
from service.api.problems import problem_of

# Proxies close a connection on which nothing is heard for a while.
KEEP_ALIVE_SECONDS = 15.0


def event(name: str, data: Any) -> bytes:
    """One event with JSON as its data."""
    return format_sse_event(event=name, data_str=json.dumps(data, ensure_ascii=False))


def answer_events(answer: Answer) -> Iterator[bytes]:
    """``reference`` before the first ``statement`` that uses it, every statement once, then the whole ``answer``."""
    references = {reference.number: reference for reference in answer.references}
    for place, section, index, statement in _places(answer):
        for number in statement.citations:
            reference = references.pop(number, None)
            if reference is not None:
                yield event("reference", reference.model_dump(mode="json"))
        yield event(
            "statement",
            {"section": section, "index": index, "place": place, "statement": statement.model_dump(mode="json")},
        )
    yield format_sse_event(event="answer", data_str=answer.model_dump_json())


def _places(answer: Answer) -> Iterator[tuple[str, str | None, int, Statement]]:
    """Each statement in reading order: its JSON pointer, its headings (None outside sections), its index there."""
    for index, premise in enumerate(answer.premise):
        yield f"/premise/{index}/correction", None, index, premise.correction
    if answer.bottom_line is not None:
        yield "/bottom_line", None, 0, answer.bottom_line
    yield from _in_sections(answer.sections, "", ())
    for number, conflict in enumerate(answer.conflicts):
        for index, statement in enumerate(conflict.statements):
            yield f"/conflicts/{number}/statements/{index}", None, index, statement
    for index, calculation in enumerate(answer.calculations):
        if calculation.interpretation is not None:
            yield f"/calculations/{index}/interpretation", None, index, calculation.interpretation


def _in_sections(
    sections: list[AnswerSection], base: str, above: tuple[str, ...]
) -> Iterator[tuple[str, str | None, int, Statement]]:
    for number, section in enumerate(sections):
        headings = (*above, section.heading)
        pointer = f"{base}/sections/{number}"
        for index, statement in enumerate(section.statements):
            yield f"{pointer}/statements/{index}", " › ".join(headings), index, statement
        yield from _in_sections(section.sections, pointer, headings)


async def answer_stream(
    scope: Scope, start: Callable[[Callable[[str], None]], asyncio.Task[Answer]]
) -> AsyncIterator[bytes]:
    """The events of one question. ``start(stage)`` begins to answer it.

    Nothing is raised, because that would tear the connection: a failure is the last event, ``error``, with a problem
    document. A reader who goes away ends the stream; the answer is finished and kept all the same (see Asking).
    """
    stages: asyncio.Queue[str | None] = asyncio.Queue()
    task = start(stages.put_nowait)
    task.add_done_callback(lambda _: stages.put_nowait(None))
    while True:
        try:
            stage = await asyncio.wait_for(stages.get(), KEEP_ALIVE_SECONDS)
        except TimeoutError:
            yield KEEPALIVE_COMMENT
            continue
        if stage is None:
            break
        yield event("status", {"stage": stage})
    try:
        for chunk in answer_events(task.result()):
            yield chunk
    except Exception as error:  # whatever it is, the reader is told
        yield event("error", problem_of(scope, error).model_dump(mode="json", exclude_none=True))
