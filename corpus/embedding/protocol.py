"""What an embedder is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors of unit length.

    A text's vector depends on that text alone, not on what is embedded beside it.
    """

    @property
    def fingerprint(self) -> str:
        """Identity of model, weights and handling: vectors of two fingerprints are never compared."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    @property
    def max_tokens(self) -> int:
        """Tokens that a text may have before its end is cut off, special tokens included."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of ``texts``: float32, shape ``(len(texts), dimension)``, each of unit length."""
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Number of tokens of each text, special tokens left out, nothing cut off."""
        ...
