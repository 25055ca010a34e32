"""Whether words tell of a patient: who it is, or what was done to them."""

from __future__ import annotations

import re

from service.measured import values_and_places

PERSON = re.compile(
    r"^\W*(?:an? |my |this |our |the )?(?:\d+[- ]?(?:year|yo\b|y\b|yrs?\b|[mf]\b)|(?:he|she|they|i|we|his|her)\b|"
    r"(?:my|this|our) (?:patient|man|woman|child|mother|father|wife|husband)\b)",
    re.I,
)
OF_SOMEONE = re.compile(
    r"\b(?:he|she|his|her|my|pt|patient|pregnant|man|woman|boy|girl|lad|lady|mum|dad|\d+\s?[mf]|y/?o|ago|candidate|"
    r"convert\w*|switch\w*|what proportion|for years)\b|-old\b",
    re.I,
)
# What was done to somebody, so many times: "needed 2 adrenalines".
BEFELL = re.compile(
    r"\b(?:needed|required|received|got|had|took|(?:was|were|been) given)\s+(?:about |only |just )?"
    r"(?:\d|one\b|two\b|three\b|four\b)",
    re.I,
)


def is_of_someone(text: str) -> bool:
    """Whether ``text`` tells of a patient."""
    return PERSON.match(text) is not None or OF_SOMEONE.search(text) is not None


def tells_a_case(text: str, bracket: str) -> bool:
    """Whether what stands in brackets tells how things are with somebody: a case is told, or it is a measured value."""
    if is_of_someone(text):
        return True
    for _, start, end in reversed(values_and_places(bracket)):
        bracket = f"{bracket[:start]} {bracket[end:]}"
    return not any(character.isalnum() for character in bracket)
