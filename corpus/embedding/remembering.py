"""An embedder that remembers the last texts that it was asked for one by one: a question is embedded once, by whichever
part needs it first.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from corpus.embedding.protocol import Embedder, Vectors


class RememberingEmbedder:
    """Wraps an :class:`Embedder`. Thread-safe; keeps ``size`` vectors of single texts."""

    def __init__(self, embedder: Embedder, size: int = 512) -> None:
        self._embedder = embedder
        self._size = size
        self._known: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def fingerprint(self) -> str:
        """See :class:`Embedder`."""
        return self._embedder.fingerprint

    @property
    def dimension(self) -> int:
        """See :class:`Embedder`."""
        return self._embedder.dimension

    @property
    def max_tokens(self) -> int:
        """See :class:`Embedder`."""
        return self._embedder.max_tokens

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See :class:`Embedder`. The vectors of a single text are shared: they are not to be changed."""
        if len(texts) != 1:
            return self._embedder.embed(texts)
        [text] = texts
        with self._lock:
            known = self._known.get(text)
            if known is not None:
                self._known.move_to_end(text)
                return known
        vectors = self._embedder.embed(texts)
        with self._lock:
            self._known[text] = vectors
            while len(self._known) > self._size:
                self._known.popitem(last=False)
        return vectors

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See :class:`Embedder`."""
        return self._embedder.count_tokens(texts)
