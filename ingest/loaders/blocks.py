"""Blocks of a text as loaders meet them, written into a layout so that each sentence keeps what leads into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.text import sentence_spans
from ingest.loaders.asked_and_answered import answers, is_marked, parted, question_of, unmarked
from ingest.loaders.layout import Layout
from ingest.loaders.lead_ins import LeadIn, is_whole, of_heading, of_item, of_paragraph
from ingest.loaders.tables import row_texts

_AND = re.compile(r"[;,]?\s+and$", re.I)
_JOINS = re.compile(r"\s*[;,]?(?:\s+(?:or|and/or))?\s*$", re.I)
_EXCEPTS = re.compile(r"(?:unless|except|excluding|but|apart from|other than|only)\b", re.I)
_QUESTION_LEVEL = 6
_LONGEST = 60  # words of a list that is written as one sentence, or of an item that is one whatever it holds


@dataclass(slots=True)
class _Entry:
    text: str
    number: int | None = None
    level: int = 0
    item: bool = True
    page: int | None = None


class Blocks:
    """Writes headings, paragraphs, lists and tables. An item is written after the words that lead into its list, a row
    after what its table is about, where it says less or something else without them.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._headings: list[tuple[int, LeadIn | None]] = []
        self._before = ""  # the paragraph directly before
        self._list: list[_Entry] = []
        self._asked: LeadIn | None = None  # the question that what follows answers
        self._answering = False  # whether an answer to it has been met
        self.page: int | None = None  # on which the next block begins

    def heading(self, level: int, text: str) -> None:
        """A heading: 1 is the outermost."""
        self.end_list()
        question = question_of(text)
        self._headings = [entry for entry in self._headings if entry[0] < level]
        self._headings.append((level, of_heading(question or text)))
        self._layout.heading(level, question or text)
        self._before = ""
        self._asked, self._answering = LeadIn(question) if question else None, False

    def paragraph(self, text: str, inside: bool = False) -> None:
        """A paragraph; ``inside`` an item of the list, which goes on after it. One that is marked as a question is the
        heading of its answer.
        """
        if inside and self._list:
            self._list.append(_Entry(text, item=False, page=self.page))
            return
        self.end_list()
        both = parted(text)
        if both is not None or (is_marked(text) and question_of(text)):
            self.heading(_QUESTION_LEVEL, both[0] if both is not None else text)
            text = both[1] if both is not None else ""
        if not text.strip():
            return
        self._answering = self._answering or (self._asked is not None and answers(text))
        if self._asked is not None and self._answering:
            self._answer(unmarked(text), self._asked)
        else:
            self._layout.paragraph(text, self.page)
        self._before = text

    def _answer(self, text: str, asked: LeadIn) -> None:
        """An answer, with its question as one sentence; each sentence of a long one with it."""
        if len(asked.over(text).split()) <= _LONGEST:
            self._layout.paragraph(asked.over(text), self.page, whole=True)
            return
        for start, end in sentence_spans(text):
            self._layout.paragraph(asked.over(text[start:end]), self.page, whole=True)

    def item(self, text: str, number: int | None = None, level: int = 0) -> None:
        """An item of a list; ``level``: in how many other lists its list stands."""
        if text.strip():
            self._list.append(_Entry(text, number, level, page=self.page))

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table with the names of its columns."""
        self.end_list()
        for text in row_texts(header, rows, self._lead()):
            self._layout.paragraph(text, self.page, whole=True)
        self._before = ""

    def unsaid(self, text: str) -> None:
        """Words that cannot be quoted: without what is lost of them nobody could tell what they say."""
        self.end_list()
        self._layout.unsaid(text)
        self._before = ""

    def end_list(self) -> None:
        """What was read of a list is written: nothing more of it comes."""
        entries, self._list = self._list, []
        if entries:
            lead = self._lead()
            if not self._written_as_one(entries, lead):
                self._write(entries, lead)
            self._before = ""

    def _lead(self) -> LeadIn | None:
        """What leads into the list or table that comes: the paragraph before it, or else the heading above."""
        heading = self._headings[-1][1] if self._headings else None
        said = of_paragraph(self._before, heading) if self._before else None
        return said or heading

    def _written_as_one(self, entries: Sequence[_Entry], lead: LeadIn | None) -> bool:
        """Items of which one ends in "and" hold together only: they are one sentence, if they are not too many."""
        texts = [entry.text.strip() for entry in entries]
        if lead is None or not any(_AND.search(text) for text in texts):
            return False
        if any(entry.level or not entry.item or entry.number is not None for entry in entries):
            return False
        text = lead.over(" ".join([*(t if _AND.search(t) else f"{t.rstrip(' ;,.')};" for t in texts[:-1]), texts[-1]]))
        if len(text.split()) > _LONGEST:
            return False
        self._layout.item(_ended(text), page=entries[0].page, whole=True)
        return True

    def _write(self, entries: Sequence[_Entry], lead: LeadIn | None) -> None:
        leads: list[LeadIn | None] = [lead]
        flat: tuple[int, LeadIn | None] | None = None  # an item that leads into those beside it, and its level
        entries = _with_exceptions(entries)
        for position, entry in enumerate(entries):
            if not entry.item:
                self._layout.paragraph(entry.text, entry.page)
                continue
            level = min(entry.level, len(leads) - 1)
            del leads[level + 1 :]
            own = leads[level]
            after = next((later for later in entries[position + 1 :] if later.item), None)
            deeper = after is not None and after.level > entry.level
            if deeper:
                leads.append(of_item(entry.text, own))
            leading = entry.text.rstrip().endswith(":") and not deeper
            if leading or (flat is not None and level < flat[0]):
                flat = (level, of_item(entry.text, own)) if leading else None
            elif flat is not None and level == flat[0]:
                own = flat[1]
                if own is not None and own.turns:  # where what it forbids ends, nobody can tell
                    self._layout.unsaid(f"- {entry.text}")
                    continue
            self._write_item(entry, own)

    def _write_item(self, entry: _Entry, lead: LeadIn | None) -> None:
        """An item, after what leads into it if it needs that."""
        if lead is None or not lead.belongs_to(entry.text):
            says_something = ": " in entry.text and not is_whole(entry.text)  # "Weight 10 kg: 5 mg"
            text = _ended(entry.text.strip()) if says_something else entry.text
            self._layout.item(text, entry.number, entry.page)
            return
        text = lead.over(_ended(entry.text.strip()))
        if len(text.split()) <= _LONGEST or not lead.turns:
            self._layout.item(text, entry.number, entry.page, whole=len(text.split()) <= _LONGEST)
            return
        for start, end in sentence_spans(entry.text.strip()):
            self._layout.item(lead.over(entry.text.strip()[start:end]), entry.number, entry.page, whole=True)


def _with_exceptions(entries: Sequence[_Entry]) -> list[_Entry]:
    """The entries, an item together with those inside it where these are its exceptions ("unless …")."""
    result: list[_Entry] = []
    position = 0
    while position < len(entries):
        entry = entries[position]
        end = position + 1
        while end < len(entries) and entries[end].item and entries[end].level > entry.level:
            end += 1
        inside = entries[position + 1 : end]
        if entry.item and inside and all(_EXCEPTS.match(child.text.strip()) for child in inside):
            parts = [entry.text.strip().rstrip(" .;,:"), "; ".join(c.text.strip().rstrip(" .;,") for c in inside)]
            result.append(replace(entry, text=", ".join(parts)))
            position = end
        else:
            result.append(entry)
            position += 1
    return result


def _ended(text: str) -> str:
    """An item as the end of a sentence; what is cut ("and", ":") stays cut."""
    if is_whole(text) or _AND.search(text) or text.endswith(":"):
        return text
    text = _JOINS.sub("", text)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
