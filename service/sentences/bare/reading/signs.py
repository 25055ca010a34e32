"""Signs that stand in a sentence for names, so that a pattern can tell of what something is said."""

from __future__ import annotations

import re
from collections.abc import Iterable

Place = tuple[int, int]  # from and to these characters of a sentence

SUBJECT, OTHER, DRUG = "¤", "·", "†"  # the subject of a question, another of its kind, a drug
SETTING = "◦"  # the subject where it only tells in which setting something else is
_BRACKETS = re.compile(rf"\s*\((?![^)]*{SUBJECT})[^()]*\)")


def replaced(text: str, places: Iterable[tuple[Place, str]]) -> str:
    """A text with what each place is to have instead."""
    for (start, end), sign in sorted(places, reverse=True):
        text = f"{text[:start]}{sign}{text[end:]}"
    return text


def signed_plainly(text: str, places: Iterable[tuple[Place, str]]) -> str:
    """A text with what each place is to have instead, and no brackets but those in which the subject is named."""
    return _BRACKETS.sub("", replaced(text, places))


def without(text: str, places: Iterable[Place]) -> str:
    """A text without what stands at these places."""
    return replaced(text, ((place, " ") for place in places))


def overlaps(place: Place, others: Iterable[Place]) -> bool:
    """Whether a place has characters in common with one of ``others``."""
    return any(place[0] < end and start < place[1] for start, end in others)
