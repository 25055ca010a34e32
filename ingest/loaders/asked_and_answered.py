"""Questions with their answers ("Q: … A: …"): an answer says little, or something else, without its question."""

from __future__ import annotations

import re

_QUESTION = re.compile(r"(?:Q(?:uestion)?\s*\d{0,3}\s*[:.)]\s*)?(?P<asked>[^?]{3,200}\?)", re.IGNORECASE)
_MARKED = re.compile(r"Q(?:uestion)?\s*\d{0,3}\s*[:.)]\s", re.IGNORECASE)
_ANSWER = re.compile(r"(?:A|Answer)\s*[:.)]\s+", re.IGNORECASE)
_YES_NO = re.compile(r"(?:yes|no|never|always|only|not|up to|it depends)\b", re.IGNORECASE)


def question_of(text: str) -> str | None:
    """The question that a heading or a paragraph is, without its mark; None where it is something else."""
    found = _QUESTION.fullmatch(text.strip())
    return found["asked"].strip() if found else None


def is_marked(text: str) -> bool:
    """Whether a text is marked as a question."""
    return _MARKED.match(text.strip()) is not None


def parted(text: str) -> tuple[str, str] | None:
    """Question and answer of a paragraph that holds both, marked; None where it does not."""
    found = re.match(rf"{_QUESTION.pattern}\s+(?=(?:A|Answer)\s*[:.)]\s)", text.strip(), re.IGNORECASE)
    if found is None or not is_marked(text):
        return None
    return found["asked"].strip(), text.strip()[found.end() :]


def answers(text: str) -> bool:
    """Whether a paragraph is an answer that cannot stand without its question: marked, or it begins with yes or no."""
    return _ANSWER.match(text.strip()) is not None or _YES_NO.match(text.strip()) is not None


def unmarked(text: str) -> str:
    """An answer without its mark."""
    return _ANSWER.sub("", text.strip(), count=1)
