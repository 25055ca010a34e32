"""What is checked before anything is searched: emergencies, self-harm, harmful requests, and what is said to them.

Someone who describes an emergency of their own, or of somebody with them, gets a fixed text and no generated advice. A
clinician's professional question about the same condition is not one.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.settings import Settings
from service.answer import Notice, Status
from service.distress import Distress, distress
from service.harmful import is_harmful

@dataclass(frozen=True, slots=True)
class Finding:
    """What is answered instead of the question."""

    status: Status
    notice: Notice


def check_message(message: str, settings: Settings) -> Finding | None:
    """A finding when the message must not be answered from the library; None otherwise."""
    found = distress(message)
    if found is Distress.SELF_HARM:
        return Finding(Status.EMERGENCY, Notice(kind="self_harm", text=_self_harm_text(settings)))
    if found is Distress.EMERGENCY:
        return Finding(Status.EMERGENCY, Notice(kind="emergency", text=_emergency_text(settings)))
    if is_harmful(message):
        return Finding(Status.DECLINED, Notice(kind="declined", text=_DECLINED))
    return None


def _call(settings: Settings) -> str:
    if settings.emergency_number:
        return f"call {settings.emergency_number}"
    return "call your local emergency number"


def _emergency_text(settings: Settings) -> str:
    return (
        f"This may be an emergency. Please {_call(settings)} now, or have somebody take you to the nearest emergency "
        "department. Do not wait for an answer from this service: it cannot examine anybody and gives no advice in an emergency."
    )


def _self_harm_text(settings: Settings) -> str:
    return (
        "What you write sounds very hard, and you do not have to be alone with it. If you might act on these thoughts, or have "
        f"already taken something or hurt yourself, please {_call(settings)} now or go to the nearest emergency department. "
        "Please also tell somebody near you, and call a crisis line: findahelpline.com lists those of your country. "
        "This service cannot help in a crisis; people can."
    )


_DECLINED = (
    "This request is declined, because what it asks for could be used to harm somebody. Footnote answers questions about medical "
    "care from the texts of its library."
)
