"""Headings of plain text without signs for them: numbered lines, lines in capitals, short lines that stand alone or
right above their text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.loaders.item_signs import item_of

_SIGNED = re.compile(r"\s*#{1,6}\s+\S")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+([A-Z].*)")
# "BOX 3. UNCONSCIOUS"; in small letters only by words that no step of a list begins with.
_LABELLED = re.compile(r"[A-Z]{3,} (?:\d{1,2}|[A-Z])\s?[.:)–-]\s+[A-Z]\D*")
_BOX = re.compile(r"(?i:Box|Part|Section|Appendix|Annex|Chapter|Table|Pathway) (?:\d{1,2}|[A-Z])\s?[.:)–-]?\s+[A-Z]\D*")
_COLUMNS = re.compile(r"\t| {3,}")  # of a table
_COMMAND = re.compile(
    r"(?:do|never|always|give|call|ring|stop|start|check|take|use|ask|avoid|repeat|keep|send|refer|tell|record|if|in|for|on)\b",
    re.I,
)
_ENDED = re.compile(r"[.:;,!]$")
# In capitals: "(20%)", "CURB-65", "GRADE 3"; four figures in a row are a telephone.
_FIGURE_OF_NAME = re.compile(
    r"\((?![^()]*\d{4})[^()]*\)|\b[A-Z]+\d?-\d{1,3}\b|\b(?:STAGE|GRADE|TYPE|CLASS|STEP|PHASE|LEVEL|AGE|SCORE) \d{1,2}\b"
)
_SHORTEST_CAPITALS = 6  # letters of a heading right below a sentence
_LONGEST_NUMBERED, _LONGEST_LONE, _LONGEST_LABEL = 12, 8, 6  # words
_SHORTEST_TEXT = 5  # words of a line below a label
_WRAPPED = 0.6  # share of the widest line from which on a line may have been wrapped
_LONE_LEVEL = 4  # lines in capitals and numbered ones stand above those that only stand alone


def headings_in(lines: Sequence[str]) -> dict[int, tuple[int, str]]:
    """Number of the line: (level, text) of each heading; none where the text marks headings by ``#``."""
    if any(_SIGNED.match(line) for line in lines):
        return {}
    found: dict[int, tuple[int, str]] = {}
    width = max(map(len, lines), default=0)
    for number, line in enumerate(lines):
        text = line.strip()
        if not text or _ENDED.search(text):
            continue
        if number and lines[number - 1].strip() and number - 1 not in found and not _parts(lines, number):
            continue
        level = _level(text, lines, number) or (_LONE_LEVEL if stands_over_text(lines, number, width) else None)
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
    labelled = _LABELLED.fullmatch(text) is not None and text.isupper()
    stands = alone or text.isupper() or item_of(lines[number + 1]) is not None
    boxed = _BOX.fullmatch(text) is not None and stands
    if (labelled or boxed) and len(text.split()) <= _LONGEST_NUMBERED:
        return 2
    if item_of(text) is not None or any(letter.isdigit() for letter in _without_names(text)):
        return None
    if text.isupper() and len(text.split()) <= _LONGEST_NUMBERED and len(text) > 3:
        return 2
    if any(letter.isdigit() for letter in text):
        return None
    short = alone and text[0].isupper() and len(text.split()) <= _LONGEST_LONE
    return _LONE_LEVEL if short and sum(letter.isalpha() for letter in text) > 2 else None


def _without_names(text: str) -> str:
    """A line in capitals without figures that belong to a name ("CURB-65", "STAGE 2") or stand in brackets; what is
    dosed or rung keeps them.
    """
    return _FIGURE_OF_NAME.sub("", text) if text.isupper() else text


def _parts(lines: Sequence[str], number: int) -> bool:
    """Whether a line right below others begins something new: it is in capitals, of two words or a long one, after the
    end of a sentence and above a line that is not in capitals.
    """
    text, above = lines[number].strip(), lines[number - 1].strip()
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    letters = sum(letter.isalpha() for letter in text)
    long_enough = letters >= _SHORTEST_CAPITALS and letters > len(text) / 2
    return text.isupper() and long_enough and above[-1] in ".!?" and bool(below) and not below.isupper()


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


def stands_over_text(lines: Sequence[str], number: int, width: int) -> bool:
    """Whether a line is the label of the text right below it: it begins a block, is short and no sentence or command,
    was not wrapped for want of room, leads into no list, and sentences or the items of one follow. ``width``: of the
    widest line.
    """
    text = lines[number].strip()
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    if not below or _ENDED.search(text) or item_of(text) is not None or any(letter.isdigit() for letter in text):
        return False
    if not text[0].isupper() or len(text.split()) > _LONGEST_LABEL or len(text) > _WRAPPED * width:
        return False
    before = next((line.strip() for line in reversed(lines[:number]) if line.strip()), "")
    if before.endswith(":") or _COMMAND.match(text) or _COLUMNS.search(text) or _COLUMNS.search(below):
        return False
    first = item_of(below)
    if first is not None:
        return first[1] == 1
    sentences = below[-1] in ".:" or len(below) > _WRAPPED * width
    return below[0].isupper() and len(below.split()) >= _SHORTEST_TEXT and len(below) > len(text) and sentences
