"""Ages as they are told of somebody, not of a group ("over 65 years old")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from service.measured.names import NAME
from service.measured.writing import plain

# Words for a person who may be the patient.
WHO = (
    r"patient|pt|man|woman|boy|girl|child|baby|infant|newborn|lady|gentleman|wife|husband|partner|son|daughter|mother|"
    r"father|mum|mom|dad|sister|brother|grandmother|grandfather|recipient"
)
_PERSON = r"man|woman|male|female|lady|gentleman"
_MANY = (
    r"patients|participants|volunteers|subjects|adults|people|persons|cases|controls|students|children|infants|births|donors|"
    r"recipients|smokers|athletes|rats|mice|animals|to"
)
# What is said between a name and its value.
_IS = re.compile(r"\s*(?:(?:scores?|levels?|of|is|was|at)\s+|[:=]\s*)*")
_OF_FEW_POINTS = ("child_pugh", "curb65", "four_at", "abcd2", "cha2ds2_va", "has_bled")  # too few to be an age
_NOT_A_PART = r"(?=\d)(?<![\w.,/<>≤≥-])"
_NOT_A_GROUP = (
    r"(?<!over )(?<!above )(?<!under )(?<!below )(?<!than )(?<!least )(?<!most )(?<!between )(?<!to )(?<!and )"
)
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_NOT_A_PART}{_NOT_A_GROUP}(?P<n>\d{{1,3}})[-\s]?(?P<unit>years?|yrs?|y|months?|weeks?|days?)[-\s]?old\b(?!\s+(?:or|and)\s+(?:over|older|above))",
        rf"{_NOT_A_PART}(?P<n>\d{{1,3}})\s?(?:yo|y/o|y\.o\.|yom|yof)(?!\w)",
        rf"{_NOT_A_PART}{_NOT_A_GROUP}(?P<n>\d{{2,3}})\s?(?:years?|yrs?|y)(?=,\s*(?:\d{{2,3}}\s?(?:kgs?|cm)\b|(?:{_PERSON})\b))",
        r"\baged?:?(?:\s+(?:is|of))?\s*[:=]?\s*(?P<n>\d{1,3})\b(?!\s*(?:-|–|to|or|and)\s*(?:\d|over|older|above|more))(?!\s*(?:\+|%|mg|kg))(?:\s(?P<unit>months?|weeks?|days?)\b)?",
        rf"{_NOT_A_PART}(?P<n>\d{{1,3}})\s?(?:years?|yrs?|y)\s+(?:{_PERSON}|patient)\b",
        rf"\b(?:{_PERSON})(?:\s+(?:of|is)|,|\s*\()?\s*(?P<n>\d{{2,3}})(?=\s*(?:[,;:).]|$|years?\b|yrs?\b|with\b|and\b|who\b))",
        rf"\b(?:{WHO}),? (?P<n>\d{{1,3}})(?=,)",
        rf"\b(?:{WHO}|he|she|i|who)(?:'s| is|'m| am| was| were) (?:now |only |already )?(?P<n>\d{{1,3}})(?: years?(?: of age)?)?(?=\s*(?:$|[,.;?!]|and\b|with\b|on\b|who\b|takes?\b|has\b))",
        rf"{_NOT_A_PART}(?P<n>\d{{2,3}})\s?-?(?-i:(?P<sex>[MF]))\b",
        r"\b(?:Mr|Mrs|Ms|Miss)\.? (?-i:[A-Z])[\w'’-]*(?: is| was|,)? (?P<n>\d{2,3})(?=\s*(?:$|[,.;:?!)]|and\b|with\b|on\b|who\b|has\b))",
        rf"{_NOT_A_PART}{_NOT_A_GROUP}(?P<n>\d{{2,3}})\s(?P<person>{_PERSON})\b(?!-|\s(?:{_MANY})\b)",
        rf"\b(?:{_PERSON}),? (?P<n>\d{{2,3}})(?P<next>\s)(?![\d/+-])",
        r"(?:^|(?<!\d)[.,;:(]\s?|[.,;:(]\s|\ban?\s)(?P<n>\d{2,3})-?(?P<sex>[mf])\b",  # in the middle of a sentence "50m" is a length
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Age:
    """An age: ``number`` in ``unit`` ("year", "month", "week" or "day"); ``sex`` ("female", "male") where it is written
    with it ("74F"), else empty. No age is too high to be told: whoever reads it judges.
    """

    number: int
    unit: str
    sex: str


def ages_in(text: str) -> list[Age]:
    """The ages that ``text`` gives, in its order."""
    return [_age(match.groupdict()) for match in _matches(text)]


def age_spans(text: str) -> list[tuple[int, int]]:
    """Where these ages are written: from the number to the end of what belongs to it ("45-year-old")."""
    return [(match.start("n"), match.end()) for match in _matches(text)]


@lru_cache(maxsize=8_192)  # a question is read many times, and sentences come up again and again
def _matches(text: str) -> list[re.Match[str]]:
    if not any(map(str.isdigit, text)):
        return []
    text = plain(text)
    matches = (match for pattern in _PATTERNS for match in pattern.finditer(text) if _is_age(match))
    found = {match.start("n"): match for match in matches}
    return [found[start] for start in sorted(found)]


def _is_age(match: re.Match[str]) -> bool:
    """Whether a number beside a person is an age: "76 male" and "76 M" unless it is the value of a measure ("eGFR 45 male"),
    and "man 62" where the name of the next value follows ("man 62 creatinine 150").
    """
    groups = match.groupdict()
    if groups.get("next"):
        return NAME.match(match.string, match.end()) is not None
    if not groups.get("person") and not (groups.get("sex") and match.string[match.end("n")].isspace()):
        return True
    names = (name for name in NAME.finditer(match.string, 0, match.start("n")) if name.lastgroup not in _OF_FEW_POINTS)
    return not any((said := _IS.match(match.string, name.end())) and said.end() == match.start("n") for name in names)


def _age(groups: dict[str, str | None]) -> Age:
    unit = (groups.get("unit") or "year").lower()
    sex = groups.get("sex") or ""
    return Age(
        int(groups["n"] or 0),
        next((name for name in ("month", "week", "day") if unit.startswith(name)), "year"),
        {"F": "female", "M": "male"}.get(sex.upper(), ""),
    )
