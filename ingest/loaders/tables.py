"""Rows of a table as sentences: each with the names of its columns, and with what the table is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.text import normalise
from ingest.loaders.lead_ins import LeadIn

_LONGEST = 60  # words of a row; a longer one is parted, each part with its first cell


def row_texts(header: Sequence[str], rows: Sequence[Sequence[str]], lead: LeadIn | None) -> Iterator[str]:
    """The rows, each "lead-in: column: cell; …." as one sentence or more.

    A row that begins with empty cells goes on with those above it; one that has its first cell alone, in a table of
    three columns and more, stands over the rows below it.
    """
    above: list[str] = []
    group = ""
    for cells in ([normalise(cell) for cell in row] for row in rows):
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        if len(filled) == 1 and cells[0] and len(cells) > 2:
            group, above = cells[0].rstrip(" :."), []
            continue
        cells = _completed(cells, above)
        above = cells
        names = [normalise(name) for name in header] + [""] * (len(cells) - len(header))
        pairs = [
            f"{name.rstrip(' :')}: {cell}" if name else cell for name, cell in zip(names, cells, strict=False) if cell
        ]
        for part in _parts(pairs):
            text = "; ".join([part[0], *part[1:]] if not group else [group, *part])
            text = lead.over(text) if lead is not None else text
            yield text if text.endswith((".", "!", "?")) else f"{text}."


def _completed(cells: list[str], above: Sequence[str]) -> list[str]:
    """The cells, the empty ones that it begins with as in the row above."""
    first = next(position for position, cell in enumerate(cells) if cell)
    return [*above[:first], *[""] * (first - len(above[:first])), *cells[first:]]


def _parts(pairs: Sequence[str]) -> Iterator[list[str]]:
    """The pairs in as few parts as keep within the length of a sentence, each beginning with the first pair."""
    part = [pairs[0].rstrip(".") if len(pairs) > 1 else pairs[0]]
    for position, pair in enumerate(pairs[1:], start=1):
        if len(part) > 1 and len(" ".join([*part, pair]).split()) > _LONGEST:
            yield part
            part = part[:1]
        part.append(pair.rstrip(".") if position < len(pairs) - 1 else pair)
    yield part
