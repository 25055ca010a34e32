"""Whether an amount, a test or a refusal is told of the drug of a bare question, or of another that the sentence names.

As in :mod:`reach`, but narrower: only the drug and its closest classes count, and not what something is given beside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.sentences.bare.reading.lists import run_from, run_to
from service.sentences.bare.reading.reach import last_spoken_of
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import Place

# Between a verb or an amount and what it is done with: "avoids high-dose X", "recommend starting X", "40 mg of X".
_ITS_OBJECT = re.compile(
    r"\s*(?:\s(?:the|an?|of|use|using|oral|intravenous|subcutaneous|start|starting|giving|adding|taking|doses?|"
    r"daily|both|either|long-term|[\w-]+-dose|[\w-]+-release|treatment(?= with)|with(?<=treatment with)))*\s+",
    re.I,
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|needs?|requires?)\s+(?:\w+ly\s+|not\s+|also\s+|then\s+)*$", re.I
)
_IS = re.compile(r"(?:is|are|be|was|were)\b", re.I)
# What another is given beside, and not what a sentence is on.
_BESIDE = re.compile(
    r"\b(?:with|without|besides?|in addition to|together with|on|than|after|before|during|under|add\w*[^,;.]{0,40} to)\s+"
    r"(?:(?:an?|the|any|other|oral|[\w-]+-dose)\s+)*$",
    re.I,
)
_ANOTHER_CASE = re.compile(r"\b(?:when|if|unless|where)\b", re.I)  # "the choice when X is contraindicated"
_NEAR = 40  # characters behind an amount within which its drug is named
_ITS_OWN = re.compile(r"\s*(?:\(?[\w-]+\s+){0,2}(?:of\s+)?", re.I)  # "with folic acid 5 mg": of what it is given beside


def is_of_subject(said: Said, start: int, end: int, exactly: bool = False, beside_counts: bool = False) -> bool:
    """Whether what stands from and to these characters is said of the subject: it is its object ("avoids X"), or the
    subject is named last before it, be it in a list; where nothing is named before it, the subject is named first
    behind it. Where nobody is named, a text on the subject alone speaks of it. A wide class ("antibiotics") is nobody.

    ``exactly``: not of its class. ``beside_counts``: what something is given beside is no less spoken of.
    """
    names = said.exact if exactly else said.close
    if not names:
        return said.alone and said.names_nobody
    text, own = said.text, set(names)
    places = everybody(said, names)
    beside = _given_beside(text, places)
    behind = [place for place in places if place[0] >= end and place not in beside]
    passive = _PASSIVE.search(text[:start]) is not None or _IS.match(text, start) is not None
    if behind and not passive and _ITS_OBJECT.fullmatch(text[end : behind[0][0]]):
        return not own.isdisjoint(run_from(text, behind))
    before = [place for place in places if place[1] <= start]
    if before and not beside_counts and not _ITS_OWN.fullmatch(text[before[-1][1] : start]):
        before = [place for place in before if place not in beside] or before
    if before:
        spoken_of = run_to(text, before) if beside_counts else last_spoken_of(text, before, start)
        return not own.isdisjoint(spoken_of)
    behind = behind or [place for place in places if place[0] >= end and not exactly]
    near = [place for place in behind if not passive and (not exactly or place[0] <= end + _NEAR)]
    if near and _ANOTHER_CASE.search(text[end : near[0][0]]):
        return False
    return bool(near) and not own.isdisjoint(run_from(text, near))


def everybody(said: Said, own: Sequence[Place]) -> list[Place]:
    """The subject where it is ``own``, and all others, in order; of a wide class its members are others. A wide class
    of the subject is nobody.
    """
    members = set(said.names) - set(said.itself) - set(said.close)
    return sorted({*own, *said.others, *members})


def _given_beside(text: str, places: Sequence[Place]) -> set[Place]:
    """Those that something is only given beside, and those that are listed behind them ("on an ACE inhibitor or …")."""
    found: set[Place] = set()
    for position, place in enumerate(places):
        if _BESIDE.search(text[: place[0]]):
            found.update(run_from(text, places[position:]))
    return found
