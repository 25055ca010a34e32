"""An edition made ready for retrieval: which rows belong to which document, and how each ranks as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from corpus.catalogue import PassageRow
from corpus.document import Document, Sentence, Source
from corpus.edition import Edition
from corpus.vectors import Rows
from service.evidence import evidence_prior


@dataclass(frozen=True, slots=True)
class SourcedSentence:
    """A sentence of a passage with the sources that it rests on and that still stand."""

    sentence: Sentence
    text: str
    sources: tuple[Source, ...]
    line: int = -1  # of its vector in the edition's sentence file; -1 where there is none


class OpenedEdition:
    """Wraps an :class:`corpus.edition.Edition` with what retrieval needs in memory (28 bytes a passage)."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        pairs = edition.catalogue.row_documents()
        self._rows: Rows = np.array([row for row, _ in pairs], dtype=np.int64)
        spans = edition.catalogue.sentence_spans()
        self._spans = np.array(spans, dtype=np.int64).reshape(-1, 2) if spans else np.zeros((len(pairs), 2), np.int64)
        self._documents: list[str] = []
        numbers = np.empty(len(pairs), dtype=np.int32)
        for position, (_, document_id) in enumerate(pairs):
            if not self._documents or self._documents[-1] != document_id:
                self._documents.append(document_id)
            numbers[position] = len(self._documents) - 1
        self._numbers = numbers
        self._starts = np.searchsorted(numbers, np.arange(len(self._documents) + 1))
        self.prior = lru_cache(maxsize=100_000)(self._prior)

    def document_numbers(self, rows: Rows) -> npt.NDArray[np.int32]:
        """Number of the document of each row (rows of one document share it)."""
        return np.asarray(self._numbers[np.searchsorted(self._rows, rows)], dtype=np.int32)

    def sentence_spans(self, rows: Rows) -> list[tuple[int, int]]:
        """First line in the sentence file and number of the sentences of each row's passage."""
        found = self._spans[np.searchsorted(self._rows, rows)]
        return [(int(first), int(count)) for first, count in found]

    def rows_of_number(self, number: int) -> Rows:
        """All rows of a document, by its number."""
        return self._rows[self._starts[number] : self._starts[number + 1]]

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
        for sentence in document.sections[passage.section].sentences:
            if passage.start <= sentence.start and sentence.end <= passage.end:
                sources = tuple(s for s in map(self.edition.catalogue.source, sentence.source_ids) if s.usable)
                if sources:
                    text = document.text[sentence.start : sentence.end]
                    found.append(SourcedSentence(sentence, text, sources, line))
                line += passage.sentence_row >= 0
        return found

    def _prior(self, row: int) -> float | None:
        """How the passage ranks as evidence (see :func:`evidence_prior`); None when no source of it still stands."""
        passage = self.edition.catalogue.passages([row])[row]
        sources = {source.source_id: source for entry in self.sentences(passage) for source in entry.sources}
        return max((evidence_prior(source) for source in sources.values()), default=None)
