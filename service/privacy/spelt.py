"""Dates of birth and ages over 89 that are written in words: "the third of March nineteen fifty-two", "ninety-three"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.privacy.kinds import Identifier, Kind

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]{_ONES})?)"
_YEAR = (
    rf"(?:(?:nineteen|twenty)[- ](?:hundred(?: and)? )?(?:oh[- ]{_ONES}|{_TENS}|{_TEENS}|{_ONES})|"
    rf"two thousand(?: and)?(?: (?:{_TENS}|{_TEENS}|{_ONES}))?|(?:19|20)\d\d)"
)
_DAY = (
    rf"(?:the )?(?:{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)) (?:of |day of )?{_MONTH}|{_MONTH} the (?:{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))|"
    rf"{_MONTH} (?:{_ORDINAL})"
)
_WHOLE = re.compile(rf"\b(?P<value>(?:{_DAY}),?(?: in)? {_YEAR})\b", re.I)
# Without a year a day counts where it is somebody's birthday.
_BIRTHDAY = re.compile(
    rf"\b(?:born|birth ?day|date of birth|dob)\b(?: (?:is|was|falls|on|in))*(?: on)?[ :]+(?P<value>(?:{_DAY})(?:,? {_YEAR})?|{_MONTH} {_YEAR})",
    re.I,
)
_PUBLISHED = re.compile(r"\b(?:publish\w*|guidelines?|trial|study|paper|issued|approved|licensed|updated)\b", re.I)

_OLD = rf"(?P<value>ninety(?:[- ]{_ONES})?|(?:a|one) hundred(?: and (?:{_TEENS}|{_ONES}))?)"
_NO_AGE = r"(?![- ](?:hundred|thousand|percent|per cent|per|mg|milligrams?|days?|weeks?|months?|minutes?|hours?|seconds?|beats|tablets?|times|degrees|people|patients)\b)"
_WHO = (
    r"(?:i am|i'm|i was|he is|he's|he was|she is|she's|she was|who is|who's|who was|aged|"
    r"(?:\[name\]|mother|father|mum|mom|dad|gran|nan|grandm\w+|grandf\w+|grandpa|granddad|grandad|nana|husband|wife|aunt|uncle|neighbour|neighbor|friend|"
    r"patient|man|woman|lady|gentleman|resident),?(?: is| was|,)?)"
)
_AGES = (
    re.compile(rf"\b{_OLD}(?=[- ]years?[- ]old\b|[- ]year[- ]old)", re.I),
    re.compile(rf"(?<!\w){_WHO} (?:now |just |already |nearly |almost )?{_OLD}\b{_NO_AGE}", re.I),
    re.compile(rf"\b(?:turned|turns|turning|will be|reached)(?: the age of)? {_OLD}\b{_NO_AGE}(?=[ ,.;:]|\W*$)", re.I),
)  # fmt: skip
_OVER = re.compile(
    r"\b(?:over|above|than|under|below|least|until|patients|people|adults|those|women|men) (?:the age of |aged )?$",
    re.I,
)


def spelt(text: str) -> Iterator[Identifier]:
    """Dates and high ages in words in ``text``, in no order; they may overlap."""
    for match in _WHOLE.finditer(text):
        if not _PUBLISHED.search(text[max(0, match.start() - 60) : match.end() + 20]):
            yield Identifier(*match.span("value"), Kind.DATE)
    for match in _BIRTHDAY.finditer(text):
        yield Identifier(*match.span("value"), Kind.DATE)
    for pattern in _AGES:
        for match in pattern.finditer(text):
            if not _OVER.search(text[max(0, match.start("value") - 30) : match.start("value")]):
                yield Identifier(*match.span("value"), Kind.AGE)
