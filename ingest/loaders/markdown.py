"""Markdown with YAML front matter and source marks: the form of Footnote's own digests, and good for a hospital's texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.document import Document, EvidenceKind, Source
from corpus.errors import BadInputError
from ingest.loaders.front_matter import FrontMatter, split_front_matter
from ingest.loaders.layout import Layout
from ingest.loaders.plaintext import document_id

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")


class MarkdownLoader:
    """``.md`` and ``.markdown`` files in UTF-8."""

    suffixes = (".markdown", ".md")

    def takes(self, path: Path) -> bool:
        """By suffix."""
        return path.is_file() and path.suffix.lower() in self.suffixes

    def load(self, path: Path, name: str) -> Iterator[Document]:
        """One document. Raises BadInputError when the front matter or a mark is wrong, or there is no text."""
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        head, body = split_front_matter(text)
        tokens = _PARSER.parse(body)
        title = head.title or _first_heading(tokens) or Path(name).stem.replace("_", " ").replace("-", " ")
        identifier = head.id or document_id(name)
        own = _own_source(head, identifier, title)
        sources = {key: entry.source() for key, entry in (head.sources or {}).items()}
        layout = Layout(own.source_id, {key: source.source_id for key, source in sources.items()} if sources else None)
        _write(layout, tokens, skip_title=title)
        stored, sections = layout.finish()
        used = {source_id for section in sections for sentence in section.sentences for source_id in sentence.source_ids}
        listed = [source for source in [*sources.values(), own] if source.source_id in used]
        yield Document(
            id=identifier, title=title, text=stored, sections=sections, sources=tuple(listed), kind=head.kind,
            topics=tuple(head.topics), audience=head.audience, jurisdiction=head.jurisdiction, licence=head.licence,
            reviewed_by=head.reviewed_by, written=head.written, review_by=head.review_by, path=name,
        )  # fmt: skip


def _own_source(head: FrontMatter, identifier: str, title: str) -> Source:
    if head.source is not None:
        return replace(head.source.source(), document_id=identifier)
    year = head.written.year if head.written else None
    return Source(
        title=title, kind=EvidenceKind.REFERENCE_TEXT, year=year, jurisdiction=head.jurisdiction, document_id=identifier
    )


def _first_heading(tokens: Sequence[Token]) -> str | None:
    for position, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _plain(tokens[position + 1])
    return None


def _plain(inline: Token) -> str:
    """The words of an inline token: links and emphasis without their signs, images by their description, no HTML."""
    pieces = []
    for child in inline.children or []:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "image":
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak", "html_inline"):
            pieces.append(" ")
    return "".join(pieces)


def _write(layout: Layout, tokens: Sequence[Token], skip_title: str) -> None:
    """Walk the block tokens. A paragraph inside a list is an item; a table's row is one paragraph, "column: cell; …"."""
    lists: list[int | None] = []  # the next number of each open list; None where it is not numbered
    fresh_item = False
    header: list[str] = []
    cells: list[str] = []
    in_head = False
    for position, token in enumerate(tokens):
        kind = token.type
        if kind == "heading_open":
            text = _plain(tokens[position + 1])
            if not (token.tag == "h1" and text == skip_title):
                layout.heading(int(token.tag[1]), text)
        elif kind == "bullet_list_open":
            lists.append(None)
        elif kind == "ordered_list_open":
            lists.append(int(token.attrGet("start") or 1))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif kind == "list_item_open":
            fresh_item = True
        elif kind == "paragraph_open":
            text = _plain(tokens[position + 1])
            number = lists[-1] if lists else None
            if lists and fresh_item:
                layout.item(text, number)
                lists[-1] = number + 1 if number is not None else None
                fresh_item = False
            else:
                layout.paragraph(text)
        elif kind in ("code_block", "fence"):
            for line in token.content.splitlines():
                layout.paragraph(line)
        elif kind == "thead_open":
            in_head, header = True, []
        elif kind == "thead_close":
            in_head = False
        elif kind in ("th_open", "td_open"):
            (header if in_head else cells).append(_plain(tokens[position + 1]))
        elif kind == "tr_close" and not in_head:
            layout.paragraph("; ".join(f"{name}: {cell}" if name else cell for name, cell in _pairs(header, cells)) + ".")
            cells.clear()


def _pairs(header: list[str], cells: list[str]) -> list[tuple[str, str]]:
    names = header + [""] * (len(cells) - len(header))
    return [(name.strip(), cell.strip()) for name, cell in zip(names, cells, strict=False) if cell.strip()]
