"""Any sentence-transformers model, by name or path: ``FOOTNOTE_EMBEDDER=NAME``. Slower to start than the default."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.document import stable_hash
from corpus.embedding.protocol import Vectors
from corpus.errors import EmbedderError


class SentenceTransformerEmbedder:
    """A model loaded by sentence-transformers; see :class:`corpus.embedding.Embedder`."""

    def __init__(self, name: str) -> None:
        """``name``: a path, or a model in the local hub cache. Raises EmbedderError when it cannot be loaded."""
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(name, device="cpu", local_files_only=True)
        except Exception as error:  # the library raises many kinds, all meaning that it cannot be loaded
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise EmbedderError(
                f"FOOTNOTE_EMBEDDER={name}: the model cannot be loaded from this machine: {reason}"
            ) from error
        self._dimension = int(self._model.get_embedding_dimension() or 0)
        self._fingerprint = "st-" + self._weights_hash(name)

    def _weights_hash(self, name: str) -> str:
        parts = [name, str(self.max_tokens)]
        for key, tensor in sorted(self._model.state_dict().items()):
            parts.append(f"{key}:{tuple(tensor.shape)}:{tensor.double().sum().item():.6e}")
        return stable_hash(*parts)[:16]

    @property
    def fingerprint(self) -> str:
        """Name, length and the weights' shapes and sums."""
        return self._fingerprint

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._dimension

    @property
    def max_tokens(self) -> int:
        """The model's own limit."""
        return int(self._model.max_seq_length or 512)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of ``texts``, unit length; one at a time, so that none depends on its neighbours' padding."""
        if not texts:
            return np.zeros((0, self._dimension), dtype=np.float32)
        vectors = self._model.encode(list(texts), batch_size=1, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, special tokens left out."""
        tokenizer = self._model.tokenizer
        return [len(tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"]) for text in texts]
