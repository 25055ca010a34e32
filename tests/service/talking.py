"""A conversation with a library."""

from __future__ import annotations

from service.answer import Answer
from service.consultation import Consultation, Turn
from service.library import Library


def talk(library: Library, *messages: str) -> list[Answer]:
    """The answers to messages of one conversation, in their order."""
    history: list[Turn] = []
    for message in messages:
        answer = library.consult(Consultation(message, "c", tuple(history)))
        history.append(Turn(message, answer.standalone_question, answer))
    return [turn.answer for turn in history if turn.answer is not None]
