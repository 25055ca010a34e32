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
# "Is X safe in Y, since it …", "how do I give X with Y": it is X that is asked about, Y is the circumstance.
_CIRCUMSTANCE = re.compile(
    r"\s(?:with|in|for|during|at|on|after|before|if|when|while|among|to (?:treat|prevent|lower|raise|stop)|as|despite|"
    r"and|or|but)\s.*$",
    re.I,
)
_SAID_OF_IT = re.compile(
    r"\s(?:be|is|are|still|really|safe(?:ly)?|ok(?:ay)?|fine|allowed|useful|good|best|better|first|right|"
    r"necessary|needed|enough|effective|preferred|recommended|contra-?indicated|harmful|work|help)\b.*$",
    re.I,
)
_HERE = re.compile(
    r"\b(?:here|there(?! (?:is|are|was|were)\b)|in (?:this|that|such a) (?:case|setting|situation))\b", re.I
)
_PIECE = re.compile(r"\s*[;:.]\s+|\s[–—-]\s")
_LONGEST = 4  # words of a name that a pronoun stands for


def with_name(clause: str, before: str) -> str:
    """``clause`` with what its pronoun at the beginning stands for: what is asked about before it, or named last."""
    subject = _SUBJECT.match(before)
    name = subject["name"] if subject is not None else _asked_about(before) or _last(before)
    if not name or len(name.split()) > _LONGEST:
        return f"{clause}, {before}"
    return PRONOUN.sub(name, clause, count=1)


def with_place(clause: str, front: str) -> str:
    """``clause`` with what "here" stands for: what ``front`` names first. Not where it tells values,
    at which something else may be right than in all others.
    """
    name = " ".join(_PIECE.split(front)[0].replace(",", " ").split())
    if not name or any(map(str.isdigit, name)) or len(name.split()) > _LONGEST or PRONOUN.match(name) or name in clause:
        return clause
    return _HERE.sub(f"in {name}", clause, count=1)


def _asked_about(before: str) -> str:
    """What is asked about, without its circumstances and what is said of it; empty where nothing is left."""
    return _last(_SAID_OF_IT.sub("", _CIRCUMSTANCE.sub("", before.strip())))


def _last(before: str) -> str:
    return _LINK.split(before)[-1].strip(" ,")
