"""Plain text: blank lines part paragraphs; headings, items, tables and pages are told by how they look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from corpus.document import Document, EvidenceKind, Source
from corpus.text import normalise
from ingest.loaders.layout import Layout
from ingest.loaders.lines import lay_out_lines
from ingest.loaders.notes import with_notes
from ingest.loaders.pages import pages_of
from ingest.loaders.plain_headings import stands_over_text

_LONGEST_TITLE = 150
_TITLE_LINES = 2


def document_id(name: str) -> str:
    """An id from a file's name: its path without suffix, in lower case, letters and digits of any script, hyphens."""
    stem = normalise(re.sub(r"\.[A-Za-z0-9]{1,8}$", "", name))
    return re.sub(r"(?:[^\w/]|_)+", "-", stem.lower()).strip("-") or "document"


def title_from(name: str) -> str:
    """A title from a file's name: "dose_table-2.txt" is "dose table 2"."""
    return normalise(Path(name).stem.replace("_", " ").replace("-", " ")) or name


class PlainTextLoader:
    """``.txt`` and ``.text`` files in UTF-8."""

    suffixes = (".text", ".txt")

    def takes(self, path: Path) -> bool:
        """By suffix."""
        return path.is_file() and path.suffix.lower() in self.suffixes

    def load(self, path: Path, name: str) -> Iterator[Document]:
        """One document, which is its own source; its first line is the title when it is short and stands alone."""
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        title, text = _titled(text)
        title = title or title_from(name)
        identifier = document_id(name)
        source = Source(title=title, kind=EvidenceKind.REFERENCE_TEXT, document_id=identifier)
        layout = Layout(source.source_id)
        lay_out_lines(layout, with_notes(text), join_lines=True)
        stored, sections = layout.finish()
        yield Document(id=identifier, title=title, text=stored, sections=sections, sources=(source,), path=name)


def _titled(text: str) -> tuple[str, str]:
    """The title and the text below it: the first lines where they are few and stand alone, or the first one, two of
    them in capitals, where they are no sentence and other lines follow right below; otherwise no title.
    """
    pages = [line for _, lines in pages_of(text) for line in lines]
    begins = next((n for n, line in enumerate(pages) if line.strip()), len(pages))
    ends = next((n for n in range(begins, len(pages)) if not pages[n].strip()), len(pages))
    block = pages[begins:ends]
    if block and block[0].lstrip().startswith("#"):
        block = block[:1]
    title = normalise(" ".join(block).lstrip("# "))
    alone = len(block) == 1 or (0 < len(block) <= _TITLE_LINES and title[-1:].isalnum() and not title[0].islower())
    if not alone or not 0 < len(title) <= _LONGEST_TITLE:
        block = _first_lines(pages, begins, block)
        title = normalise(" ".join(block))
    if not block or len(title) > _LONGEST_TITLE:
        return "", text
    rest = text
    for line in block:
        rest = rest.replace(line, "", 1)
    return (title, rest) if any(line.strip() for line in pages[begins + len(block) :]) else ("", text)


def _first_lines(pages: Sequence[str], begins: int, block: Sequence[str]) -> list[str]:
    """Of the block that a text begins with, the lines that are its title: those in capitals, or the rest's label."""
    capitals = list(takewhile(lambda line: line.isupper() and line.strip()[-1:] not in ".:;,", block[:_TITLE_LINES]))
    width = max(map(len, pages), default=0)
    if capitals or not block or not stands_over_text(pages, begins, width):
        return capitals if len(capitals) < len(block) else []
    return list(block[:1])
