"""Markdown with YAML front matter and source marks: the form of Footnote's own digests, and of a hospital's texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.document import Document, EvidenceKind, Source
from corpus.text import normalise
from ingest.loaders.blocks import Blocks
from ingest.loaders.companion_questions import left_open_file, placed, questions_file, read_left_open, read_questions
from ingest.loaders.definitions import as_items
from ingest.loaders.front_matter import FrontMatter, split_front_matter
from ingest.loaders.html_tables import TABLE, joined, read_table
from ingest.loaders.html_words import HtmlWords
from ingest.loaders.item_signs import as_markdown_lists
from ingest.loaders.layout import Layout
from ingest.loaders.notes import with_notes, without_boxes
from ingest.loaders.plaintext import document_id, title_from
from ingest.loaders.text_tables import as_markdown

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
_LONGEST_BOLD, _LONGEST_QUESTION = 12, 30  # words of a bold line that stands for a heading
_QUOTE = re.compile(r" {0,3}>")
_COMPARATOR = re.compile(r"( {0,3})>(?= ?[\d=])")


class MarkdownLoader:
    """``.md`` and ``.markdown`` files in UTF-8."""

    suffixes = (".markdown", ".md")

    def takes(self, path: Path) -> bool:
        """By suffix."""
        return path.is_file() and path.suffix.lower() in self.suffixes

    def load(self, path: Path, name: str) -> Iterator[Document]:
        """One document, with the questions beside it, answered and left open. Raises BadInputError when the front
        matter, a mark or a row of questions is wrong, or there is no text.
        """
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        head, body = split_front_matter(text)
        body = as_items(with_notes(as_markdown(joined(body))))
        body = "\n".join(map(without_boxes, as_markdown_lists(body).split("\n")))
        tokens = _PARSER.parse(_keep_comparators(body))
        title = normalise(head.title or _first_heading(tokens) or "") or title_from(name)
        identifier = head.id or document_id(name)
        own = _own_source(head, identifier, title)
        sources = {key: entry.source() for key, entry in (head.sources or {}).items()}
        layout = Layout(own.source_id, {key: source.source_id for key, source in sources.items()} if sources else None)
        _Writer(layout, title).write(tokens)
        stored, sections = layout.finish()
        used = {
            source_id for section in sections for sentence in section.sentences for source_id in sentence.source_ids
        }
        listed = [source for source in [*sources.values(), own] if source.source_id in used]
        yield Document(
            id=identifier, title=title, text=stored, sections=sections, sources=tuple(listed), kind=head.kind,
            topics=tuple(head.topics), audience=head.audience, jurisdiction=head.jurisdiction, licence=head.licence,
            reviewed_by=head.reviewed_by, written=head.written, review_by=head.review_by, path=name,
            questions=tuple(placed(read_questions(questions_file(path)), stored, sections)),
            left_open=tuple(read_left_open(left_open_file(path))),
        )  # fmt: skip


def _keep_comparators(body: str) -> str:
    """Escape a ">" that is no quotation: a wrapped line may begin with ">12 kPa", and a lone paragraph, too."""
    lines = body.split("\n")
    quoted = [bool(_QUOTE.match(line)) for line in lines]
    fenced = False
    for number, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if fenced or not quoted[number]:
            continue
        before = lines[number - 1].strip() if number else ""
        lone = not line.strip().startswith("> ") and quoted[number + 1 : number + 2] != [True]
        if (before and not quoted[number - 1]) or (not before and lone):
            lines[number] = _COMPARATOR.sub(r"\1\\>", line)
            quoted[number] = lines[number] == line
    return "\n".join(lines)


def _own_source(head: FrontMatter, identifier: str, title: str) -> Source:
    if head.source is not None:
        return replace(head.source.source(), document_id=identifier)
    year = head.written.year if head.written else None
    return Source(
        title=title, kind=EvidenceKind.REFERENCE_TEXT, year=year, jurisdiction=head.jurisdiction, document_id=identifier
    )


def _first_heading(tokens: Sequence[Token]) -> str | None:
    """The heading that is the title: the first of the outermost, if it is the only one or the text begins with it."""
    found = [position for position, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"]
    return _plain(tokens[found[0] + 1]) if found and (len(found) == 1 or found[0] == 0) else None


def _plain(inline: Token) -> str:
    """The words of an inline token: links and emphasis without their signs, images by their description, no HTML."""
    words = HtmlWords()
    children = inline.children or []
    literal: list[bool] = []  # of each open emphasis, whether its signs are the text's own
    for position, child in enumerate(children):
        if child.type in ("text", "code_inline", "image"):
            words.text(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.text(" ")
        elif child.type == "html_inline":
            words.html(child.content)
        elif child.type in ("em_open", "strong_open"):
            before, after = children[position - 1] if position else None, children[position + 1]
            literal.append(before is not None and before.content[-1:].isalnum() and after.content[:1].isdigit())
            words.text(child.markup if literal[-1] else "")
        elif child.type in ("em_close", "strong_close") and literal.pop():
            words.text(child.markup)
    return str(words)


def _stands_for_heading(inline: Token) -> bool:
    """Whether a paragraph is bold as a whole, short, and ends in no sign but a question mark, as headings are in what
    comes from word processors.
    """
    children = [child for child in inline.children or [] if child.type != "text" or child.content]
    if len(children) != 3 or (children[0].type, children[1].type, children[2].type) != (
        "strong_open",
        "text",
        "strong_close",
    ):
        return False
    text = children[1].content.strip()
    return text[-1:] not in ".:;,!" and len(text.split()) <= (
        _LONGEST_QUESTION if text.endswith("?") else _LONGEST_BOLD
    )


def _words(html: str) -> str:
    words = HtmlWords()
    words.html(html)
    return str(words)


class _Writer:
    """Walks block tokens. A paragraph in a list is an item; a table's row is one sentence, "column: cell; …"."""

    def __init__(self, layout: Layout, title: str) -> None:
        self._blocks = Blocks(layout)
        self._title = title
        self._level = 1  # of the last heading
        self._lists: list[int | None] = []  # the next number of each open list; None where it is not numbered
        self._fresh_item = False
        self._header: list[str] = []
        self._rows: list[list[str]] = []
        self._in_head = False

    def write(self, tokens: Sequence[Token]) -> None:
        """Write all of ``tokens``."""
        for token, after in pairwise([*tokens, Token("end", "", 0)]):
            self._token(token, after)
        self._blocks.end_list()

    def _token(self, token: Token, after: Token) -> None:
        match token.type:
            case "heading_open":
                text = _plain(after)
                if not (token.tag == "h1" and normalise(text) == self._title):
                    self._level = int(token.tag[1])
                    self._blocks.heading(self._level, text)
            case "bullet_list_open":
                self._lists.append(None)
            case "ordered_list_open":
                start = token.attrGet("start")
                self._lists.append(1 if start is None else int(start))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
                if not self._lists:
                    self._blocks.end_list()
            case "list_item_open":
                self._fresh_item = True
            case "paragraph_open" if not self._lists and _stands_for_heading(after):
                self._blocks.heading(self._level + 1, _plain(after))
            case "paragraph_open":
                self._paragraph(_plain(after))
            case "code_block" | "fence":
                for line in token.content.splitlines():
                    self._blocks.paragraph(line)
            case "html_block":
                self._html(token.content)
            case _:
                self._table(token, after)

    def _html(self, html: str) -> None:
        last = 0
        for table in TABLE.finditer(html):
            self._blocks.paragraph(_words(html[last : table.start()]))
            self._blocks.table(*read_table(table.group()))
            last = table.end()
        self._blocks.paragraph(_words(html[last:]))

    def _paragraph(self, text: str) -> None:
        if not self._lists or not self._fresh_item:
            self._blocks.paragraph(text, inside=bool(self._lists))
            return
        number = self._lists[-1]
        self._blocks.item(text, number, level=len(self._lists) - 1)
        if number is not None:
            self._lists[-1] = number + 1
        self._fresh_item = False

    def _table(self, token: Token, after: Token) -> None:
        match token.type:
            case "thead_open":
                self._in_head, self._header, self._rows = True, [], []
            case "thead_close":
                self._in_head = False
            case "tr_open" if not self._in_head:
                self._rows.append([])
            case "th_open" | "td_open":
                (self._header if self._in_head else self._rows[-1]).append(_plain(after))
            case "table_close":
                self._blocks.table(self._header, self._rows)
