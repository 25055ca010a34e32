"""Which of two comes first, where the library gives them the other way round.

"A before B", "starts with A and adds B", "B when A fails", "A first, then B", "B is added to A": each says that A comes
first. Facts of wording; what A and B are has to stand in the glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.glossary import Glossary
from service.premises.bearing import MEANT, Bearing, surely_on_it
from service.premises.narrower import for_fewer
from service.premises.others import of_others
from service.sentences.candidates import Candidate

_GIVEN = ("drug", "procedure", "test")
_LISTED = re.compile(r"^\s?(?:,|/|and|or|,\s(?:and|or))\s(?:an? |the )?$", re.I)
_FEW = r"(?:[\w-]+\s){0,3}?"
_BEFORE = re.compile(rf"^\s{_FEW}(?:before|ahead of|prior to)\s{_FEW}$", re.I)
_AFTER = re.compile(rf"^\s{_FEW}(?:after|following)\s{_FEW}$", re.I)
_THEN = re.compile(
    rf"^\s?(?:first)?[,;]?\s(?:and\s)?(?:then|next|after that|followed by|and later)\s{_FEW}$|^\sfirst,?\sand\s{_FEW}$",
    re.I,
)
_FIRST = re.compile(rf"^\s(?:[\w-]+\s){{0,4}}?first\b[^;:.]{{0,40}}?(?:\s|,\s)(?:and|with|then|but)\s{_FEW}$", re.I)
_LATER = re.compile(
    r"^\s(?:(?:is|are|be|comes?|only|being)\s){0,2}(?:later|second|next|added|afterwards|thereafter|follows)\b", re.I
)
_STARTS = re.compile(r"\b(?:start|begin|began|open)\w*\s(?:[\w-]+\s){0,2}?(?:with\s)?(?:an? |the )?$", re.I)
_ADDS = re.compile(r"\b(?:add(?:s|ed|ing)?|then|follow(?:s|ed)? with)\s(?:[\w-]+\s){0,2}?$", re.I)
_ADDED_TO = re.compile(
    r"^\s(?:[^,;()]|\([^()]*\)){0,60}?\b(?:is|are|be)\s(?:only\s)?added to\s(?:[\w-]+\s){0,2}$", re.I
)
_TO = re.compile(r"^[^,;]{0,30}\sto\s(?:an? |the )?$", re.I)
_ADDING = re.compile(r"\badd(?:s|ing)?\s(?:an? |the )?$", re.I)
_WHEN = re.compile(r"^[^.;:]{0,80}?\b(?:if|when|where|unless)\s(?:neither\s)?(?:an? |the )?$", re.I)
_FAILING = re.compile(
    r"^(?:\s(?:alone|itself|treatment|therapy))*\s(?:[\w-]+\s){0,2}?(?:unavailable|not (?:tolerated|suitable|enough|"
    r"available)|contra-?indicated|fails?|failed|insufficient|unsuitable|(?:does|do|did) not (?:suffice|help|work)|"
    r"cannot be)",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|never|no|nor|neither|rather|instead|without|whether|or)\b", re.I)
_LOOKED_AT = 12  # sentences in which the assumed order is looked for,
_CONTRASTING = 3  # and of which one may have the other one


@dataclass(frozen=True, slots=True)
class _Group:
    """Drugs, procedures or tests that are named in one breath, and where."""

    named: frozenset[str]
    start: int
    end: int


def comes_first_otherwise(clause: str, borne: Sequence[Bearing], asked: str, glossary: Glossary) -> Candidate | None:
    """The sentence of ``borne`` (best first) that has the two of ``clause`` in the other order; None where none does
    surely, or where one has them in that order. ``asked``: the whole question.
    """
    pairs = {(first, later) for first, later, _ in _orders(clause, glossary) if len(first) == len(later) == 1}
    if len(pairs) != 1:
        return None
    [(one, other)] = pairs
    told = [(b, list(_orders(b.candidate.text, glossary))) for b in borne[:_LOOKED_AT]]
    if any(one <= first and other <= later for _, orders in told for first, later, _ in orders):
        return None
    for bearing, orders in told[:_CONTRASTING]:
        candidate = bearing.candidate
        at = next((start for first, later, start in orders if other <= first and one <= later), None)
        if (
            at is not None
            and surely_on_it(bearing, borne[0], MEANT)
            and not of_others(clause, candidate, glossary)
            and not for_fewer(candidate, at, asked, glossary)
        ):
            return candidate
    return None


def _orders(text: str, glossary: Glossary) -> Iterator[tuple[frozenset[str], frozenset[str], int]]:
    """What comes first, what later, and where that is said."""
    groups = _groups(text, glossary)
    for one, other in pairwise(groups):
        between, before, behind = text[one.end : other.start], text[: one.start], text[other.end :]
        if one.named & other.named:
            continue
        if (_WHEN.match(between) and _FAILING.match(behind)) or _ADDED_TO.match(between):
            yield other.named, one.named, one.start
        elif _DENIED.search(between):
            continue
        elif (_ADDING.search(before) and _TO.match(between)) or _AFTER.match(between):
            yield other.named, one.named, one.start
        elif (
            _BEFORE.match(between)
            or _THEN.match(between)
            or (_STARTS.search(before) and _ADDS.search(between))
            or (_FIRST.match(between) and _LATER.match(behind))
        ):
            yield one.named, other.named, one.start


def _groups(text: str, glossary: Glossary) -> list[_Group]:
    groups: list[_Group] = []
    for mention in glossary.find(text):
        if mention.entry.kind not in _GIVEN:
            continue
        named = frozenset((mention.entry.term,))
        if groups and _LISTED.match(text[groups[-1].end : mention.start]):
            groups[-1] = _Group(groups[-1].named | named, groups[-1].start, mention.end)
        else:
            groups.append(_Group(named, mention.start, mention.end))
    return groups
