"""Lines of plain text as blocks: paragraphs, items, headings and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import words
from ingest.loaders.blocks import Blocks
from ingest.loaders.item_signs import is_step, item_of, leads_anew
from ingest.loaders.layout import Layout
from ingest.loaders.notes import without_boxes
from ingest.loaders.pages import pages_of, unwrapped
from ingest.loaders.plain_headings import headings_in
from ingest.loaders.text_tables import TextTable, column_tables

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_GOES_ON = re.compile(r"[^.!?:;]$")
_ROW = re.compile(r"[^:.]{2,60}: [^:]*\d[^:]*[^.:;,]")  # "Weight 10 kg: 5 mg"
_NARROW = 0.6  # share of the widest line: lines below a lead-in that are no wider are items of a list
_FULL = 0.7  # share of the widest line up to which a line was not wrapped for want of room
_WIDE = 60  # characters that the widest line has in a text of which the lines are wrapped

Line = tuple[int | None, str]  # the page, and what stands there


def lay_out_lines(layout: Layout, text: str, join_lines: bool) -> None:
    """Write ``text`` into ``layout``. ``join_lines``: a block is wrapped at line ends, and headings, pages and tables
    are told by how they look; otherwise each line is a paragraph.
    """
    if join_lines:
        _Lines(layout, _joined_pages(text)).write()
        return
    _Lines(layout, [(None, line) for line in text.splitlines()], as_they_are=True).write()


def _joined_pages(text: str) -> list[Line]:
    """The lines of all pages; a page begins a new block unless its first line goes on with the sentence before."""
    lines: list[Line] = []
    for page, own in pages_of(text):
        filled = [n for n, line in enumerate(own) if line.strip()]
        if not filled:
            continue
        first, last = own[filled[0]].strip(), lines[-1][1].strip() if lines else ""
        if lines and not (first[0].islower() and _GOES_ON.search(last)):
            lines.append((lines[-1][0], ""))
        lines += [(page, line) for line in own[filled[0] : filled[-1] + 1]]
    return lines


class _Lines:
    def __init__(self, layout: Layout, lines: Sequence[Line], as_they_are: bool = False) -> None:
        texts = [line for _, line in lines]
        self._blocks = Blocks(layout)
        self._lines = lines
        self._as_they_are = as_they_are
        self._headings = {} if as_they_are else headings_in(texts)
        self._tables: dict[int, TextTable] = {}
        self._known: frozenset[str] = frozenset()
        if not as_they_are:
            self._tables = {table.start: table for table in column_tables(texts)}
            self._known = frozenset(words("\n".join(texts)))
        self._width = max(map(len, texts), default=0)
        self._block: list[str] = []
        self._number: int | None = None
        self._in_item = False
        self._step = 0  # of a flow chart
        self._after_colon = False
        self._indents: list[int] = []  # of the lists that are open, the outermost first

    def write(self) -> None:
        """Write all lines."""
        position = 0
        while position < len(self._lines):
            page, line = self._lines[position]
            table = self._tables.get(position)
            if table is not None and position not in self._headings:
                self._flush()
                self._blocks.page = page
                self._write_table(table)
                position = table.end
                continue
            self._line(line, page, self._headings.get(position))
            position += 1
        self._flush()
        self._blocks.end_list()

    def _line(self, line: str, page: int | None, heading: tuple[int, str] | None) -> None:
        line = line if self._as_they_are else without_boxes(line)
        signed, item = _HEADING.fullmatch(line.strip()), item_of(line)
        if heading is None and signed is not None:
            heading = len(signed[1]), signed[2]
        if heading is not None:
            self._flush()
            self._indents.clear()
            self._after_colon = False
            self._blocks.heading(*heading)
        elif item:
            self._flush()
            indent, self._number, text = item
            self._step = self._step + 1 if is_step(line) else 0
            self._number = self._number or self._step or None
            self._indents[:] = [*(other for other in self._indents if other < indent), indent]
            self._in_item = True
            self._add(text, page)
        elif line.strip():
            self._step = 0
            if self._in_item and (self._as_they_are or leads_anew(line) or self._begins_anew(line)):
                self._flush()
            self._add(line.strip(), page)
        else:
            self._step = 0
            self._flush()

    def _begins_anew(self, line: str) -> bool:
        """Whether a line below an item's last one does not go on with it: it is not indented, begins with a capital,
        and the line before was no full one.
        """
        short = len(self._block[-1]) <= _FULL * self._width or re.search(r"[.!?]$", self._block[-1]) is not None
        return short and line[0].isupper()

    def _add(self, text: str, page: int | None) -> None:
        if not self._block:
            self._blocks.page = page
        self._block.append(text)

    def _flush(self) -> None:
        """Write the block that was read, if there is one."""
        block, self._block = self._block, []
        if not block:
            return
        if self._in_item:
            self._blocks.item(unwrapped(block, self._known), self._number, level=len(self._indents) - 1)
            self._in_item = False
            return
        self._indents.clear()
        if len(block) > 1 and not self._as_they_are and all(map(_ROW.fullmatch, block)):
            for line in block:
                self._blocks.item(line)
            self._blocks.end_list()
            self._after_colon = False
            return
        narrow = self._width >= _WIDE and max(map(len, block)) <= _NARROW * self._width
        if self._after_colon and narrow and len(block) > 1:
            for line in block:
                self._blocks.item(line)
            self._after_colon = False
            return
        for paragraph in block if self._as_they_are else [unwrapped(block, self._known)]:
            self._blocks.paragraph(paragraph)
        self._after_colon = not self._as_they_are and block[-1].endswith(":")

    def _write_table(self, table: TextTable) -> None:
        if table.says_something:
            self._blocks.table(table.header, table.rows)
        else:
            for row in table.rows:
                self._blocks.unsaid("; ".join(filter(None, row)))
