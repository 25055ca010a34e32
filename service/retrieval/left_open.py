"""The questions on an edition's topics that no text of it answers, compared with a question.

A near miss shares topic and most words with what is answered, and no sum of signs tells it from that. Editors can: what
they wrote down as left open is near to what others ask that is left open, too (nearest neighbours among questions with
a known answer, Cover and Hart 1967, doi:10.1109/TIT.1967.1053964).
"""

from __future__ import annotations

import numpy as np

from corpus.edition import Edition
from corpus.embedding import Vectors
from service.retrieval.asked import Cosines

_NEAREST = 12  # questions that count together,
_SHARPNESS = 0.05  # the nearest of them most: by this difference in cosine one counts e times as much as another


class LeftOpen:
    """The vectors of these questions. Holds them in memory (1.5 kB a question). Of no edition (None) there are none."""

    def __init__(self, edition: Edition | None) -> None:
        file = edition.left_open_file if edition is not None else None
        self._vectors = file.rows(range(len(file))) if file is not None else np.zeros((0, 0), dtype=np.float32)
        lines = edition.left_open_lines if edition is not None else ()
        self.documents = frozenset(line.document for line in lines)  # with such a list

    def __len__(self) -> int:
        return len(self._vectors)

    def likeness(self, question: Vectors) -> Cosines:
        """The cosine of each of them."""
        return np.asarray(self._vectors @ question, dtype=np.float32) if len(self) else np.zeros(0, dtype=np.float32)


def together(cosines: Cosines) -> float:
    """How near the dozen nearest are together, in units of cosine: a soft maximum. ``cosines``: one at least."""
    nearest = np.partition(cosines, -_NEAREST)[-_NEAREST:] if len(cosines) > _NEAREST else cosines
    most = float(nearest.max())
    return most + _SHARPNESS * float(np.log(np.exp((nearest - most) / _SHARPNESS).sum()))
