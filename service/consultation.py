"""What is asked: a message, what was said before it, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus.errors import BadInputError
from corpus.settings import Settings
from service.answer import Answer, Audience, Mode


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation and what it was understood as."""

    question: str
    standalone_question: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Consultation:
    """What is asked."""

    message: str
    conversation_id: str
    history: Sequence[Turn] = ()
    audience: Audience = Audience.CLINICIAN
    mode: Mode | None = None
    edition: str | None = None


def readable_message(consultation: Consultation, settings: Settings) -> str:
    """The message on one line. Raises BadInputError for one that cannot be answered, or not for this reader."""
    message = " ".join(consultation.message.split())
    if not message:
        raise BadInputError("The message is empty: ask a question.")
    if len(message) > settings.max_message_chars:
        raise BadInputError(
            f"The message has {len(message)} characters; at most {settings.max_message_chars} are read: shorten it, or "
            "raise FOOTNOTE_MAX_MESSAGE_CHARS."
        )
    if not message.isascii() and any("\ud800" <= character <= "\udfff" for character in message):
        raise BadInputError("The message holds half a character (a lone surrogate): send valid Unicode text.")
    if consultation.audience is Audience.PATIENT and not settings.patient_audience:
        raise BadInputError("audience=patient is switched off here (FOOTNOTE_PATIENT_AUDIENCE).")
    return message


@dataclass(slots=True)
class Listener:
    """Hears how the answer comes about: ``stage`` names what is being done."""

    stage: Callable[[str], None] = field(default=lambda name: None)
