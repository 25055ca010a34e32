"""The default embedder: all-MiniLM-L6-v2 on onnxruntime, without torch.

Every text is run by itself (batch of one), one text per thread: no padding, so a vector never depends on its
neighbours, and on two cores faster than padded batches (measured: 92,000 characters a second against 77,000 in sorted
batches of 16). A question alone is run by one thread, too: a second one does not make so short a text faster
(measured: 9.5 ms against 8.6), and is missed by whoever asks at the same time.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from corpus.document import stable_hash
from corpus.embedding.protocol import Vectors
from corpus.embedding.weights import TOKENIZER_SHA256, WEIGHTS_SHA256, check_file, model_directory

MAX_TOKENS = 256
_DIMENSION = 384


class OnnxEmbedder:
    """all-MiniLM-L6-v2, mean pooling, 256 tokens; see :class:`corpus.embedding.Embedder`."""

    def __init__(self, model: Path, threads: int = 0) -> None:
        """``model``: the file that ``corpus.embedding.prepare`` made; ``threads``: 0 for one per core."""
        tokenizer_file = model_directory() / "tokenizer.json"
        check_file(tokenizer_file, TOKENIZER_SHA256)
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_padding()  # the file itself asks for padding and truncation to 128 tokens
        self._tokenizer.no_truncation()
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)
        self._threads = threads or cores
        self._model = model

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self._model), options, providers=["CPUExecutionProvider"])

    @property
    def fingerprint(self) -> str:
        """Weights, tokenizer, length and pooling; not the exported file, whose vectors are proven equal."""
        return "minilm-" + stable_hash(WEIGHTS_SHA256, TOKENIZER_SHA256, str(MAX_TOKENS), "mean")[:16]

    @property
    def dimension(self) -> int:
        """384."""
        return _DIMENSION

    @property
    def max_tokens(self) -> int:
        """256, with the two special tokens."""
        return MAX_TOKENS

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of ``texts``, shape ``(len(texts), 384)``, unit length."""
        if not texts:
            return np.zeros((0, _DIMENSION), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(list(texts))
        if len(encodings) == 1 or self._threads == 1:
            rows = [self._run(self._session, encoding) for encoding in encodings]
        else:
            session = self._session
            with ThreadPoolExecutor(self._threads) as pool:
                rows = list(pool.map(lambda encoding: self._run(session, encoding), encodings))
        return np.concatenate(rows)

    @staticmethod
    def _run(session: onnxruntime.InferenceSession, encoding: Encoding) -> Vectors:
        ids = encoding.ids
        if len(ids) > MAX_TOKENS:
            ids = ids[: MAX_TOKENS - 1] + ids[-1:]  # the last one closes the text
        (vector,) = session.run(None, {"input_ids": np.array([ids], dtype=np.int64)})
        return np.asarray(vector, dtype=np.float32)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, special tokens left out."""
        return [len(encoding.ids) for encoding in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]
