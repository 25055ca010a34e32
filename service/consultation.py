"""What is asked: a message, what was said before it, and for whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus.errors import BadInputError
from corpus.settings import Settings
from service.answer import Answer, Audience, Mode

# Elements of HTML, as a page that was copied leaves them; "<30" and "p<0.05>" are none.
_ELEMENT = (
    r"(?:a|abbr|article|b|blockquote|body|br|button|code|div|em|font|form|h[1-6]|head|hr|html|i|iframe|img|input|label|li|link|main|meta|"
    r"ol|option|p|pre|script|section|select|small|span|strong|style|sub|sup|svg|table|tbody|td|textarea|th|thead|tr|u|ul)"
)
_PROGRAM = re.compile(r"<(?P<kind>script|style)\b[^<>]*>.*?</(?P=kind)\s*>", re.I | re.S)
_INSIDE_A_WORD = re.compile(
    r"</?(?:a|abbr|b|em|font|i|small|span|strong|sub|sup|u)(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>", re.I
)
_TAG = re.compile(rf"</?{_ELEMENT}(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>", re.I)


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
    """The message on one line, without markup. Raises BadInputError for one that cannot be answered, or not for this
    reader.
    """
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
    return _without_markup(message) or message


def _without_markup(message: str) -> str:
    if "<" not in message:
        return message
    return " ".join(_TAG.sub(" ", _INSIDE_A_WORD.sub("", _PROGRAM.sub(" ", message))).split())


@dataclass(slots=True)
class Listener:
    """Hears how the answer comes about: ``stage`` names what is being done."""

    stage: Callable[[str], None] = field(default=lambda name: None)
