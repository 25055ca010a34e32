"""Dates that belong to a person, and ages of 90 and over.

A year alone may stay (Safe Harbor leaves it), so may the day of a guideline or a trial: a day counts when the message
speaks of somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from service.privacy.kinds import Identifier, Kind

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NO_UNIT = (
    r"(?! ?(?:mg|mcg|µg|g|kg|ml|l|units?|iu|mmol|mm|cm|%|hours?|hrs?|h|days?|weeks?|months?|tablets?|times|doses?)\b)"
)
_YEAR = r"(?:19|20)\d\d"


def _with_signs(*forms: str) -> str:
    """Alternatives of ``forms``, their "/" written as each of the signs that stand between the parts of a date."""
    return "|".join(form.replace("/", re.escape(sign)) for form in forms for sign in "./-")


_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_NAMED = rf"{_DAY}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}", rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?"
_FULL = (
    rf"(?:{_with_signs(rf'{_DAY}/{_MONTH_NUMBER}/{_YEAR}', rf'{_MONTH_NUMBER}/{_DAY}/{_YEAR}', rf'{_YEAR}/{_MONTH_NUMBER}/{_DAY}')}|"
    rf"(?:{_NAMED[0]}|{_NAMED[1]}),?[ -]{_YEAR})"
)
_SHORT = rf"(?:{_with_signs(rf'{_DAY}/{_MONTH_NUMBER}/[0-9][0-9]', rf'{_MONTH_NUMBER}/{_DAY}/[0-9][0-9]')}|{_NAMED[0]}|{_NAMED[1]})"
_EXACT = re.compile(rf"(?<![\w./-])(?P<value>{_FULL}){_NO_UNIT}(?![\w/]|[.-]\d)", re.I)
_ON = re.compile(
    rf"\b(?:on|since|from|dated?|until|till|by|before|after|admitted|discharged|seen|born|operated|died)(?: the)? (?P<value>{_SHORT}){_NO_UNIT}(?![\w/]|[.-]\d)",
    re.I,
)
_BIRTH = re.compile(
    rf"\b(?:d\.?o\.?b\b\.?|date of birth|birth ?da(?:te|y)|born(?: on)?|(?<=\()b\.?|(?<=, )b\.)(?: is| was)?\W{{0,3}}(?:the )?(?P<value>{_FULL}|{_SHORT})(?![\w/]|[.-]\d)",
    re.I,
)
# A day in figures some words behind "born", and one that can be nothing else: 03-14-2024, and as systems write it: 19450314.
_BORN = re.compile(
    rf"\b(?:born|d\.?o\.?b\b)[^.?!]{{0,30}}(?:\.\.\.)?[^.?!]{{0,12}}?(?<![\w./-])(?P<value>{_DAY}([./-]){_MONTH_NUMBER}\2(?:19|20)?\d\d)(?![\w/]|[.-]\d)",
    re.I,
)
_FIGURES = re.compile(
    rf"(?<![\w./-])(?P<value>{_with_signs(rf'{_DAY}/{_MONTH_NUMBER}/{_YEAR}', rf'{_MONTH_NUMBER}/{_DAY}/{_YEAR}')}){_NO_UNIT}(?![\w/]|[.-]\d)"
)
_PACKED = re.compile(r"(?<![\w./-])(?P<value>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?![\w/]|[.-]\d)")
_YEAR_OF_BIRTH = re.compile(
    rf"\b(?:born|birth|d\.?o\.?b\.?) (?:in |year |is |was ){{0,2}}(?P<value>{_YEAR})(?![\w/-])", re.I
)
_HIGH_AGE = 90  # of whom the year of birth is an identifier, too
_SOMEBODY = re.compile(
    r"\b(?:i|my|me|he|she|his|her|him|our|mr|mrs|ms|patient|pt|man|woman|boy|girl|lady|gentleman|baby|child|mother|father|husband|wife|son|daughter|"
    r"d\.?o\.?b|born|admitted|discharged|admission|appointment|seen (?:in clinic|on|at|today)|presented|attended|reviewed on|operated on|operation on|surgery on|clinic on|year-old|yo|\d\d ?[mf])\b|\[(?:name|NHS number|record number)\]",
    re.I,
)
_PUBLISHED = re.compile(
    r"\b(?:guidelines?|guidance|published|publication|updated?|version|editions?|approv\w+|licensed|recall\w*|statement|consensus|article|paper|study|trial|"
    r"label|fda|ema|mhra|nice|who|policy|law)\b",
    re.I,
)
_OLD = r"(?P<value>(?:9\d|1[01]\d))"
_AGES = (
    re.compile(rf"(?<![\w.,/-]){_OLD}(?=[- ]?(?:years?|yrs?)[- ]old\b|[- ]?y\.?/?o\.?\b)", re.I),
    re.compile(rf"\b(?<!people )(?<!patients )(?<!adults )(?<!persons )(?<!women )(?<!men )aged? (?:of |is |was )?{_OLD}\b(?! ?(?:days?|weeks?|months?|hours?|minutes?|%))", re.I),
    re.compile(rf"\b(?:i am|i'm|he is|he's|she is|she's|(?:mother|father|mum|mom|dad|gran\w*|husband|wife|patient|man|woman|lady) is) {_OLD}(?=\W*$|[,.;]| and\b| years\b(?! of)| with\b)", re.I),
    re.compile(rf"(?:^|[.;:(] ?){_OLD}(?= ?[MF]\b)"),
    re.compile(rf"(?<!\w)(?:i|he|she|who|\[name\]|mother|father|mum|mom|dad|nana?|gran\w*|aunt|uncle|neighbou?r|friend|husband|wife|patient) (?:has |have |just )?(?:turned|turns|will be|reached|is turning) {_OLD}\b{_NO_UNIT}", re.I),
    re.compile(rf"(?<!\w)(?:who is|who's|(?:aunt|uncle|neighbou?r|friend|partner|\[name\]|resident|lady|gentleman) is) {_OLD}(?=\W*$|[,.;]| and\b| years\b(?! of)| with\b| on\b)", re.I),
    re.compile(rf"\b(?:his|her|their|my|your|our) {_OLD}(?:st|nd|rd|th)(?= birthday\b)", re.I),
)  # fmt: skip
_GENERAL_AGE = re.compile(
    r"^(?: ?years?| ?yrs?)?(?: old| of age)? ?(?:or|and|to|-|–) ?(?:older|over|above|more|\d)", re.I
)
_OVER = re.compile(r"(?:over|above|than|under|below|least|until|≥|≤|>|<|age of|to|-|–) ?(?:the age of )?$", re.I)


def dates(text: str) -> Iterator[Identifier]:
    """Dates tied to a person and high ages in ``text``, in no order; they may overlap."""
    if not any(character.isdecimal() for character in text):
        return
    for pattern in (_BIRTH, _BORN, _PACKED):
        for match in pattern.finditer(text):
            yield Identifier(*match.span("value"), Kind.DATE)
    for match in _YEAR_OF_BIRTH.finditer(text):
        if int(match["value"]) <= datetime.now(UTC).year - _HIGH_AGE:
            yield Identifier(*match.span("value"), Kind.AGE)
    for match in _FIGURES.finditer(text):
        if not _PUBLISHED.search(_sentence(text, match.start())):
            yield Identifier(*match.span("value"), Kind.DATE)
    if _SOMEBODY.search(text):
        for pattern in (_EXACT, _ON):
            for match in pattern.finditer(text):
                if not _PUBLISHED.search(_sentence(text, match.start())) and not _is_modal(match["value"]):
                    yield Identifier(*match.span("value"), Kind.DATE)
    for pattern in _AGES:
        for match in pattern.finditer(text):
            start, end = match.span("value")
            if not _GENERAL_AGE.match(text[end:]) and not _OVER.search(text[max(0, start - 20) : start]):
                yield Identifier(start, end, Kind.AGE)


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in ("? ", "! ", ". ", "\n")) + 1
    ends = [place for place in (text.find(mark, at) for mark in ("? ", "! ", ". ", "\n")) if place >= 0]
    return text[start : min(ends, default=len(text))]


def _is_modal(value: str) -> bool:
    """ "after 3 may" is no date, and "march 3" an order: these months are written with a capital, or with a year."""
    return re.search(r"\b(?:may|march|mar)\b", value) is not None and re.search(r"\d{4}", value) is None
