"""Which amounts in a sentence are doses of the drug of a bare question, such as people are given."""

from __future__ import annotations

import re

from service.analysis.drug_names import looks_like_a_drug
from service.sentences.bare.reading.of_subject import is_of_subject
from service.sentences.bare.reading.said import Said
from service.sentences.bare.reading.signs import Place
from service.sentences.default_case import told
from service.sentences.doses import FOR_MOTHERS, NOT_PREGNANT, amounts_in
from service.sentences.plainly_told import tells_a_finding

_OF_VACCINE = re.compile(
    r"\b(?:\d|one|two|three|four|a single|a)(?:[ -](?:or|to)[ -]\w+)?(?: further| booster)? doses?\b", re.I
)
_VACCINE = re.compile(r"\bvaccin|\bimmunoglobulin|\bimmune globulin", re.I)
# An amount that is no dose to give: a bound, what a tablet has in it, how fast it runs in at most, what is worth as much.
_BOUND = re.compile(r"(?:\b(?:above|over|below|under|beyond|than|exceed\w*|from)|[<>≥≤])\s*(?:about\s+|an?\s+)?$", re.I)
_NOT_ABOVE = re.compile(
    r"\b(?:not|never|no|should not) (?:be )?(?:above|over|exceed\w*|more than|higher than)\s*$", re.I
)
_NO_DOSE = re.compile(
    r"\b(?:contain\w*(?: about)?|exceeds?|strengths?|tablets? of|in|(?:clearance|half-life) of [\w\s-]{0,20}|"
    r"(?:alcohol|intake)\b[^;.]{0,50}|(?:weigh\w*|infants?|baby|babies|child|children|adults) (?:of )?(?:at least )?)\s*$",
    re.I,
)
_FASTEST = re.compile(r"\s?(?:/|per )\s?(?:min\b|minute)", re.I)
_FAST = re.compile(r"\b(?:exceed\w*|limit\w*|faster|at most)\b", re.I)
_WORTH = re.compile(r"\s?(?:[\w-]+\s)?-?equivalents?\b", re.I)
_STOPS = re.compile(
    r"[^.;,]{0,40}\b(?:stopp?ed|tapered|withdrawn|contains?)\b|(?:/kg)?(?: (?:a|per) day)? (?:less|more)\b| tablet of\b",
    re.I,
)
_OTHERWISE = re.compile(r"\bmissed\b|\boverdos\w+", re.I)  # what is taken then is no dose
_PART = re.compile(r"\(\w[\w ]*$")  # "(trimethoprim 160 mg with …)" behind the dose of both
_WITH = re.compile(r" (?:with|plus|and) [^)]*\)", re.I)
_LAST_WORD = re.compile(r"([\w-]+) $")
_IN_ITS_PLACE = re.compile(
    r"\brevers\w+|\bantidote|\bneutrali\w+|\breplac\w+|\bswitch\w*|\binstead\b|\bin place\b", re.I
)
# What a study did, unless a label or a guideline says so in the clause of the amount.
_STUDY = re.compile(
    r"\b(?:tested|placebo|versus|trial)\b|\b\d+ (?:adults|people|patients|men|women)\b|\b(?:rats?|mice|mouse|in vitro)\b",
    re.I,
)
_ADVISED = re.compile(r"\b(?:label\w*|guid\w+|recommend\w*)\b[^,;]*(?:,[^,;]*){0,2}$", re.I)
# Before the first drug that is named: what holds only beside another.
_ON_ANOTHER = re.compile(r"^(?:with|during|on|under|together with|while on|beside)\s+(?:[\w-]+\s+){0,3}$", re.I)


def doses_of(said: Said, but_for: frozenset[str]) -> list[Place]:
    """Where a sentence gives doses of the subject; nowhere where they are for ``but_for`` (conditions by their names in
    :mod:`service.sentences.default_case`), beside another drug only, or what a study tried.
    """
    text = said.text
    if _OTHERWISE.search(text) or told(NOT_PREGNANT.sub(" ", text)) & but_for or _beside_another(said):
        return []
    amounts = amounts_in(text)
    if _VACCINE.search(text):
        amounts = [*amounts, *(match.span() for match in _OF_VACCINE.finditer(text))]
    study = tells_a_finding(text) or _STUDY.search(text) is not None or "a study" in told(text)
    in_place = _IN_ITS_PLACE.search(text) is not None
    return [
        (start, end)
        for start, end in amounts
        if is_of_subject(said, start, end, exactly=True, beside_counts=in_place)
        and not _is_of_a_stranger(said, start)
        and _is_to_give(text, (start, end))
        and not (study and not _ADVISED.search(text[:start]))
    ]


def _is_of_a_stranger(said: Said, start: int) -> bool:
    """Whether the word before an amount is the name of a drug that the glossary does not know."""
    word = _LAST_WORD.search(said.text[:start])
    known = word is None or any(a <= word.start(1) < b for a, b in (*said.names, *said.others))
    return not known and word is not None and looks_like_a_drug(word[1])


def _is_to_give(text: str, place: Place) -> bool:
    before, behind = text[: place[0]], text[place[1] :]
    if FOR_MOTHERS.match(behind) or (_PART.search(before) and _WITH.match(behind)):
        return False
    bound = _BOUND.search(before) is not None and _NOT_ABOVE.search(before) is None
    if bound or _NO_DOSE.search(before) or _WORTH.match(behind) or _STOPS.match(behind):
        return False
    return not (_FASTEST.match(behind) and _FAST.search(before))


def _beside_another(said: Said) -> bool:
    """Whether a sentence tells the dose beside another drug only ("With amiodarone, …")."""
    first = min((*said.names, *said.others), default=None)
    return first in said.others and _ON_ANOTHER.match(said.text[: first[0]]) is not None
