"""An embedder that remembers the last texts that it was asked for one by one: a question is embedded once, by whichever
part needs it first, and may be embedded ahead while other work is done.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from corpus.embedding.protocol import Embedder, Vectors

_AHEAD = 2  # texts at a time: a question as it was written, and as it is searched for


class RememberingEmbedder:
    """Wraps an :class:`Embedder`. Thread-safe; keeps ``size`` vectors of single texts."""

    def __init__(self, embedder: Embedder, size: int = 512) -> None:
        self._embedder = embedder
        self._size = size
        self._known: OrderedDict[str, Vectors] = OrderedDict()
        self._coming: dict[str, Future[Vectors]] = {}
        self._lock = threading.Lock()
        self._ahead = ThreadPoolExecutor(_AHEAD, thread_name_prefix="embedding")

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
            coming = self._coming.get(text)
        return self._make(text) if coming is None else coming.result()

    def embed_ahead(self, texts: Iterable[str]) -> None:
        """Begin to embed single texts that will be asked for soon; :meth:`embed` waits for them, and raises what they
        raised.
        """
        for text in dict.fromkeys(texts):
            with self._lock:
                if text not in self._known and text not in self._coming and len(self._coming) < self._size:
                    self._coming[text] = self._ahead.submit(self._make, text)

    def is_making(self, text: str) -> bool:
        """Whether a text is being embedded: what is not in a hurry can be done until it is."""
        return text in self._coming

    def _make(self, text: str) -> Vectors:
        try:
            vectors = self._embedder.embed([text])
            with self._lock:
                self._known[text] = vectors
                while len(self._known) > self._size:
                    self._known.popitem(last=False)
            return vectors
        finally:
            with self._lock:
                self._coming.pop(text, None)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See :class:`Embedder`."""
        return self._embedder.count_tokens(texts)


def embed_ahead(embedder: Embedder, texts: Iterable[str]) -> bool:
    """Begin to embed single texts with an embedder that can do so ahead; any other is left alone. Whether it can."""
    if not isinstance(embedder, RememberingEmbedder):
        return False
    embedder.embed_ahead(texts)
    return True
