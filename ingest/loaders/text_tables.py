"""Tables that are drawn with signs, tabs or columns of spaces, as converters and plain text have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.loaders.item_signs import item_of

_RULER = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*")  # the columns of a table drawn by pandoc
_LINE = re.compile(r"\s*-{3,}\s*")
_GRID = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*")
_PIPES = re.compile(r"\s*\|.*\|\s*")
_INNER_PIPE = re.compile(r"(?<!\\)\|")
_PIPE_RULER = re.compile(r"[\s|:+-]+")
_GAP = re.compile(r"\t| {3,}")  # between two columns,
_NARROW_GAP = re.compile(r"\t| {2,}")  # and in lines below one that has such a gap
_WORD = re.compile(r"[^\W\d_]{3,}")
_DIGIT = re.compile(r"\d")
_BEGINS_WITH_NUMBER = re.compile(r"[<>≤≥~]?\s*\d|(?:under|below|over|above|up to|less than|more than)\s+\d", re.I)
_LONGEST_HEADER = 4  # lines
_LABELLED = 3  # columns from which on a row says nothing without their names


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table found in lines ``start:end`` of a text; ``header`` is empty where it has no names of columns."""

    start: int
    end: int
    header: list[str]
    rows: list[list[str]]

    @property
    def says_something(self) -> bool:
        """Whether a row can be read: it has the names of its columns, or so few cells that it needs none."""
        return bool(self.header) or max(map(len, self.rows)) <= _LABELLED


def drawn_tables(lines: Sequence[str]) -> Iterator[TextTable]:
    """Tables with rulers or a grid, in order."""
    position = 0
    while position < len(lines):
        found = _ruled(lines, position) or _grid(lines, position)
        if found is not None:
            yield found
            position = found.end
        else:
            position += 1


def column_tables(lines: Sequence[str]) -> Iterator[TextTable]:
    """Tables with rulers, a grid or pipes, and lines of which each has as many columns, parted by tabs or spaces."""
    position = 0
    while position < len(lines):
        found = _ruled(lines, position) or _grid(lines, position) or _piped(lines, position)
        found = found or _columns(lines, position)
        if found is not None:
            yield found
            position = found.end
        else:
            position += 1


def as_markdown(body: str) -> str:
    """A Markdown text with its drawn tables as tables with pipes."""
    lines = body.split("\n")
    written: list[str] = []
    last = 0
    for table in drawn_tables(lines):
        width = max(len(table.header), *map(len, table.rows))
        rows = [table.header or [""] * width, ["---"] * width, *table.rows]
        piped = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
        written += [*lines[last : table.start], "", *piped, ""]
        last = table.end
    return "\n".join([*written, *lines[last:]])


def _ruled(lines: Sequence[str], start: int) -> TextTable | None:
    """A table of pandoc: a ruler under the names of columns. With a line above these, its rows are parted by blank
    lines and end with such a line; without, each line is a row and a blank one ends it.
    """
    framed = _LINE.fullmatch(lines[start]) is not None
    if not framed and not lines[start].strip():
        return None
    first = start + framed
    ruler = next(
        (n for n in range(first, min(first + _LONGEST_HEADER + 1, len(lines))) if _RULER.fullmatch(lines[n])), None
    )
    if ruler is None or not all(line.strip() for line in lines[first:ruler]) or (not framed and ruler - first > 1):
        return None
    columns = [match.start() for match in re.finditer(r"-+", lines[ruler])]
    ends = (n for n in range(ruler + 1, len(lines)) if _closes(lines[n], framed))
    end = next(ends, None if framed else len(lines))
    if end is None or end == ruler + 1:
        return None
    body = lines[ruler + 1 : end]
    groups = _groups(body) if framed else [[line] for line in body]
    header = _cells(lines[first:ruler], columns) if ruler > first else []
    rows = [_cells(group, columns) for group in groups]
    return TextTable(start, min(end + framed, len(lines)), header, rows) if rows else None


