"""An edition made ready for retrieval: which rows belong to which document, and how each ranks as evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile

import numpy as np
import numpy.typing as npt

from corpus.catalogue_rows import PassageRow
from corpus.document import Document, Sentence, Source
from corpus.edition import Edition
from corpus.vectors import Rows
from service.evidence import evidence_prior
from service.retrieval.asked import AskedQuestions
from service.retrieval.left_open import LeftOpen
from service.retrieval.titles import Titles

_PRIORS_KEPT = 100_000


@dataclass(frozen=True, slots=True)
class SourcedSentence:
    """A sentence of a passage with the sources that it rests on and that still stand."""

    sentence: Sentence
    text: str
    sources: tuple[Source, ...]
    line: int = -1  # of its vector in the edition's sentence file; -1 where there is none


class OpenedEdition:
    """Wraps an :class:`corpus.edition.Edition` with what retrieval needs in memory (28 bytes a passage).
    ``with_questions``: whether the questions that its texts answer and leave open are used.
    """

    def __init__(self, edition: Edition, with_questions: bool = True) -> None:
        self.edition = edition
        pairs = edition.catalogue.row_documents()
        self._rows: Rows = np.array([row for row, _ in pairs], dtype=np.int64)
        spans = edition.catalogue.sentence_spans()
        self._spans = np.array(spans, dtype=np.int64).reshape(-1, 2) if spans else np.zeros((len(pairs), 2), np.int64)
        self.asked = AskedQuestions(edition if with_questions else None)
        self.left_open = LeftOpen(edition if with_questions else None)
        held = np.flatnonzero(self._spans[:, 1])
        self._by_line = held[np.argsort(self._spans[held, 0], kind="stable")]  # positions of rows, by their first line
        self._documents: list[str] = []
        numbers = np.empty(len(pairs), dtype=np.int32)
        for position, (_, document_id) in enumerate(pairs):
            if not self._documents or self._documents[-1] != document_id:
                self._documents.append(document_id)
            numbers[position] = len(self._documents) - 1
        self._numbers = numbers
        self._starts = np.searchsorted(numbers, np.arange(len(self._documents) + 1))
        self._standing = lru_cache(maxsize=16_384)(self._standing_of)
        self._priors: dict[int, float | None] = {}

    @cached_property
    def titles(self) -> Titles:
        """What its documents are on that are no digests: of what these are on the glossary has the names."""
        return Titles(self.edition.catalogue.titles("document"))

    def document_numbers(self, rows: Rows) -> npt.NDArray[np.int32]:
        """Number of the document of each row (rows of one document share it)."""
        return np.asarray(self._numbers[np.searchsorted(self._rows, rows)], dtype=np.int32)

    def sentence_spans(self, rows: Rows) -> Rows:
        """First line in the sentence file and number of the sentences of each row's passage, shape (len(rows), 2)."""
        return np.asarray(self._spans[np.searchsorted(self._rows, rows)])

    def rows_of_lines(self, lines: Rows) -> Rows:
        """The rows of the passages that hold these lines of the sentence file."""
        at = np.searchsorted(self._spans[self._by_line, 0], lines, side="right") - 1
        return np.asarray(self._rows[self._by_line[at]], dtype=np.int64)

    def rows_of_number(self, number: int) -> Rows:
        """All rows of a document, by its number."""
        return self._rows[self._starts[number] : self._starts[number + 1]]

    def rows_of_documents(self, ids: Sequence[str]) -> list[int]:
        """The rows of documents by their ids."""
        return self.edition.catalogue.rows_of_documents(ids)

    def document_id(self, number: int) -> str:
        """Id of a document by its number."""
        return self._documents[number]

    def document(self, document_id: str) -> Document:
        """The document. Raises NotFoundError."""
        return self.edition.catalogue.document(document_id)

    def sentences(self, passage: PassageRow) -> list[SourcedSentence]:
        """The passage's sentences that still rest on a source: superseded and retracted ones are taken out."""
        document = self.document(passage.document_id)
        found = []
        line = passage.sentence_row
        for sentence in _within(document, passage):
            sources = self._standing(sentence.source_ids)
            if sources:
                text = document.text[sentence.start : sentence.end]
                found.append(SourcedSentence(sentence, text, sources, line))
            line += passage.sentence_row >= 0
        return found

    def prior(self, passage: PassageRow) -> float | None:
        """How the passage ranks as evidence (see :func:`evidence_prior`); None when no source of it still stands."""
        if passage.row in self._priors:
            return self._priors[passage.row]
        own = self.edition.catalogue.source_ids(passage.document_id)
        if passage.sentence_count and len(own) == 1:  # all its sentences rest on that one: the text need not be read
            ids: set[tuple[str, ...]] = {own}
        else:
            ids = {sentence.source_ids for sentence in _within(self.document(passage.document_id), passage)}
        prior = max((evidence_prior(source) for one in ids for source in self._standing(one)), default=None)
        if len(self._priors) < _PRIORS_KEPT:
            self._priors[passage.row] = prior
        return prior

    def _standing_of(self, source_ids: tuple[str, ...]) -> tuple[Source, ...]:
        return tuple(source for source in map(self.edition.catalogue.source, source_ids) if source.usable)


def _within(document: Document, passage: PassageRow) -> Iterator[Sentence]:
    sentences = document.sections[passage.section].sentences
    first = bisect_left(sentences, passage.start, key=lambda sentence: sentence.start)
    return takewhile(lambda sentence: sentence.end <= passage.end, sentences[first:])
