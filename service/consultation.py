"""What is asked: a message, what was said before it, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Listener:
    """Hears how the answer comes about: ``stage`` names what is being done."""

    stage: Callable[[str], None] = field(default=lambda name: None)
