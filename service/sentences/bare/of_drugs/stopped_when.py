"""When a drug is stopped or held: at what finding, in which illness, after how long. What comes after it was stopped,
and that it was stopped in so many people, says nothing of when it should be.
"""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import is_of, on_all, run_before, speaks_for_all, takes
from service.sentences.bare.reading.said import Said

_WORDS = (
    r"(?:stop(?:ped|ping)?|h[eo]ld(?:ing)?|withh[eo]ld(?:ing)?|discontinu(?:e|ed|ing|ation)|withdraw(?:n|ing)?|paus(?:e|ed|ing)|"
    r"ceas(?:e|ed|ing)|interrupt(?:ed|ing)?|omit(?:ted)?|com(?:e|ing) off)"
)
_ASKED = re.compile(
    rf"\b(?:when|in whom)\b(?=[^?]*\b{_WORDS}\b)|"
    rf"\b(?:criteria|indications?|reasons?|threshold|rules?) (?:for|to) (?={_WORDS}\b)|\bstopping (?:criteria|rules?)\b|"
    rf"\b{_WORDS}\b(?=[^?]*\b(?:when|criteria)\b|\s*\W*$|\s)",
    re.I,
)
_UNLESS = re.compile(
    r"\b(?:how|restart\w*|resum\w+|after|before|since|abrupt\w*|sudden\w*|taper\w*|surg\w+|operat\w+|start|"
    r"what (?:happens|happened|follows|then)|(?:risks?|effects?|consequences?) (?:of|when|if|after))\b|"
    r"^(?!.*\b(?:when|in whom|criteria|indications?|reasons?|threshold|rules?)\b)",
    re.I,
)
_FRAME = frozenset(
    """take taking drug drugs medicine medication tablets treatment therapy safely need needed consider considered long
    term""".split()
)
_STOPS = re.compile(
    r"\b(?:stops?|stopped|stopping|h[eo]lds?|holding|withh[eo]lds?|withholding|discontinu\w+|withdr[ae]ws?|withdrawn|withdrawing|"
    r"pauses?|paused|interrupts?|interrupted|omits?|omitted|ceased)\b"
    r"(?! (?:early|gradually|slowly|abruptly|suddenly|through|step|rais\w+|increas\w+|that)\b)",
    re.I,
)
_GOES_ON = re.compile(r"\b(?:continues?|(?:is|are|be) continued)\b[^.;]{0,60}?\buntil\b", re.I)
_PAST = re.compile(r"(?:ed|held|withdrawn|drew)$", re.I)
# Before it: that it was done, is not done, or is done by those of whom something else is told.
_DONE = re.compile(
    r"\b(?:(?:was|were|had been|who|not|never|not be|no (?:\w+ )?reason to|whether)(?: [\w-]+)?|cannot) $|^\W*to $",
    re.I,
)
_AFTERWARDS = re.compile(
    r"\b(?:after|since|once|until|when|whenever|if|while|before|following|by|on|upon|of|than|without|whether)"
    r" (?:(?:you|they|it|an?|the|your|treatment with|has|have|is|are|been|was|were) )*$|\b(?:started|added|begun),? (?:or )?$",
    re.I,
)
_IS = re.compile(r"\b(?:is|are|be|been)(?: [\w-]+){0,2} $|, (?:and |or )?$|\b(?:and|or) (?:is )?$", re.I)
_ITSELF = re.compile(r" (?:it|them)\b", re.I)
_RUNS_OUT = re.compile(r" (?:when|if|once|at|until)\b", re.I)
_ADJECTIVE = re.compile(r" (?:to be|indicated|generally|unnecessary|safe|effective|useful|contra\w+)\b", re.I)
_CASE = re.compile(
    r"\b(?:if|when|whenever|once|at|below|above|under|over|with|in|during|for|because|before|after|until|unless|upon|by|from|then|"
    r"as soon as|requires?|calls? for|means|needs?|justif\w+)\b|[<>≥≤]",
    re.I,
)
_GERUND = re.compile(r"^\W*$|\bthat $", re.I)
_ADVISED = re.compile(
    r"[^.;]*?\b(?:is|should be) (?:\w+ )?(?:advised|considered|recommended|needed|required|suggested)\b", re.I
)


def _told(said: Said) -> bool:
    if not speaks_for_all(said):
        return False
    goes_on = _GOES_ON.finditer(said.masked)
    return any(_says(said, m) for m in _STOPS.finditer(said.masked)) or any(
        is_of(said, m.start(), said.itself) and not _subordinate(said, m.start()) for m in goes_on
    )


def _says(said: Said, found: re.Match[str]) -> bool:
    text, start, end = said.masked, found.start(), found.end()
    before = text[:start]
    if _DONE.search(before) or _AFTERWARDS.search(before) or _ADJECTIVE.search(_behind_object(said, end)):
        return False
    if found.group().casefold().endswith("ing") and _GERUND.search(before) and not _ADVISED.match(text, end):
        return False  # what comes of stopping it
    return _is_stopped(said, found) and _CASE.search(text) is not None


def _is_stopped(said: Said, found: re.Match[str]) -> bool:
    """Whether it is this drug that is stopped."""
    text, start, end = said.masked, found.start(), found.end()
    taken = takes(said, end, said.itself)
    past = _PAST.search(found.group()) is not None
    if taken is not None:
        return taken and not past  # "clinicians stopped aspirin"
    if said.names_nobody:
        return True
    if past:
        put = _IS.search(text[:start]) is not None or any(place[1] == start - 1 for place in said.itself)
    else:
        put = _ITSELF.match(text, end) is not None or _RUNS_OUT.match(text, end) is not None
    return put and is_of(said, start, said.itself) and not _subordinate(said, start)


def _behind_object(said: Said, end: int) -> str:
    """What stands right behind the object of a verb that ends there; nothing where it has none."""
    behind = [place for place in (*said.names, *said.others) if end < place[0] < end + 12]
    return said.masked[min(behind)[1] : min(behind)[1] + 40] if behind else ""


def _subordinate(said: Said, at: int) -> bool:
    """Whether the drug that is stopped stands behind an "after" or "if"."""
    run = run_before(said, at)
    return (
        bool(run) and _AFTERWARDS.search(said.text[: run[0][0]]) is not None and "," not in said.text[run[-1][1] : at]
    )


STOPPED_WHEN = Ask(
    "stopped when",
    DRUGS,
    _ASKED,
    _told,
    "when {} is stopped",
    before=on_all,
    frame=_FRAME,
    unless=_UNLESS,
)
