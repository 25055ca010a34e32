"""Vectors of questions that were made on this machine before, for whichever data directory: the library that ships has
many, and a new data directory need not embed them anew.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import orjson

from corpus.embedding import Embedder, Vectors
from corpus.vectors import HALF

_WORTH_KEEPING = 1_000  # questions; fewer are soon embedded


class KeptVectors:
    """The vectors that were kept last in a directory, by the hash of the text; empty where there are none or they
    cannot be read.
    """

    def __init__(self, directory: Path, embedder: Embedder) -> None:
        self._file = directory / f"questions-{embedder.fingerprint}.npz"
        self._rows: dict[str, int] = {}
        self._vectors: npt.NDArray[np.floating] = np.zeros((0, embedder.dimension), dtype=HALF)
        with contextlib.suppress(OSError, ValueError, KeyError, EOFError), np.load(self._file) as kept:
            hashes, vectors = orjson.loads(kept["hashes"].tobytes()), kept["vectors"]
            if vectors.shape == (len(hashes), embedder.dimension):
                self._rows, self._vectors = {made: row for row, made in enumerate(hashes)}, vectors

    def get(self, made: str) -> Vectors | None:
        """The vector of the text with this hash, or None."""
        row = self._rows.get(made)
        return None if row is None else np.asarray(self._vectors[row], dtype=np.float32)

    def keep(self, hashes: Sequence[str], vectors: Vectors) -> None:
        """Keep these vectors in the place of the others, where they are many and not all known. What cannot be written
        is not kept.
        """
        if len(hashes) < _WORTH_KEEPING or all(made in self._rows for made in hashes):
            return
        draft = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as file:
                np.savez(
                    file,
                    hashes=np.frombuffer(orjson.dumps(list(hashes)), dtype=np.uint8),
                    vectors=np.asarray(vectors, dtype=HALF),
                )
            draft.replace(self._file)
