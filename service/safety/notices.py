"""What is said to an emergency, to a wish to die, to a harmful request and to an order of other work: fixed texts."""

from __future__ import annotations

from corpus.settings import Settings
from service.safety.harmful import Harm


def _call(settings: Settings) -> str:
    if settings.emergency_number:
        return f"call {settings.emergency_number}"
    return "call your local emergency number"


def emergency_text(settings: Settings) -> str:
    return (
        f"This may be an emergency. Please {_call(settings)} now, or have somebody take you to the nearest emergency "
        "department. Do not wait for an answer from this service: it cannot examine anybody and gives no advice in an emergency."
    )


def self_harm_text(settings: Settings) -> str:
    return (
        "What you write sounds very hard, and you do not have to be alone with it. If you might act on these thoughts, or have "
        f"already taken something or hurt yourself, please {_call(settings)} now or go to the nearest emergency department. "
        "Please also tell somebody near you, and call a crisis line: findahelpline.com lists those of your country. "
        "This service cannot help in a crisis; people can."
    )


def declined(harm: Harm) -> str:
    return (
        f"This request is declined, because it seems to ask for a way {harm.value}. Footnote answers questions about medical care from "
        "the texts of its library. If it was meant otherwise, please say what it is for: how something is recognised, prevented or "
        "treated can be asked."
    )


NO_QUESTION = (
    "Footnote answers medical questions from the texts of its library; it does not write other texts or programs. Please ask what "
    "you want to know."
)
