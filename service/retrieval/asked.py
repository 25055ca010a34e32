"""The questions that an edition's sentences answer, compared with a question: two questions share more words than a
question and its answer do.
"""

from __future__ import annotations

import re
from functools import cached_property

import numpy as np
import numpy.typing as npt

from corpus.edition import Edition
from corpus.embedding import Vectors
from corpus.text import terms
from corpus.vectors import Rows

Cosines = npt.NDArray[np.float32]


class AskedQuestions:
    """The vectors of the questions, by the line of their sentence. Holds them in memory (1.5 kB a question). Of no
    edition (None) there are none.
    """

    def __init__(self, edition: Edition | None) -> None:
        file = edition.question_file if edition is not None else None
        questions = edition.question_lines if edition is not None else []
        lines = np.array([question.sentence for question in questions], dtype=np.int64)
        self._vectors = file.rows(range(len(file))) if file is not None else np.zeros((0, 0), dtype=np.float32)
        self.lines, self._starts = np.unique(lines, return_index=True)  # sorted, as the questions are

        self._texts: dict[int, list[str]] = {}
        for question in questions:
            self._texts.setdefault(question.sentence, []).append(question.text)
        self._terms: dict[int, frozenset[str]] = {}

    def terms_of(self, line: int) -> frozenset[str]:
        """The terms of the questions of a line's sentence; none where it has no questions."""
        known = self._terms.get(line)
        if known is None:
            known = self._terms[line] = frozenset(terms(" ".join(self._texts.get(line, ()))))
        return known

    def name(self, name: str) -> bool:
        """Whether one of the questions has a name in it, as it is written: the editors know it then."""
        return re.search(rf"\b{re.escape(name.casefold())}", self._together) is not None

    @cached_property
    def _together(self) -> str:
        return "\n".join(text for texts in self._texts.values() for text in texts).casefold()

    def __len__(self) -> int:
        return len(self.lines)

    def likeness(self, question: Vectors) -> Cosines:
        """For each of :attr:`lines` the cosine of the nearest of its sentence's questions."""
        if not len(self):
            return np.zeros(0, dtype=np.float32)
        return np.asarray(np.maximum.reduceat(self._vectors @ question, self._starts), dtype=np.float32)

    def of_passages(self, spans: Rows, likeness: Cosines) -> npt.NDArray[np.float64]:
        """For each passage the likeness of its sentence that is most alike, 0 where none has questions.

        ``spans``: first line and number of the sentences of each passage, shape (passages, 2).
        """
        first = np.searchsorted(self.lines, spans[:, 0])
        last = np.searchsorted(self.lines, spans[:, 0] + spans[:, 1])
        padded = np.append(likeness, np.float32(0.0))
        ranges = np.stack([first, last], axis=1)
        best = np.maximum.reduceat(padded, ranges.ravel())[::2] if len(spans) else np.zeros(0)
        return np.where(last > first, best, 0.0).astype(np.float64)

    def of_lines(self, lines: Rows, likeness: Cosines) -> npt.NDArray[np.float64]:
        """The likeness of each line's sentence; NaN where it has no questions."""
        if not len(self):
            return np.full(len(lines), np.nan)
        at = np.minimum(np.searchsorted(self.lines, lines), len(self) - 1)
        return np.where(self.lines[at] == lines, likeness[at].astype(np.float64), np.nan)

    def nearest(self, likeness: Cosines, count: int) -> Rows:
        """The lines of the ``count`` sentences whose questions are most alike, best first."""
        best = np.lexsort((self.lines, -likeness))[:count]
        return np.asarray(self.lines[best], dtype=np.int64)