def _closes(line: str, framed: bool) -> bool:
    return (_LINE.fullmatch(line) is not None) if framed else (not line.strip() or _RULER.fullmatch(line) is not None)


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """Runs of lines between blank ones."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _cells(lines: Sequence[str], columns: Sequence[int]) -> list[str]:
    """What stands in each column, the lines of a cell joined."""
    bounds = [*zip([0, *columns[1:]], [*columns[1:], None], strict=True)]
    return [" ".join(filter(None, (line[begin:end].strip() for line in lines))) for begin, end in bounds]


def _grid(lines: Sequence[str], start: int) -> TextTable | None:
    if not _GRID.fullmatch(lines[start]):
        return None
    columns = [match.start() for match in re.finditer(r"\+", lines[start])]
    header: list[str] = []
    rows: list[list[str]] = []
    group: list[str] = []
    for position in range(start + 1, len(lines)):
        line = lines[position]
        if _GRID.fullmatch(line):
            if group:
                rows.append(
                    [
                        " ".join(filter(None, (text[begin + 1 : end].strip() for text in group)))
                        for begin, end in pairwise(columns)
                    ]
                )
            if "=" in line and len(rows) == 1 and not header:
                header = rows.pop()
            group = []
        elif _PIPES.fullmatch(line):
            group.append(line)
        else:
            return TextTable(start, position, header, rows) if rows else None
    return TextTable(start, len(lines), header, rows) if rows else None


def _piped(lines: Sequence[str], start: int) -> TextTable | None:
    """Lines with pipes, with or without one at both ends; where one has fewer cells, nobody can read them."""
    end = start
    while end < len(lines) and _has_pipes(lines[end]):
        end += 1
    rows = [_cells_between(line) for line in lines[start:end]]
    ruled = len(rows) > 1 and _PIPE_RULER.fullmatch(lines[start + 1].strip()) is not None
    rows = [row for row, line in zip(rows, lines[start:end], strict=True) if not _PIPE_RULER.fullmatch(line.strip())]
    if len(rows) < 2:
        return None
    outer = all(map(_PIPES.fullmatch, lines[start:end]))
    if not outer and len({len(row) for row in rows}) > 1:
        return TextTable(start, end, [], [*rows, [""] * (_LABELLED + 1)])
    return _headed(start, end, rows, ruled)


def _has_pipes(line: str) -> bool:
    if _PIPES.fullmatch(line):
        return True
    ruler = "|" in line and _PIPE_RULER.fullmatch(line.strip()) is not None
    return ruler or (" | " in line.strip() and item_of(line) is None)


def _cells_between(line: str) -> list[str]:
    text = line.strip()
    text = text.strip("|") if _PIPES.fullmatch(line) else text
    return [cell.strip() for cell in _INNER_PIPE.split(text)]


def _columns(lines: Sequence[str], start: int) -> TextTable | None:
    """Lines of which each has columns: a table where all have as many, and otherwise lines that nobody can read."""
    if not _is_columnar(lines[start], _GAP):
        return None
    end = start + 1
    while end < len(lines) and _is_columnar(lines[end], _NARROW_GAP):
        end += 1
    if end - start < 2:
        return None
    rows = [_cells_of(line) for line in lines[start:end]]
    tabbed = all("\t" in line.strip() for line in lines[start:end])
    width = max(map(len, rows))
    if tabbed:
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
    if any(len(row) != width for row in rows):
        return TextTable(start, end, [], [*rows, [""] * (_LABELLED + 1)])
    return _headed(start, end, rows, False)


def _is_columnar(line: str, gap: re.Pattern[str]) -> bool:
    text = line.strip()
    return gap.search(text) is not None and item_of(line) is None


def _cells_of(line: str) -> list[str]:
    if "\t" in line.strip():
        return [cell.strip() for cell in line.rstrip("\n").lstrip(" ").split("\t")]
    return [cell.strip() for cell in _NARROW_GAP.split(line.strip())]


def _headed(start: int, end: int, rows: list[list[str]], ruled: bool) -> TextTable:
    """The table, its first row taken for the names of its columns where that is drawn, where no word of it comes
    again in its column ("bleep 1180" over "bleep 3000" names nothing), or where it has words alone and a column below
    it numbers alone.
    """
    first, *others = rows
    few = not ruled and len(others) < 2 and len(first) > 2  # two lines with many columns: either may be the names
    below = [
        {word.lower() for row in others if column < len(row) for word in _WORD.findall(row[column])}
        for column in range(len(first))
    ]
    named = all(
        (_WORD.search(cell) or not cell) and not {word.lower() for word in _WORD.findall(cell)} & words
        for cell, words in zip(first[1:], below[1:], strict=True)
    )
    named = named or _over_numbers(first, others)
    return TextTable(start, end, first, others) if ruled or (named and not few) else TextTable(start, end, [], rows)


def _over_numbers(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether a row has no number and stands over a column in which each cell begins with one."""
    if not others or not all(_WORD.search(cell) and not _DIGIT.search(cell) for cell in first):
        return False
    return any(
        all(column < len(row) and _BEGINS_WITH_NUMBER.match(row[column]) for row in others)
        for column in range(len(first))
    )
