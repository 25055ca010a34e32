"""The dose of a drug."""

from __future__ import annotations

import re

from service.analysis.drug_names import looks_like_a_drug
from service.sentences.bare.ask import Ask, Place, Said
from service.sentences.bare.of_subject import is_of_subject
from service.sentences.default_case import told
from service.sentences.doses import amounts_in
from service.sentences.plainly_told import tells_a_finding

_ASKED = re.compile(
    r"\b(?:dos(?:e|es|ed|age|ages|ing)|posology|how (?:much|many (?:mg|milligrams?|mcg|micrograms?|units?|tablets?|puffs?)))\b",
    re.I,
)
_FRAME = frozenset(
    "take taken taking use used using prescribe prescribed administer regimen regime schedule daily day".split()
)
_UNLESS = re.compile(r"\btoo much\b", re.I)
_LAST_WORD = re.compile(r"([\w-]+) $")
_OF_VACCINE = re.compile(
    r"\b(?:\d|one|two|three|four|a single|a)(?:[ -](?:or|to)[ -]\w+)?(?: further| booster)? doses?\b", re.I
)
_VACCINE = re.compile(r"\bvaccin|\bimmunoglobulin|\bimmune globulin", re.I)
# An amount that is no dose to give: a bound, what a tablet has in it, how fast it runs in at most, what is worth as much.
_BOUND = re.compile(r"(?:\b(?:above|over|below|under|beyond|than|exceed\w*|from)|[<>≥≤])\s*(?:about\s+|an?\s+)?$", re.I)
_NO_DOSE = re.compile(
    r"\b(?:contain\w*(?: about)?|exceeds?|strengths?|tablets? of|in|missed [\w\s-]{0,40}|(?:clearance|half-life) of [\w\s-]{0,20}|"
    r"(?:alcohol|intake)\b[^;.]{0,50})\s*$",
    re.I,
)
_FASTEST = re.compile(r"\s?(?:/|per )\s?(?:min\b|minute)", re.I)
_WORTH = re.compile(r"\s?(?:[\w-]+\s)?-?equivalents?\b", re.I)
_STOPS = re.compile(
    r"[^.;,]{0,40}\b(?:stopp?ed|tapered|withdrawn|contains?)\b|(?:/kg)?(?: (?:a|per) day)? (?:less|more)\b| tablet of\b",
    re.I,
)
_NOT_USUAL = re.compile(
    r"\b(?:lower(?:ed|s)|reduc\w+|limit\w*|caps|highest|halv\w+|instead|switch\w*|revers\w+|stops?|stopped|rescue)\b",
    re.I,
)
_FOR_FEW = frozenset({"children", "pregnancy", "a study"})
_MISSED = re.compile(r"\bmissed\b", re.I)
_FOR_MOTHERS = re.compile(r"[^,.;]{0,40}\b(?:in|during) pregnan", re.I)
_PART = re.compile(r"\(\w[\w ]*$")  # "(trimethoprim 160 mg with …)" behind the dose of both
_WITH = re.compile(r" (?:with|plus|and) [^)]*\)", re.I)
_NOT_PREGNANT = re.compile(r"\bnon-?pregnan\w+|\bnot pregnan\w+", re.I)
_STUDY = re.compile(
    r"\b(?:tested|placebo|versus)\b|\b\d+ (?:adults|people|patients|men|women)\b|\b(?:rats?|mice|mouse|in vitro|overdos\w+)\b",
    re.I,
)
# Before the first drug that is named: what holds only beside another.
_ON_ANOTHER = re.compile(r"^(?:with|during|on|under|together with|while on|beside)\s+(?:[\w-]+\s+){0,3}$", re.I)


def _told(said: Said) -> bool:
    text = said.text
    if _MISSED.search(text):
        return False
    if (
        told(_NOT_PREGNANT.sub(" ", text)) & _FOR_FEW
        or tells_a_finding(text)
        or _STUDY.search(text)
        or _beside_another(said)
    ):
        return False
    amounts = amounts_in(text)
    if _VACCINE.search(text):
        amounts = [*amounts, *(match.span() for match in _OF_VACCINE.finditer(text))]
    return any(
        is_of_subject(said, *place, exactly=True) and not _is_of_a_stranger(said, place[0]) and _is_to_give(text, place)
        for place in amounts
    )


def _is_of_a_stranger(said: Said, start: int) -> bool:
    """Whether the word before an amount is the name of a drug that the glossary does not know."""
    word = _LAST_WORD.search(said.text[:start])
    known = word is None or any(a <= word.start(1) < b for a, b in (*said.names, *said.others))
    return not known and word is not None and looks_like_a_drug(word[1])


def _is_to_give(text: str, place: Place) -> bool:
    before, behind = text[: place[0]], text[place[1] :]
    if _FOR_MOTHERS.match(behind) or (_PART.search(before) and _WITH.match(behind)):
        return False
    if _BOUND.search(before) or _NO_DOSE.search(before) or _WORTH.match(behind) or _STOPS.match(behind):
        return False
    return not (_FASTEST.match(behind) and re.search(r"\b(?:exceed|limit|faster|at most)\b", before))


def _beside_another(said: Said) -> bool:
    """Whether a sentence tells the dose beside another drug only ("With amiodarone, …")."""
    first = min((*said.names, *said.others), default=None)
    return first in said.others and _ON_ANOTHER.match(said.text[: first[0]]) is not None


def _before(said: Said) -> int:
    """The usual dose before the highest one and those for fewer."""
    return -(bool(told(said.text)) + (_NOT_USUAL.search(said.text) is not None))


DOSE = Ask("dose", frozenset({"drug"}), _ASKED, _told, "dose of {}", _before, _FRAME, _UNLESS)
