"""A share that a question tells of something that has no measure of its own ("stenosis of 25%"), held against the
shares from and to which a sentence speaks of that ("stenosis of 70 to 99%").
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.text import terms

_NUMBER = r"\d{1,3}(?:\.\d+)?"
_TOLD_BEFORE = re.compile(rf"\b(?P<what>[a-z]{{5,}})(?:,? (?:of|is|was|at|about|around))*\s(?P<n>{_NUMBER})\s?%", re.I)
_TOLD_BEHIND = re.compile(rf"(?<![\d.–-])(?P<n>{_NUMBER})\s?% (?:(?:[\w-]+) ){{0,2}}?(?P<what>[a-z]{{5,}})\b", re.I)
_ALTERNATIVES = (
    rf"(?P<low>{_NUMBER})\s?%?\s?(?:to|–|-)\s?(?P<high>{_NUMBER})\s?%",
    rf"(?:[≥>]\s?|\b(?:at least|above|over|more than)\s)(?P<above>{_NUMBER})\s?%",
    rf"(?:[≤<]\s?|\b(?:at most|below|under|less than|up to)\s)(?P<below>{_NUMBER})\s?%",
    rf"(?P<from>{_NUMBER})\s?% or (?:more|above|over|higher)",
    rf"(?P<until>{_NUMBER})\s?% or (?:less|below|lower)",
)
_BOUND = re.compile("|".join(_ALTERNATIVES), re.I)
_NEAR = 4  # words between a share and what it is of


def for_another_share(question: str, text: str) -> bool:
    """Whether ``text`` speaks only of other shares of that which ``question`` tells one share of."""
    told = _told(question)
    if not told:
        return False
    bounds = list(_BOUND.finditer(text))
    for what, share in told:
        if any(what in _around(text, bound) for bound in bounds):
            return not any(_holds(bound, share) for bound in bounds)
    return False


@lru_cache(maxsize=256)
def _told(question: str) -> tuple[tuple[str, float], ...]:
    """The shares that a question tells, each with the index term of what it is of."""
    found = (*_TOLD_BEFORE.finditer(question), *_TOLD_BEHIND.finditer(question))
    return tuple((term, float(match["n"])) for match in found for term in terms(match["what"]))


def _around(text: str, bound: re.Match[str]) -> frozenset[str]:
    before, behind = text[: bound.start()].split()[-_NEAR:], text[bound.end() :].split()[:_NEAR]
    return frozenset(term for word in (*before, *behind) for term in terms(word))


def _holds(bound: re.Match[str], share: float) -> bool:
    low = bound["low"] or bound["above"] or bound["from"]
    high = bound["high"] or bound["below"] or bound["until"]
    return (low is None or float(low) <= share) and (high is None or share <= float(high))
