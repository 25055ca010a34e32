"""Ages as they are told of somebody, not of a group ("over 65 years old")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.measured.writing import plain

# Words for a person who may be the patient.
WHO = (
    r"patient|pt|man|woman|boy|girl|child|baby|infant|newborn|lady|gentleman|wife|husband|partner|son|daughter|mother|"
    r"father|mum|mom|dad|sister|brother|grandmother|grandfather|recipient"
)
_PERSON = r"man|woman|male|female|lady|gentleman"
_NOT_A_PART = r"(?=\d)(?<![\w.,/<>≤≥-])"
_NOT_A_GROUP = (
    r"(?<!over )(?<!above )(?<!under )(?<!below )(?<!than )(?<!least )(?<!most )(?<!between )(?<!to )(?<!and )"
)
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_NOT_A_PART}{_NOT_A_GROUP}(?P<n>\d{{1,3}})[-\s]?(?P<unit>years?|yrs?|y|months?|weeks?|days?)[-\s]?old\b(?!\s+(?:or|and)\s+(?:over|older|above))",
        rf"{_NOT_A_PART}(?P<n>\d{{1,3}})\s?(?:yo|y/o|y\.o\.|yom|yof)(?!\w)",
        rf"{_NOT_A_PART}{_NOT_A_GROUP}(?P<n>\d{{2,3}})\s?(?:years?|yrs?)(?=,\s*(?:\d{{2,3}}\s?(?:kgs?|cm)\b|(?:{_PERSON})\b))",
        r"\baged?:?(?:\s+(?:is|of))?\s*[:=]?\s*(?P<n>\d{1,3})\b(?!\s*(?:-|–|to|or|and)\s*(?:\d|over|older|above|more))(?!\s*(?:\+|%|mg|kg))(?:\s(?P<unit>months?|weeks?|days?)\b)?",
        rf"{_NOT_A_PART}(?P<n>\d{{1,3}})\s?(?:years?|yrs?|y)\s+(?:{_PERSON}|patient)\b",
        rf"\b(?:{_PERSON})(?:\s+(?:of|is)|,|\s*\()?\s*(?P<n>\d{{2,3}})(?=\s*(?:[,;:).]|$|years?\b|yrs?\b|with\b|and\b|who\b))",
        rf"\b(?:{WHO}),? (?P<n>\d{{1,3}})(?=,)",
        rf"\b(?:{WHO}|he|she|i|who)(?:'s| is|'m| am| was| were) (?:now |only |already )?(?P<n>\d{{1,3}})(?: years?(?: of age)?)?(?=\s*(?:$|[,.;?!]|and\b|with\b|on\b|who\b|takes?\b|has\b))",
        rf"{_NOT_A_PART}(?P<n>\d{{2,3}})\s?-?(?-i:(?P<sex>[MF]))\b",
        r"(?:^|[.,;:(]\s?|\ban?\s)(?P<n>\d{2,3})-?(?P<sex>[mf])\b",  # in the middle of a sentence "50m" is a length
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


def _matches(text: str) -> list[re.Match[str]]:
    if not any(map(str.isdigit, text)):
        return []
    text = plain(text)
    found = {match.start("n"): match for pattern in _PATTERNS for match in pattern.finditer(text)}
    return [found[start] for start in sorted(found)]


def _age(groups: dict[str, str | None]) -> Age:
    unit = (groups.get("unit") or "year").lower()
    sex = groups.get("sex") or ""
    return Age(
        int(groups["n"] or 0),
        next((name for name in ("month", "week", "day") if unit.startswith(name)), "year"),
        {"F": "female", "M": "male"}.get(sex.upper(), ""),
    )
