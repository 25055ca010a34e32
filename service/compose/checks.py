"""Checks of a statement's details against the words it cites: numbers with units, comparators, negations, names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import STOPWORDS, terms, words

_NUMBER = re.compile(
    r"(?P<comparator>[<>≤≥]=?|\b(?:less than|more than|greater than|at least|at most|up to|above|below|over|under|fewer than)\s)?\s*"
    r"(?P<number>\d+(?:[.,·]\d+)*)\s*(?P<unit>%|×\s?10[⁰¹²³⁴⁵⁶⁷⁸⁹^0-9]*\s?/\s?L|(?:mg|g|kg|mcg|µg|μg|ng|mL|L|dL|mmol|mmHg|kPa|IU|units?|hours?|h|"
    r"days?|weeks?|months?|years?|minutes?|cm|mm)(?:/\w+)*\b)?",
    re.I,
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|without|cannot|avoid\w*|contra-?indicat\w*|against|lack\w*|fail\w*|un(?:likely|safe|proven|clear))\b",
    re.I,
)
_COMPARATORS = {
    "less than": "<", "fewer than": "<", "below": "<", "under": "<", "<": "<", "more than": ">", "greater than": ">", "above": ">",
    "over": ">", ">": ">", "at least": "≥", "≥": "≥", ">=": "≥", "at most": "≤", "up to": "≤", "≤": "≤", "<=": "≤",
}  # fmt: skip


def _numbers(text: str) -> set[tuple[str, str, str]]:
    found = set()
    for match in _NUMBER.finditer(text):
        comparator = _COMPARATORS.get((match["comparator"] or "").strip().lower(), "")
        unit = re.sub(r"\s", "", (match["unit"] or "").lower()).rstrip("s").replace("μ", "µ")
        found.add((comparator, match["number"].replace(",", "").replace("·", "."), unit))
    return found


def unsupported_details(text: str, quotes: Sequence[str]) -> list[str]:
    """What ``text`` says that ``quotes`` do not: names of the checks that fail (numbers, negation, names); empty when
    none does.

    A number needs the same unit and comparator in the quotes (a statement may leave the comparator's words out only
    where the quote has none); a statement is negated exactly where its quotes are; a capitalised or unusual word must
    be in the quotes.
    """
    cited = " ".join(quotes)
    failed = []
    there = _numbers(cited)
    if not _numbers(text) <= there | {
        ("", number, "") for _, number, _ in there if number.isdigit() and len(number) == 4
    }:
        failed.append("numbers")
    if (_NEGATION.search(text) is None) != (_NEGATION.search(cited) is None):
        failed.append("negation")
    known = set(terms(cited))
    unknown = [word for word in words(text) if word not in STOPWORDS and not set(terms(word)) & known and terms(word)]
    if len(unknown) > max(2, 0.34 * len(list(words(text)))) or any(_is_name(word, text) for word in unknown):
        failed.append("names")
    return failed


def _is_name(word: str, text: str) -> bool:
    """A word written with a capital inside a sentence, or with digits inside: a name, a drug, a score."""
    match = re.search(rf"(?<![\w]){re.escape(word)}(?![\w])", text, re.I)
    if match is None:
        return False
    written = match.group()
    inside = match.start() > 0 and not re.search(r"[.!?:]\s*$", text[: match.start()])
    return (
        (inside and written[:1].isupper()) or any(c.isdigit() for c in written) or sum(c.isupper() for c in written) > 1
    )
