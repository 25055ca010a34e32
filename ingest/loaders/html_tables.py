"""Tables that are written in HTML inside Markdown, as converters write them where a cell holds more than words."""

from __future__ import annotations

import re

from ingest.loaders.html_words import HtmlWords

TABLE = re.compile(r"<table\b.*?</table\s*>", re.DOTALL | re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=<tr\b|</tr\s*>|</thead\s*>|</tbody\s*>|</table\s*>)", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<(t[hd])\b([^>]*)>(.*?)(?=<t[hd]\b|</t[hd]\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_SPAN = r"\b{}\s*=\s*[\"']?(\d{{1,2}})"
_MOST = 20  # columns or rows over which a cell may reach


def joined(body: str) -> str:
    """A Markdown text whose tables in HTML hold no blank line, at which Markdown would end them."""
    return TABLE.sub(lambda match: re.sub(r"\n\s*\n", "\n", match.group()), body)


def read_table(html: str) -> tuple[list[str], list[list[str]]]:
    """The names of columns and the rows of a table; a cell that reaches over several stands in each of them."""
    headers: list[list[str]] = []
    rows: list[list[str]] = []
    reaching: dict[int, tuple[int, str]] = {}  # column: for how many more rows, and which words
    for row in _ROW.finditer(html):
        cells: list[str] = []
        kinds: set[str] = set()
        for cell in _CELL.finditer(row[1]):
            _fill(cells, reaching)
            words = HtmlWords()
            words.html(cell[3])
            kinds.add(cell[1].lower())
            for _ in range(_span(cell[2], "colspan")):
                down = _span(cell[2], "rowspan") - 1
                if down:
                    reaching[len(cells)] = (down, str(words))
                cells.append(str(words))
        _fill(cells, reaching)
        if kinds == {"th"} and not rows:
            headers.append(cells)
        elif cells:
            rows.append(cells)
    width = max(map(len, headers), default=0)
    names = [list(dict.fromkeys(h[column].strip() for h in headers if column < len(h))) for column in range(width)]
    return [" ".join(filter(None, parts)) for parts in names], rows


def _fill(cells: list[str], reaching: dict[int, tuple[int, str]]) -> None:
    """Add the cells that reach down from rows above into the columns that come next."""
    while len(cells) in reaching:
        left, words = reaching.pop(len(cells))
        if left > 1:
            reaching[len(cells)] = (left - 1, words)
        cells.append(words)


def _span(attributes: str, name: str) -> int:
    found = re.search(_SPAN.format(name), attributes, re.IGNORECASE)
    return min(max(int(found[1]), 1), _MOST) if found else 1
