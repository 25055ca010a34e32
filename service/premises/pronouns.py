"""What a pronoun at the beginning of a clause stands for: what the question is about, or names last before it."""

from __future__ import annotations

import re

PRONOUN = re.compile(r"^\W*(?:it|they|this|these|that|those)\b", re.I)
_LINK = re.compile(
    r"\b(?:of|for|with|about|on|is|are|to|give|use|in|start|take|by|from|i|we|do|does|stop|hold|check|have|get|need)\b",
    re.I,
)
_SUBJECT = re.compile(  # "(how is) X stopped"
    r"^\W*(?!there\b|it\b|i\b|we\b)(?P<name>(?:(?:the|an?)\s)?[\w'’-]+(?:\s[\w'’-]+)?)\s"
    r"(?:[a-z]{3,}ed|given|taken|chosen|kept|begun|done)\b",
    re.I,
)
_LONGEST = 4  # words of a name that a pronoun stands for


def with_name(clause: str, before: str) -> str:
    """``clause`` with what its pronoun at the beginning stands for: what is named last before it."""
    subject = _SUBJECT.match(before)
    name = subject["name"] if subject is not None else _LINK.split(before)[-1].strip(" ,")
    if not name or len(name.split()) > _LONGEST:
        return f"{clause}, {before}"
    return PRONOUN.sub(name, clause, count=1)
