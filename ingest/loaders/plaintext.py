"""Plain text: blank lines part paragraphs, ``#`` lines are headings, ``-`` and ``1.`` lines are items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.document import Document, EvidenceKind, Source
from corpus.text import normalise
from ingest.loaders.blocks import Blocks
from ingest.loaders.layout import Layout

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_ITEM = re.compile(r"\s*([-–*•◦▪‣·\uf0b7]|(\d{1,3})[.)])\s+(\S.*)")


def lay_out_lines(layout: Layout, text: str, join_lines: bool) -> None:
    """Write ``text`` into ``layout``. ``join_lines``: a block is wrapped at line ends, not one paragraph a line."""
    blocks = Blocks(layout)
    block: list[str] = []
    number: int | None = None
    in_item = False
    indents: list[int] = []  # of the lists that are open, the outermost first

    def flush() -> None:
        nonlocal in_item
        if in_item:
            blocks.item(" ".join(block), number, level=len(indents) - 1)
        else:
            for paragraph in [" ".join(block)] if join_lines else block:
                blocks.paragraph(paragraph)
                indents.clear()
        block.clear()
        in_item = False

    for line in text.splitlines():
        heading, item = _HEADING.fullmatch(line.strip()), _ITEM.fullmatch(line.rstrip())
        if heading:
            flush()
            indents.clear()
            blocks.heading(len(heading[1]), heading[2])
        elif item:
            flush()
            indent = item.start(1)
            indents[:] = [*(other for other in indents if other < indent), indent]
            in_item, number = True, int(item[2]) if item[2] else None
            block.append(item[3])
        elif line.strip():
            if in_item and not join_lines:
                flush()
            block.append(line.strip())
        else:
            flush()
    flush()
    blocks.end_list()


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
        first, _, rest = text.lstrip().partition("\n")
        title = normalise(first.lstrip("# "))
        alone = not rest.strip() or rest.startswith("\n") or first.startswith("#")
        if alone and rest.strip() and 0 < len(title) <= 150:
            text = rest
        else:
            title = title_from(name)
        identifier = document_id(name)
        source = Source(title=title, kind=EvidenceKind.REFERENCE_TEXT, document_id=identifier)
        layout = Layout(source.source_id)
        lay_out_lines(layout, text, join_lines=True)
        stored, sections = layout.finish()
        yield Document(id=identifier, title=title, text=stored, sections=sections, sources=(source,), path=name)
