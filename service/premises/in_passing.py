"""What a question says in passing: of something that it names, or a figure that is named as if known."""

from __future__ import annotations

import re

from service.premises.cues import cues
from service.premises.front import ASKING, NAMED, STATING
from service.premises.persons import OF_SOMEONE
from service.sentences.figures import figures

# "How is X, harmless in Y, given?", "… on X, which has no Z?": what is said of X beside the question.
_BESIDE = re.compile(
    r"(?P<head>[\w-]+(?: [\w-]+)?), "
    r"(?P<said>(?!and\b|or\b|but\b|if\b|when\b|for\b|with\b|in\b)[\w'’-]+(?: [\w'’/%-]+){2,14})\s*[,?]",
    re.I,
)
_BARE = re.compile(rf"^(?:{ASKING}|the|an?|on|for|of|to|with|give|given|in|by|about|from|is|does) ", re.I)
_NONE = re.compile(r"\b(?:no|not|never|without)\b", re.I)
_WHETHER = r"(?:is|are|do|does|did|can|could|should|would|may|must|will|shall|has|have|was|were)\b"
_KNOWN = r"(?:the|its|their|usual|standard|recommended|normal)"
_DEFINITE = re.compile(
    rf"\b(?P<named>{_KNOWN}\s+(?:[\w/-]+\s+){{0,4}}?{NAMED}\s+(?:of|from|at|under|below|above|over|being|is)\s+"
    rf"[<>≤≥]?\s?\d[^?]*|{_KNOWN}\s+(?:[A-Za-z][\w/-]*\s+){{0,2}}?\d[\w.,/-]*\s?[\w%/-]*\s+(?:\w+\s+)?{NAMED}\b[^?]*)",
    re.I,
)
DOSES_AND_TIMES = ("mass", "units", "time", "interval", "ratio")
_PERIOD = r"\d+(?:[.,]\d+)?[\s-]?(?:min(?:ute)?s?|h|hours?|days?|weeks?|months?|years?)"
_CIRCUMSTANCE = re.compile(
    rf"\b(?:after|in (?:the )?first|first|for (?:the )?(?:past|last)|since|at|by|delayed|missed)\s+"
    rf"(?:about\s+)?{_PERIOD}\b|"
    rf"\b{_PERIOD}\s+(?:after|before|post|into|later|ago|from|late|overdue|old|earlier|since|prior|out|pregnant|"
    r"gestation)\b|\b(?:(?:on|at|by|in)\s+)?(?:day|week|month)s?\s+\d+\b",
    re.I,
)
_FIGURE = re.compile(r"\d")


def said_beside(text: str) -> str | None:
    """What a question says in passing of something that it names."""
    if not re.match(rf"^\W*{ASKING}", text, re.I):
        return None
    for match in _BESIDE.finditer(text):
        said = match["said"]
        if re.match(ASKING, said, re.I) and not re.match(r"which|who", said, re.I):
            continue
        if any(cue.strength >= STATING for cue in cues(said)) or _NONE.search(said):
            return f"{_BARE.sub('', match['head'])}, {said}"
    return None


def named_figure(text: str) -> str | None:
    """What is named with its figure as if that were known: "the initial target of 80", "the 14-day course"."""
    match = _DEFINITE.search(text)
    return match["named"].strip() if match is not None else None


def dose_or_time(text: str, front: str) -> str | None:
    """The part of a question that has a dose or a time: ``front``, what stands before what is asked, or all of it;
    None where it asks whether that is so, or tells of a patient.
    """
    # When something is asked about ("3 hours after", "in the first 3 hours") is circumstance, no assumption.
    clause = _CIRCUMSTANCE.sub(" ", front or text)
    if not front and re.match(rf"^\W*{_WHETHER}", text, re.I):
        return None
    if OF_SOMEONE.search(text):
        return None  # what a patient takes or has had is no assumption
    told = any(f.kind.startswith(DOSES_AND_TIMES) and _FIGURE.match(clause[f.start]) for f in figures(clause))
    return clause if told else None
