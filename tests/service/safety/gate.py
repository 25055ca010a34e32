"""The gate as its tests ask it: no country's numbers are set."""

from __future__ import annotations

from corpus.settings import Settings
from service.safety import Finding, check_message
from service.safety.resemblance import Resemblance

NONE_NAMED = Settings()


def check(message: str, resemblance: Resemblance | None = None, settings: Settings = NONE_NAMED) -> Finding | None:
    """What is found in a message that begins a conversation; without ``resemblance``, by patterns alone."""
    return check_message(message, settings, resemblance)
