"""Lays a document's stored text out while a loader reads it: headings, paragraphs, items, sentences and their marks.

All loaders write through :class:`Layout`, so that the same text gives the same sentences and offsets in every format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import Section, Sentence
from corpus.errors import BadInputError
from corpus.text import normalise, sentence_spans

# "[@key]", "[@a; @b]", "[@key; strength=strong; certainty=low]", with the space before it
_MARK = re.compile(r"\s*\[(@[A-Za-z0-9][^\[\]]*)\]")
_MARK_LIKE = re.compile(r"\[\s*@[^\[\]]*\]?")
_MARK_PART = re.compile(r"@(?P<key>[A-Za-z0-9-]+)|(?P<name>strength|certainty)=(?P<value>[^;=]+)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A source mark: where in the paragraph it stood (after its removal), the sources' keys, strength and certainty."""

    position: int
    keys: tuple[str, ...]
    strength: str | None
    certainty: str | None


def take_out_marks(paragraph: str) -> tuple[str, list[Mark]]:
    """The paragraph without its marks, and the marks.

    Raises BadInputError when a mark cannot be read, or stands before any words that it could belong to.
    """
    marks: list[Mark] = []
    pieces: list[str] = []
    length = last = 0
    for match in _MARK.finditer(paragraph):
        piece = paragraph[last : match.start()]
        pieces.append(piece)
        length += len(piece)
        last = match.end()
        if not length:
            raise BadInputError(f"the source mark [{match.group(1)}] stands before its sentence, not at its end")
        keys: list[str] = []
        values: dict[str, str] = {}
        for part in match.group(1).split(";"):
            found = _MARK_PART.fullmatch(part.strip())
            if found is None:
                raise BadInputError(f"the source mark [{match.group(1)}] cannot be read near {paragraph[:60]!r}")
            if found["key"]:
                keys.append(found["key"])
            else:
                values[found["name"]] = found["value"].strip()
        marks.append(Mark(length, tuple(dict.fromkeys(keys)), values.get("strength"), values.get("certainty")))
    pieces.append(paragraph[last:])
    text = "".join(pieces)
    unread = _MARK_LIKE.search(text)
    if unread is not None:
        raise BadInputError(f"the source mark {unread.group()} cannot be read")
    return text, marks


class Layout:
    """Builds ``Document.text`` and its sections."""

    def __init__(self, own_source: str, sources: dict[str, str] | None = None) -> None:
        """``own_source``: id of the source of sentences without a mark; ``sources``: key of a mark → source id."""
        self._own = own_source
        self._marked = sources is not None
        self._sources = sources or {}
        self._parts: list[str] = []
        self._length = 0
        self._headings: list[tuple[int, str]] = []
        self._sections: list[Section] = []
        self._sentences: list[Sentence] = []
        self._start: int | None = None
        self._ordered = False
        self._page: int | None = None

    def heading(self, level: int, text: str) -> None:
        """A heading: 1 is the outermost. What follows stands in its section. Raises BadInputError for a mark in it."""
        text = normalise(text)
        if self._marked and _MARK_LIKE.search(text):
            raise BadInputError(f"the heading {text!r} holds a source mark: marks stand in sentences")
        if not text:
            return
        self._close()
        self._headings = [(other, name) for other, name in self._headings if other < level] + [(level, text)]
        self._append(text, "\n\n")

    def paragraph(self, text: str, page: int | None = None, whole: bool = False) -> None:
        """A paragraph of sentences, marks still inside where the document has marks; ``whole``: it is one sentence,
        whatever stands in it.
        """
        self._block(text, "\n\n", prefix="", ordered=False, page=page, whole=whole)

    def unsaid(self, text: str) -> None:
        """Words that stand in the text and in no sentence: they are read, and never quoted."""
        text = normalise(text)
        if text:
            self._append(text, "\n\n")

    def item(self, text: str, number: int | None = None, page: int | None = None, whole: bool = False) -> None:
        """One item of a list; ``number`` where the list is numbered. Raises BadInputError for an unreadable mark."""
        prefix = f"{number}. " if number is not None else "- "
        self._block(text, "\n", prefix=prefix, ordered=number is not None, page=page, whole=whole)

    def _block(self, text: str, gap: str, prefix: str, ordered: bool, page: int | None, whole: bool) -> None:
        text = normalise(text)
        marks: list[Mark] = []
        if self._marked:
            text, marks = take_out_marks(text)
        if not text:
            return
        if self._start is not None and (ordered != self._ordered or page != self._page):
            self._close()
        begin = self._append(prefix + text, gap) + len(prefix)
        if self._start is None:
            self._start, self._ordered, self._page = begin - len(prefix), ordered, page
        left = 0
        for start, end in [(0, len(text))] if whole else sentence_spans(text):
            ids, strength, certainty = self._rest_on([mark for mark in marks if left < mark.position <= end])
            self._sentences.append(Sentence(begin + start, begin + end, ids, strength, certainty))
            left = end

    def _rest_on(self, marks: list[Mark]) -> tuple[tuple[str, ...], str | None, str | None]:
        if not marks:
            return (self._own,), None, None
        ids: list[str] = []
        for key in (key for mark in marks for key in mark.keys):
            if key not in self._sources:
                raise BadInputError(f"the source mark [@{key}] names no source of the front matter")
            ids.append(self._sources[key])
        strength = next((mark.strength for mark in marks if mark.strength), None)
        certainty = next((mark.certainty for mark in marks if mark.certainty), None)
        return tuple(dict.fromkeys(ids)), strength, certainty

    def _append(self, text: str, gap: str) -> int:
        if self._parts:
            self._parts.append(gap)
            self._length += len(gap)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start

    def _close(self) -> None:
        if self._start is not None:
            headings = tuple(name for _, name in self._headings)
            self._sections.append(
                Section(headings, self._start, self._length, tuple(self._sentences), self._ordered, self._page)
            )
        self._start, self._sentences, self._ordered, self._page = None, [], False, None

    def finish(self) -> tuple[str, tuple[Section, ...]]:
        """The stored text and its sections. Raises BadInputError when there is no sentence in it."""
        self._close()
        if not any(section.sentences for section in self._sections):
            raise BadInputError("there is no text in it")
        return "".join(self._parts), tuple(self._sections)
