"""What is checked before anything is searched: emergencies, self-harm, harmful requests, orders of other work; and what
is said to each.

Someone who describes an emergency of their own, or of somebody with them, gets a fixed text and no generated advice. A
clinician's professional question about the same condition is not one.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.settings import Settings
from service.answer import Notice, Status
from service.distress import Distress, distress, may_be_own
from service.harmful import asks_for_a_way, is_harmful
from service.resemblance import Resemblance
from service.scope import is_commission

# Likelihoods from which a resemblance counts. Missing somebody in danger is worse than a false alarm, which costs a
# second question; both were set on messages that were not learnt from (docs/decisions/0007-safety.md).
_IN_DANGER = 0.7
_HARMFUL = 0.6
_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Finding:
    """What is answered instead of the question."""

    status: Status
    notice: Notice


def check_message(message: str, settings: Settings, resemblance: Resemblance | None = None) -> Finding | None:
    """A finding when the message must not be answered from the library; None otherwise.

    ``resemblance``: recognises what is put in unusual words, too; without it the patterns decide alone.
    """
    found = distress(message) or (_resembles_distress(message, resemblance) if resemblance else None)
    if found is Distress.SELF_HARM:
        return Finding(Status.EMERGENCY, Notice(kind="self_harm", text=_self_harm_text(settings)))
    if found is Distress.EMERGENCY:
        return Finding(Status.EMERGENCY, Notice(kind="emergency", text=_emergency_text(settings)))
    if is_harmful(message):
        return Finding(Status.DECLINED, Notice(kind="declined", text=_DECLINED))
    if is_commission(message):
        return Finding(Status.OUT_OF_SCOPE, Notice(kind="out_of_scope", text=_NO_QUESTION))
    if resemblance and asks_for_a_way(message) and resemblance.harm(message) >= _HARMFUL:
        return Finding(Status.DECLINED, Notice(kind="declined", text=_DECLINED))
    return None


def _resembles_distress(message: str, resemblance: Resemblance) -> Distress | None:
    if not may_be_own(message) or resemblance.distress(message) < _IN_DANGER:
        return None
    return Distress.SELF_HARM if resemblance.self_harm(message) >= _EVEN else Distress.EMERGENCY


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
_NO_QUESTION = (
    "Footnote answers medical questions from the texts of its library; it does not write other texts or programs. Please ask what "
    "you want to know."
)
