"""Definition lists of Markdown ("Term", and below it ": what it is") as items: each definition after its term."""

from __future__ import annotations

import re

from ingest.loaders.item_signs import item_of

_DEFINES = re.compile(r" {0,3}:[ \t]+(\S.*)")
_NO_TERM = re.compile(r"\s*(?:#|>|\||```|~~~|:[ \t]| {4})")
_GOES_ON = re.compile(r"(?: {2,}|\t)\S")


def as_items(body: str) -> str:
    """A Markdown text with its definition lists as lists of "Term: definition"."""
    lines = body.split("\n")
    written: list[str] = []
    position = 0
    while position < len(lines):
        first = position + 1 + (position + 1 < len(lines) and not lines[position + 1].strip())
        if not _is_term(lines[position]) or first >= len(lines) or not _DEFINES.fullmatch(lines[first]):
            written.append(lines[position])
            position += 1
            continue
        term, (texts, position) = lines[position].strip().rstrip(":"), _definitions(lines, first)
        follows = bool(written) and written[-1].startswith("- ")
        written += [*([] if follows else [""]), *(f"- {term}: {text}" for text in texts)]
        while position < len(lines) - 1 and not lines[position].strip() and _is_term(lines[position + 1]):
            position += 1
        if not _goes_on_with_terms(lines, position):
            written.append("")
    return "\n".join(written)


def _is_term(line: str) -> bool:
    return bool(line.strip()) and not _NO_TERM.match(line) and item_of(line) is None


def _goes_on_with_terms(lines: list[str], position: int) -> bool:
    after = [line for line in lines[position : position + 3] if line.strip()]
    return len(after) > 1 and _is_term(after[0]) and _DEFINES.fullmatch(after[1]) is not None


def _definitions(lines: list[str], position: int) -> tuple[list[str], int]:
    """The definitions that begin at ``position``, and where they end."""
    texts: list[str] = []
    while position < len(lines):
        found = _DEFINES.fullmatch(lines[position])
        if found is not None:
            texts.append(found[1].strip())
        elif lines[position].strip() and (lines[position - 1].strip() or _GOES_ON.match(lines[position])):
            texts[-1] = f"{texts[-1]} {lines[position].strip()}"
        elif lines[position].strip():
            break
        position += 1
    return texts, position
