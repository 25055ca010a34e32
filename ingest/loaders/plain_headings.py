"""Headings of plain text without signs for them: numbered lines, lines in capitals, short lines that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.loaders.item_signs import item_of

_SIGNED = re.compile(r"\s*#{1,6}\s+\S")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+([A-Z].*)")
_ENDED = re.compile(r"[.:;,!]$")
_LONGEST_NUMBERED, _LONGEST_LONE = 12, 8  # words
_LONE_LEVEL = 4  # lines in capitals and numbered ones stand above those that only stand alone


def headings_in(lines: Sequence[str]) -> dict[int, tuple[int, str]]:
    """Number of the line: (level, text) of each heading; none where the text marks headings by ``#``."""
    if any(_SIGNED.match(line) for line in lines):
        return {}
    found: dict[int, tuple[int, str]] = {}
    for number, line in enumerate(lines):
        text = line.strip()
        if not text or _ENDED.search(text) or (number and lines[number - 1].strip() and number - 1 not in found):
            continue
        level = _level(text, lines, number)
        if level is not None and any(later.strip() for later in lines[number + 1 :]):
            found[number] = level, text
    return found


def _level(text: str, lines: Sequence[str], number: int) -> int | None:
    alone = number + 1 >= len(lines) or not lines[number + 1].strip()
    numbered = _NUMBERED.fullmatch(text)
    if numbered is not None:
        few = len(text.split()) <= _LONGEST_NUMBERED and not re.search(r"\d\s?(?:mg|g|mL|ml|%)\b", numbered[2])
        own = (alone or text.isupper()) and few and not _in_list(lines, number)
        return 2 + numbered[1].count(".") if own else None
    if item_of(text) is not None or any(letter.isdigit() for letter in text):
        return None
    if text.isupper() and len(text.split()) <= _LONGEST_NUMBERED and len(text) > 3:
        return 2
    short = alone and text[0].isupper() and len(text.split()) <= _LONGEST_LONE
    return _LONE_LEVEL if short and sum(letter.isalpha() for letter in text) > 2 else None


def _in_list(lines: Sequence[str], number: int) -> bool:
    """Whether a numbered line stands in a list: the line before or after it, blank ones aside, has the next number."""
    own = re.match(r"\s*(\d{1,2})(?:[.)]\s)", lines[number])
    if own is None:
        return False
    after = next((line for line in lines[number + 1 :] if line.strip()), "")
    before = next((line for line in reversed(lines[:number]) if line.strip()), "")
    return any(
        (item := item_of(line)) is not None and item[1] == int(own[1]) + step
        for line, step in ((after, 1), (before, -1))
    )
