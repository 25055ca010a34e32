"""The stored texts that answers are held against: the edition that was asked, read by the harness itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from corpus.document import Document
from corpus.errors import NotFoundError
from corpus.text import normalise
from evals.items import SentenceReference
from service.library import Library


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a stored text."""

    document_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StoredText:
    """A document as the harness needs it."""

    id: str
    title: str
    text: str
    sentences: tuple[tuple[int, int, tuple[str, ...]], ...]  # start, end, ids of the sources it rests on
    retired: frozenset[str]  # ids of its sources that no longer stand
    _begins: dict[str, Span | None] = field(default_factory=dict, compare=False)

    def sentence(self, begins: str) -> Span | None:
        """The first sentence that begins with the words; None where there is none."""
        if begins not in self._begins:
            self._begins[begins] = self._find(normalise(begins))
        return self._begins[begins]

    def _find(self, begins: str) -> Span | None:
        for start, end, _ in self.sentences:
            if self.text.startswith(begins, start):
                return Span(self.id, start, end, self.text[start:end])
        return None

    def retired_spans(self) -> Iterable[tuple[Span, str]]:
        """Sentences that rest on retired sources alone, each with the first of these."""
        for start, end, sources in self.sentences:
            if sources and set(sources) <= self.retired:
                yield Span(self.id, start, end, self.text[start:end]), sources[0]


class Texts(Protocol):
    """Stored texts by id or title."""

    def document(self, document_id: str) -> StoredText | None:
        """The document; None where there is none of that id."""
        ...

    def by_title(self, title: str) -> StoredText | None:
        """The document of that title, letter case aside; None where there is none."""
        ...

    def ids(self) -> list[str]:
        """All ids, in order."""
        ...


class NoTexts:
    """No texts at hand: what would need them stays unmeasured."""

    def document(self, document_id: str) -> StoredText | None:
        """None."""
        return None

    def by_title(self, title: str) -> StoredText | None:
        """None."""
        return None

    def ids(self) -> list[str]:
        """None at all."""
        return []


class LibraryTexts:
    """The texts of one edition on this machine."""

    def __init__(self, library: Library, edition_id: str | None) -> None:
        self._library = library
        self._edition = edition_id
        self._titles: dict[str, str] | None = None
        self.document = lru_cache(maxsize=4096)(self._read)

    def _read(self, document_id: str) -> StoredText | None:
        with self._library.reading(self._edition) as edition:
            try:
                return stored(edition.catalogue.document(document_id))
            except NotFoundError:
                return None

    def by_title(self, title: str) -> StoredText | None:
        """See :class:`Texts`."""
        if self._titles is None:
            with self._library.reading(self._edition) as edition:
                heads = list(edition.catalogue.list_documents())
            self._titles = {head["title"].casefold(): head["id"] for head in reversed(heads) if head["title"]}
        found = self._titles.get(title.strip().casefold())
        return self.document(found) if found is not None else None

    def ids(self) -> list[str]:
        """See :class:`Texts`."""
        with self._library.reading(self._edition) as edition:
            return [head["id"] for head in edition.catalogue.list_documents()]


def stored(document: Document) -> StoredText:
    """A document of the library as the harness needs it."""
    return StoredText(
        document.id,
        document.title,
        document.text,
        tuple((s.start, s.end, s.source_ids) for section in document.sections for s in section.sentences),
        frozenset(source.source_id for source in document.sources if not source.usable),
    )


def resolve(reference: SentenceReference, texts: Texts) -> Span | None:
    """Where the sentence stands; None where the document, or such a sentence in it, does not exist."""
    document = texts.document(reference.document_id)
    return document.sentence(reference.begins) if document is not None else None
