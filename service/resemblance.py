"""How much a message resembles those that must be recognised: a logistic regression over the embedder's vectors.

Patterns (:mod:`service.distress`, :mod:`service.harmful`) know the usual words; people in need use others. What is
learnt here from the sentences of :mod:`service.examples` recognises those, too. It is fitted for whichever embedder is
set, in about a second, and kept beside the models, so that this happens once.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.document import stable_hash
from corpus.embedding import Embedder
from service import examples

_RIDGE = 0.1
_STEPS = 12  # of Newton's method; it has settled after about eight
_Weights = npt.NDArray[np.float64]


class Resemblance:
    """Tells how likely a message is of a kind, 0 to 1. Fitted at its first use. Thread-safe."""

    def __init__(self, embedder: Embedder, cache: Path) -> None:
        """``cache``: directory in which what was fitted is kept; where it cannot be written, it is fitted again."""
        self._embedder = embedder
        self._cache = cache
        self._heads: _Weights | None = None

    def distress(self, message: str) -> float:
        """How likely it tells of somebody in danger now."""
        return self._likelihood(message, 0)

    def self_harm(self, message: str) -> float:
        """How likely the danger, if there is one, is self-harm."""
        return self._likelihood(message, 1)

    def harm(self, message: str) -> float:
        """How likely it asks for a way to harm or deceive."""
        return self._likelihood(message, 2)

    def _likelihood(self, message: str, head: int) -> float:
        if self._heads is None:
            self._heads = self._kept() if self._kept_at.exists() else None
        if self._heads is None:
            self._heads = self._fitted()
            self._keep(self._heads)
        vector = np.append(self._embedder.embed([message])[0], 1.0)
        return float(1 / (1 + np.exp(-(self._heads[head] @ vector))))

    @property
    def _kept_at(self) -> Path:
        told = (examples.EMERGENCIES, examples.SELF_HARM, examples.HARMLESS, examples.HARMFUL)
        return self._cache / f"resemblance-{stable_hash(self._embedder.fingerprint, *told, str(_RIDGE))[:16]}.npy"

    def _kept(self) -> _Weights | None:
        try:
            heads = np.load(self._kept_at, allow_pickle=False)
        except (OSError, ValueError, EOFError):  # not there any more, or damaged
            return None
        return heads if heads.shape == (3, self._embedder.dimension + 1) else None

    def _keep(self, heads: _Weights) -> None:
        draft = self._kept_at.with_name(f"{self._kept_at.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._cache.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as file:
                np.save(file, heads)
            draft.replace(self._kept_at)

    def _fitted(self) -> _Weights:
        blocks = (examples.EMERGENCIES, examples.SELF_HARM, examples.HARMLESS, examples.HARMFUL)
        emergencies, self_harm, harmless, harmful = (self._vectors(examples.lines(block)) for block in blocks)
        return np.stack(
            [
                _fit([emergencies, self_harm], [harmless, harmful]),
                _fit([self_harm], [emergencies]),
                _fit([harmful], [harmless, emergencies, self_harm]),
            ]
        )

    def _vectors(self, messages: list[str]) -> _Weights:
        vectors = self._embedder.embed(messages).astype(np.float64)
        return np.hstack([vectors, np.ones((len(vectors), 1))])


def _fit(positive: list[_Weights], negative: list[_Weights]) -> _Weights:
    """Ridge logistic regression by Newton's method; both classes weigh the same, the constant is not shrunk."""
    ones, zeros = np.vstack(positive), np.vstack(negative)
    points = np.vstack([ones, zeros])
    truth = np.append(np.ones(len(ones)), np.zeros(len(zeros)))
    share = np.where(truth == 1, len(points) / 2 / len(ones), len(points) / 2 / len(zeros))
    ridge = np.full(points.shape[1], _RIDGE)
    ridge[-1] = 1e-6
    weights = np.zeros(points.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-(points @ weights)))
        slope = points.T @ (share * (likely - truth)) + ridge * weights
        bend = (points.T * (share * likely * (1 - likely))) @ points + np.diag(ridge)
        weights -= np.linalg.solve(bend, slope)
    return weights
