"""Vectors of passages and their sentences: used again where an equal passage has them already, embedded otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.document import Passage
from corpus.edition import Edition
from corpus.embedding import Embedder, Vectors


class ReusedVectors:
    """Gives vectors; ``embedded`` counts the passages whose vectors had to be made."""

    def __init__(self, reuse: Edition | None, embedder: Embedder) -> None:
        """``reuse``: an edition whose vectors the same embedder made."""
        self._embedder = embedder
        self._edition = reuse
        self._known = reuse.catalogue.vector_rows() if reuse is not None else {}
        with_sentences = reuse is not None and reuse.sentence_file is not None
        self._lines = reuse.catalogue.sentence_rows() if reuse is not None and with_sentences else {}
        self.embedded = 0

    def of(self, passages: Sequence[Passage]) -> Vectors:
        """Vectors of ``passages``, shape ``(len(passages), dimension)``."""
        result = np.zeros((len(passages), self._embedder.dimension), dtype=np.float32)
        fresh: dict[str, list[int]] = {}
        old: list[tuple[int, int]] = []
        for position, passage in enumerate(passages):
            row = self._known.get(passage.embed_hash)
            if row is None:
                fresh.setdefault(passage.embed_hash, []).append(position)
            else:
                old.append((position, row))
        if old and self._edition is not None:
            result[[position for position, _ in old]] = self._edition.vector_file.rows([row for _, row in old])
        texts = [passages[positions[0]].embedded_text for positions in fresh.values()]
        for vector, positions in zip(self._embedder.embed(texts), fresh.values(), strict=True):
            result[positions] = vector
        self.embedded += len(texts)
        return result

    def of_sentences(self, passages: Sequence[Passage]) -> Vectors:
        """Vectors of all sentences of ``passages``, in order: each by itself, without headings.

        Shape ``(number of sentences, dimension)``.
        """
        total = sum(len(passage.sentence_texts) for passage in passages)
        result = np.zeros((total, self._embedder.dimension), dtype=np.float32)
        fresh: dict[str, list[int]] = {}
        position = 0
        for passage in passages:
            count = len(passage.sentence_texts)
            first, known = self._lines.get(passage.sentence_hash, (0, -1))
            if known == count and self._edition is not None and self._edition.sentence_file is not None:
                result[position : position + count] = self._edition.sentence_file.rows(range(first, first + count))
            else:
                for offset, text in enumerate(passage.sentence_texts):
                    fresh.setdefault(text, []).append(position + offset)
            position += count
        for vector, positions in zip(self._embedder.embed(list(fresh)), fresh.values(), strict=True):
            result[positions] = vector
        return result
