"""What is done with a drug before and around an operation: whether it is stopped, how long before, when it goes on."""

from __future__ import annotations

import re

from service.sentences.bare.ask import DRUGS, Ask
from service.sentences.bare.reading.reach import is_done_with_it, on_all, speaks_for_all
from service.sentences.bare.reading.said import Said

_OPERATION = (
    r"(?:(?:an? |the |elective |major |minor |scheduled |planned |invasive |my )*"
    r"(?:surger(?:y|ies)|surgical|operations?|operating|procedures?|an?aesthe\w+|theatre))"
)
_ASKED = re.compile(
    rf"\b(?:before|prior to|ahead of|around|for|and|pre|during|day of|on the day of|morning of|in|at|with|until)\s+{_OPERATION}\b|\b{_OPERATION}\b|"
    r"\b(?:peri|pre)-?\s?(?:op\b|operative(?:ly)?|procedur\w+)|\bpre-?surg\w+",
    re.I,
)
_UNLESS = re.compile(
    r"\b(?:after|post|following|since|restart\w*|resum\w*|cardiac|hip|knee|dental|eye|cataract|bariatric|liver|biops\w+|emergency|"
    r"urgent|prophylaxis|dose|bridg\w+)\b",
    re.I,
)
_FRAME = frozenset(
    """stop stops stopped stopping hold held holding withhold withheld discontinue discontinued omit omitted continue continued
    continuing pause paused take taken taking management manage managed handle handled days day long early soon safe safely
    need needed ok okay drug drugs medicine advice required be kept keep period elective""".split()
)
# The operation that something is done before or around.
_AROUND = re.compile(
    rf"\b(?:before|prior to|ahead of|for|around|during|within \d+ (?:hours|days) of|of|on the day of|without|in people admitted for) {_OPERATION}\b|"
    r"\b(?:peri|pre)-?(?:operative(?:ly)?|procedur\w+)\b|\b(?:before|prior to|for) (?:[\w-]+ ){0,3}(?:surgery|operations?|surgical procedures?|procedures?|an?aesthe\w+)\b",
    re.I,
)
# What is done with a drug then.
_DONE_WITH_IT = re.compile(
    r"\b(?:stops?|stopped|stopping|h[eo]lds?|holding|withh[eo]lds?|withholding|discontinu\w+|pauses?|paused|interrupt\w*|omits?|omitted|"
    r"continues?|continued|continuing|(?:is|are) (?:\w+ )?(?:given|taken|started|avoided|kept|considered)|(?:suggests?|advises?|recommends?|consider)(?: against)?(?: routine)?|last dose|avoids?|avoided)\b",
    re.I,
)
_ELSEWHERE = re.compile(r"\b(?:was|were)(?: \w+)? $|\b(?:that|who|which) $", re.I)
_A_TIME = re.compile(r"\b\d+(?: ?(?:to|or|-|–) ?\d+)?(?: full)? (?:hours|days|weeks)\b", re.I)
_SO_LONG = re.compile(r" (?:\([^()]*\) )?(?:for )?(?:at least |about )?\d+ (?:full )?(?:hours|days|weeks)\b", re.I)
_AFTER_IT = re.compile(r"\b(?:after|following) $", re.I)


def _before(said: Said) -> int:
    """What tells how long before comes before what tells that it is so, and then what is on the subject as a whole."""
    return 4 * (_A_TIME.search(said.text) is not None) + on_all(said)


def _told(said: Said) -> bool:
    masked = said.masked
    if not speaks_for_all(said) or _AROUND.search(masked) is None:
        return False
    return any(_is_done(said, m) for m in _DONE_WITH_IT.finditer(masked))


def _is_done(said: Said, found: re.Match[str]) -> bool:
    before = said.masked[: found.start()]
    if _ELSEWHERE.search(before) or _AFTER_IT.search(before):
        return False
    each_with_its_time = any(p[0] > found.end() and _SO_LONG.match(said.text, p[1]) for p in said.itself)
    return each_with_its_time or is_done_with_it(said, *found.span())


AROUND_SURGERY = Ask(
    "around surgery",
    DRUGS,
    _ASKED,
    _told,
    "what is done with {} before surgery",
    before=_before,
    frame=_FRAME,
    unless=_UNLESS,
)
