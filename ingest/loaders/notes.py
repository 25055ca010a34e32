"""Footnotes and boxes to tick: their signs are no words of a text, and a note belongs to what it stands behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SIGN = r"\[\^(?P<{0}>[\w*†‡§-]{{1,20}})\]|\^(?P<{1}>[a-h*†‡§])\^|<sup>\s*(?P<{2}>[a-h*†‡§])\s*</sup>"
_NOTE = re.compile(rf" {{0,3}}(?:{_SIGN.format('key', 'raised', 'html')})(?P<colon>:)?\s+(?P<text>\S.*)", re.I)
_USED = re.compile(rf"(?P<stop>[.!?]?) ?(?:{_SIGN.format('key', 'raised', 'html')})", re.I)
_RULER = re.compile(r"[\s|:+-]*-{3,}[\s|:+-]*")
_POWER = re.compile(r"(?<=[\w)])\^([+−-]?\d{1,2})\^")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LONGEST = 30  # words of a note that is told with what it belongs to
_GOES_ON = re.compile(r"\s*[^\W\d_]|\s*[%°]")  # behind the sign of a figure: its unit
_PART_ENDS = re.compile(r"\s*(?:\||[.;!?](?=\s)|\n)")
_BOX = re.compile(r"\[[ xX]\] ?")
_FIRST_BOX = re.compile(r"(\s*(?:[-*+•]|\d{1,3}[.)]) )\[[ xX]\] (?=\S)")


@dataclass(frozen=True, slots=True)
class _Note:
    key: str
    line: int
    text: str


def with_notes(body: str) -> str:
    """A text in which each short note stands in brackets where its sign stood, and by itself as a paragraph; without
    the signs. In the names of a table's columns a sign is left out. Raised figures ("10^9^") are such.
    """
    if "^" not in body and "<sup" not in body.lower():
        return body
    lines = _POWER.sub(lambda power: power[1].translate(_RAISED), body).split("\n")
    notes: list[_Note] = []
    written: list[str] = []
    rows = iter(range(len(lines)))
    for position in rows:
        note = _NOTE.fullmatch(lines[position])
        if note is None or (note["key"] and not note["colon"]):
            written.append(lines[position])
            continue
        text = [note["text"].strip()]
        while position + 1 < len(lines) and lines[position + 1].strip() and not _NOTE.fullmatch(lines[position + 1]):
            position = next(rows)
            text.append(lines[position].strip())
        notes.append(_Note(_key(note), len(written), " ".join(text)))
        written += ["", _ended(notes[-1].text), ""]
    return "\n".join(_placed(line, number, notes, written) for number, line in enumerate(written))


def without_boxes(line: str) -> str:
    """A line without boxes to tick; one of which some are ticked stays as it is, but for a box that begins an item."""
    line = _FIRST_BOX.sub(r"\1", line)
    boxes = _BOX.findall(line)
    return _BOX.sub("", line) if boxes and not any("x" in box.lower() for box in boxes) else line


def _placed(line: str, number: int, notes: Sequence[_Note], lines: Sequence[str]) -> str:
    """Line ``number`` of ``lines`` with the notes in the place of their signs."""
    header = number + 1 < len(lines) and _RULER.fullmatch(lines[number + 1]) is not None
    text = ""
    last = 0
    waiting: list[str] = []  # notes on a figure, which are told behind what it counts
    for sign in _USED.finditer(line):
        text += _with_waiting(line[last : sign.start()], waiting)
        if sign["stop"]:
            text += _told(waiting)
        note = "" if header else _note_for(_key(sign), number, notes)
        if note and text[-1:].isdigit() and _GOES_ON.match(line, sign.end()):
            waiting.append(note)
            text += sign["stop"]
        else:
            text += f" ({note}){sign['stop']}" if note else sign["stop"]
        last = sign.end()
    return text + _with_waiting(f"{line[last:]}\n", waiting).removesuffix("\n") if last else line


def _with_waiting(piece: str, waiting: list[str]) -> str:
    end = _PART_ENDS.search(piece) if waiting else None
    if end is None:
        return piece
    return f"{piece[: end.start()]}{_told(waiting)}{piece[end.start() :]}"


def _told(waiting: list[str]) -> str:
    notes = "".join(f" ({note})" for note in waiting)
    waiting.clear()
    return notes


def _note_for(key: str, number: int, notes: Sequence[_Note]) -> str:
    """The note that a sign in line ``number`` has: the next one below it, as each table may have its own."""
    own = [note for note in notes if note.key == key]
    found = next((note for note in own if note.line >= number), own[0] if len(own) == 1 else None)
    if found is None or len(found.text.split()) > _LONGEST or "://" in found.text:
        return ""
    return found.text.rstrip(". ")


def _key(found: re.Match[str]) -> str:
    return (found["key"] or found["raised"] or found["html"]).lower()


def _ended(text: str) -> str:
    return text if text[-1] in ".!?…:" else f"{text}."
