"""How much a message resembles those that must be recognised: a logistic regression over the embedder's vectors, the
words, the spelling and the signals of a message.

Patterns (:mod:`service.safety.distress`, :mod:`service.safety.harmful`) know the usual words; people in need use others. What is
learnt here from the sentences of :mod:`service.safety.examples` recognises those, too. The weights for the embedder that ships
are shipped (``scripts/fit_resemblance.py`` makes them). For another one they are fitted at the first use, and kept
beside the models.
"""

from __future__ import annotations

import contextlib
import os
import re
import threading
import zlib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_array, vstack

from corpus.document import stable_hash
from corpus.embedding import Embedder
from service.safety import examples
from service.safety.signals import COUNT, signals

_RIDGE = 0.05
_STEPS = 1_000  # at most; it has settled after about eighty
_SPELLINGS = 4096  # how many features the spellings are hashed into
_WORDS = 4096  # how many features the words and pairs of words are hashed into
_KINDS = 4
_SHIPPED = Path(__file__).parent / "examples" / "weights.npz"
_Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Likelihoods, 0 to 1: that a message tells of somebody in danger now, that the danger is self-harm, that it asks
    for a way to harm or deceive; and that it is of self-harm, whatever else it may be of.
    """

    distress: float
    self_harm: float
    harm: float
    wish: float = 0.0


class Resemblance:
    """Tells how likely a message is of a kind, 0 to 1. Fitted at its first use. Thread-safe."""

    def __init__(self, embedder: Embedder, cache: Path) -> None:
        """``cache``: directory in which what was fitted is kept; where it cannot be written, it is fitted again."""
        self._embedder = embedder
        self._cache = cache
        self._heads: _Weights | None = None
        self._learning = threading.Lock()

    def of(self, message: str) -> Likeness:
        """What the message resembles. It is embedded once."""
        heads = self._learnt()
        distress, self_harm, harm, wish = 1 / (1 + np.exp(-(heads @ self._vectors([message])[0])))
        return Likeness(float(distress), float(self_harm), float(harm), float(wish))

    def _learnt(self) -> _Weights:
        """The weights: those that ship for this embedder, those kept from an earlier time, or fitted now, once."""
        with self._learning:
            if self._heads is None:
                heads = self._shipped()
                if heads is None and self._kept_at.exists():
                    heads = self._kept()
                if heads is None:
                    heads = self.fitted()
                    self._keep(heads)
                self._heads = heads
            return self._heads

    def distress(self, message: str) -> float:
        """How likely it tells of somebody in danger now."""
        return self.of(message).distress

    def self_harm(self, message: str) -> float:
        """How likely the danger, if there is one, is self-harm."""
        return self.of(message).self_harm

    def harm(self, message: str) -> float:
        """How likely it asks for a way to harm or deceive."""
        return self.of(message).harm

    @property
    def learnt_from(self) -> str:
        """Hash of the embedder, the examples and how it is fitted."""
        blocks = [*_blocks(), str(_RIDGE), str(_SPELLINGS), str(_WORDS), str(COUNT)]
        return stable_hash(self._embedder.fingerprint, *blocks)[:16]

    @property
    def _kept_at(self) -> Path:
        return self._cache / f"resemblance-{self.learnt_from}.npy"

    def _shipped(self) -> _Weights | None:
        with np.load(_SHIPPED, allow_pickle=False) as shipped:
            if str(shipped["learnt_from"]) != self.learnt_from:
                return None
            return np.asarray(shipped["heads"], dtype=np.float64)

    def _kept(self) -> _Weights | None:
        try:
            heads = np.load(self._kept_at, allow_pickle=False)
        except (OSError, ValueError, EOFError):  # not there any more, or damaged
            return None
        return heads if heads.shape == (_KINDS, self._embedder.dimension + _WORDS + _SPELLINGS + COUNT + 1) else None

    def _keep(self, heads: _Weights) -> None:
        draft = self._kept_at.with_name(f"{self._kept_at.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._cache.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as file:
                np.save(file, heads)
            draft.replace(self._kept_at)

    def fitted(self) -> _Weights:
        """The weights, a row for each kind: of the vector, the words, the spelling, the signals and the constant."""
        emergencies, self_harm, harmless, harmful, legitimate = (
            csr_array(self._vectors(examples.lines(block))) for block in _blocks()
        )
        return np.stack(
            [
                _fit([emergencies, self_harm], [harmless, harmful, legitimate]),
                _fit([self_harm], [emergencies]),
                _fit([harmful], [harmless, emergencies, self_harm, legitimate]),
                _fit([self_harm], [harmless, emergencies, harmful, legitimate]),
            ]
        )

    def _vectors(self, messages: list[str]) -> _Weights:
        """Meaning, words and spelling, each of length √½, the signals and a constant."""
        meaning = self._embedder.embed(messages).astype(np.float64)
        said = np.stack([_words(message) for message in messages])
        spelling = np.stack([_spelling(message) for message in messages])
        shown = np.array([signals(message) for message in messages]) * _SIGNALS
        return np.hstack([meaning * _HALF, said * _HALF, spelling * _HALF, shown, np.ones((len(messages), 1))])


_HALF = np.sqrt(0.5)
_SIGNALS = 0.3


def _blocks() -> tuple[str, ...]:
    return examples.EMERGENCIES, examples.SELF_HARM, examples.HARMLESS, examples.HARMFUL, examples.LEGITIMATE


def _words(message: str) -> _Weights:
    """Each word and each two words in a row, hashed: "how many", "in her", "without him"."""
    said = re.findall(r"[a-z0']+", _in_small(message))
    return _hashed([*said, *map(" ".join, pairwise(said))], _WORDS)


def _spelling(message: str) -> _Weights:
    """Groups of three and four letters of each word, hashed: a slip of the pen leaves most of a word as it was."""
    marked = [f"<{word}>" for word in re.findall(r"[a-z0']+", _in_small(message))]
    groups = [word[start : start + size] for word in marked for size in (3, 4) for start in range(len(word) - size + 1)]
    return _hashed(groups, _SPELLINGS)


def _in_small(message: str) -> str:
    """Small letters; each number is a nought."""
    return re.sub(r"\d+", "0", message.lower().replace("’", "'"))


def _hashed(features: list[str], size: int) -> _Weights:
    """Roots of the counts of features, hashed into ``size`` places, of length one."""
    counts = np.zeros(size)
    for feature in features:
        counts[zlib.crc32(feature.encode()) % size] += 1
    length = np.sqrt(counts.sum())
    return np.asarray(np.sqrt(counts) / length if length else counts)


def _fit(positive: list[csr_array], negative: list[csr_array]) -> _Weights:
    """Ridge logistic regression by L-BFGS (Liu and Nocedal 1989, as in scipy); both classes weigh the same, the
    constant is not shrunk. A message has few of the words and groups of letters: nearly all is nought.
    """
    points = vstack([*positive, *negative], format="csr")
    examples_of, others = sum(block.shape[0] for block in positive), sum(block.shape[0] for block in negative)
    truth = np.append(np.ones(examples_of), np.zeros(others))
    share = np.where(truth == 1, len(truth) / 2 / examples_of, len(truth) / 2 / others)
    shrunk = np.append(np.full(points.shape[1] - 1, _RIDGE), 0.0)

    def loss(weights: _Weights) -> tuple[float, _Weights]:
        at = points @ weights
        missed = np.logaddexp(0, at) - truth * at
        slope = points.T @ (share * (1 / (1 + np.exp(-at)) - truth))
        return float(share @ missed + shrunk @ weights**2 / 2), slope + shrunk * weights

    start = np.zeros(points.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS, "gtol": 1e-4, "ftol": 1e-13})
    return np.asarray(found.x, dtype=np.float64)
