"""Putting questions together from parts."""

from __future__ import annotations

import re

from service.analysis.wording import capital
from service.measured import WHO

# Behind "this" and "that", which point at nothing that was asked about before a time or a person ("this morning").
POINTING = (
    r"(?! (?:morning|afternoon|evening|night|day|week|weekend|month|year|summer|autumn|winter|spring|time|"
    rf"(?:mon|tues|wednes|thurs|fri|satur|sun)day|case|{WHO})\b)"
)
_ASKS = re.compile(
    r"(?:what|which|who|whom|how|when|where|why|is|are|do|does|did|can|could|should|would|will|must|may|any)\b", re.I
)


_OF_TIME = re.compile(
    r"^\W*(?:and |so |but )?(?:for |until |from |since )?"
    r"(?:how (?:long|often|soon|fast|quickly|late|early|many (?:days|weeks|months|years))|when)\b",
    re.I,
)


def asks_of_time(text: str) -> bool:
    """Whether a question asks how long, how often, how soon or when."""
    return _OF_TIME.match(text) is not None


def joined(before: str, rest: str) -> str:
    """The question before, and behind it what was added."""
    return f"{before.strip().rstrip('?.! ')}, {small(rest.strip().rstrip('?.! '))}?"


def as_question(text: str) -> str:
    """As a reader expects it: a capital first; a question mark where it begins with a word that asks."""
    text = text.strip()
    asks = _ASKS.match(text) is not None and text[-1:] not in ("?", ".", "!")
    return capital(text) + ("?" if asks else "")


def small(text: str) -> str:
    """Inside a sentence: a small first letter, but for abbreviations."""
    return text[:1].lower() + text[1:] if text.split(" ", 1)[0][1:].islower() else text


def sentences(message: str) -> list[str]:
    """The sentences of a message."""
    return [part for part in re.split(r"(?<=[.!?;])\s+", message.strip()) if part.strip()]


def with_behind(text: str, behind: str) -> str:
    """A question, and something behind it before its mark."""
    end = "?" if text.rstrip().endswith("?") else ""
    return text.rstrip().rstrip("?.! ") + behind + end
