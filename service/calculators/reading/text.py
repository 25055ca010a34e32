"""A message as scores read it."""

from __future__ import annotations

import re

from service.calculators.reading.names import NAME_OF
from service.calculators.registry import CALCULATORS
from service.measured import ages_in, in_digits, plain

_NUMBER = re.compile(
    r"(?:\s*(?:scores?|vte|bleed(?:ing)?|risk)\b)*\s*[:,(]?\s*(?P<number>\d{2,3})(?=\s*[,;]|\s+(?:and|with)\b)", re.I
)
_ADULT, _OLDEST = 18, 115


def as_read(message: str) -> str:
    """``message`` made plain, with numbers in digits, and with the word for an age behind the name of a score ("CURB-65: 78,
    confused"): a number that is more than the score can have, where no other age is told.
    """
    text = in_digits(plain(message))
    if ages_in(text):
        return text
    for name, pattern in NAME_OF.items():
        most = _most_points(name)
        for match in pattern.finditer(text) if most is not None else ():
            number = _NUMBER.match(text, match.end())
            if number is not None and max(most or 0, _ADULT - 1) < int(number["number"]) <= _OLDEST:
                return f"{text[: number.start('number')]}aged {text[number.start('number') :]}"
    return text


def _most_points(name: str) -> float | None:
    """The most points that a score of this name has; None where an age is no input of it, or it is no score of points."""
    named = [calculator for key, calculator in CALCULATORS.items() if key.startswith(name)]
    points = [calculator for calculator in named if calculator.unit == "points" and calculator.input("age")]
    return max((band.high for calculator in points for band in calculator.bands), default=None)
