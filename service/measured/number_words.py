"""Numbers up to 99 that are written in words: "fifty-two", "two point four", "grade three"."""

from __future__ import annotations

import re

_ONES = {word: number for number, word in enumerate("zero one two three four five six seven eight nine".split())}
_TEENS = {
    word: number
    for number, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ANY = "|".join([*_ONES, *_TEENS, *_TENS])
_RUN = re.compile(
    rf"\b(?P<number>(?:{_ANY})(?:[- ](?:{_ANY}))*)(?P<decimals>(?: point(?: (?:{'|'.join(_ONES)}))+)?)\b(?![- ](?:hundred|thousand|million)\b)",
    re.I,
)
_HUNDREDS = re.compile(r"\b(?:hundred|thousand)(?: and)?[- ]$", re.I)
_COUNTS = re.compile(r"\b(?:grade|stage|class|gcs|amt|amts) $", re.I)


def in_digits(text: str) -> str:
    """``text`` with such numbers in digits. One of a single word below ten stays, but for a grade and before decimals: "one"
    is a word of its own; so does a year ("nineteen fifty-two"), and what is more than 99.
    """
    return _RUN.sub(_written, text)


def _written(match: re.Match[str]) -> str:
    words = [word.lower() for word in re.split(r"[- ]", match["number"])]
    number = _number(words)
    before = match.string[: match.start()]
    if number is None or _HUNDREDS.search(before):
        return match.group()
    if match["decimals"]:
        digits = match["decimals"].lower().split()[1:]
        return f"{number}." + "".join(str(_ONES[digit]) for digit in digits)
    alone = number < 10 and not _COUNTS.search(before)
    return match.group() if alone else str(number)


def _number(words: list[str]) -> int | None:
    """Up to 99; None for words that are no one number."""
    first, *rest = words
    if first in _TENS and len(rest) == 1 and _ONES.get(rest[0], 0) > 0:
        return _TENS[first] + _ONES[rest[0]]
    return None if rest else {**_ONES, **_TEENS, **_TENS}[first]
