"""The support judge that ships: two small logistic models over features of a pair, and details that must agree.

Trade-offs that were accepted: it sees words, meaning as a sentence embedding does, numbers, negations, directions and
names; it does not reason. What it is worth is in its calibration, measured on people's labels that it was not fitted on
(docs/evaluation.md). A statement whose number, unit, comparator, negation or drug its evidence does not have is never
supported, however alike the two are.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.embedding import Embedder
from corpus.errors import FootnoteError
from corpus.glossary import Glossary, shipped_glossary
from evals.judge.features import NAMES, Reader
from evals.judge.protocol import Judgement
from evals.verdict import Verdict

SHIPPED = Path(__file__).parent / "support-1.json"
_KEPT = 200_000  # judgements


class JudgeError(FootnoteError):
    """The judge's own files cannot be used."""

    code = "judge"
    exit_code = 1


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    weights: tuple[float, ...]
    intercept: float


class SupportModel(BaseModel):
    """What the training script writes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    identity: str
    features: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    support: _Part
    contradiction: _Part
    trained_on: dict[str, Any] = Field(description="What it was fitted on, with counts and a hash of the pairs.")
    held_out: dict[str, float] = Field(description="Figures on groups of the same data that were left out of the fit.")
    rarity: dict[str, float] = Field(description="Inverse document frequency of terms.")


class SupportJudge:
    """See the module. Use :meth:`shipped`."""

    def __init__(self, model: SupportModel, embedder: Embedder, glossary: Glossary, calibration: Any = None) -> None:
        """Raises JudgeError when the model was fitted on other features than those that this version reads."""
        if model.features != NAMES:
            raise JudgeError("The judge's model does not fit this version of its features: run evals.judge.train.")
        self._model = model
        self._reader = Reader(embedder, glossary, model.rarity)
        self._mean, self._scale = np.array(model.mean), np.array(model.scale)
        self._weights = {
            "support": np.array(model.support.weights),
            "contradiction": np.array(model.contradiction.weights),
        }
        self._calibration = calibration
        self._judge = lru_cache(maxsize=_KEPT)(self._judged)

    @staticmethod
    def shipped(embedder: Embedder, glossary: Glossary | None = None) -> SupportJudge:
        """The judge of this version with its calibration. Raises JudgeError."""
        try:
            model = SupportModel.model_validate_json(SHIPPED.read_text(encoding="utf-8"))
        except (OSError, ValidationError) as error:
            raise JudgeError(f"{SHIPPED.name} cannot be read: {error}") from error
        path = calibration_path(SHIPPED)
        calibration = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        if calibration is not None and calibration.get("judge") != model.identity:
            calibration = None  # measured on another version
        return SupportJudge(model, embedder, glossary or shipped_glossary(), calibration)

    @property
    def identity(self) -> str:
        """See :class:`Judge`."""
        return self._model.identity

    @property
    def calibration(self) -> Mapping[str, Any] | None:
        """See :class:`Judge`."""
        found: Mapping[str, Any] | None = self._calibration
        return found

    def judge(self, statement: str, evidence: str) -> Judgement:
        """See :class:`Judge`."""
        return self._judge(statement, evidence)

    def _judged(self, statement: str, evidence: str) -> Judgement:
        reading = self._reader.read(statement, evidence)
        support = self._probability("support", reading.values)
        contradiction = self._probability("contradiction", reading.values)
        verdict: Verdict = "neutral"
        if contradiction >= 0.5 and contradiction > support:
            verdict = "contradicted"
        elif support >= 0.5 and not reading.failed:
            verdict = "supported"
        return Judgement(verdict, 0.0 if reading.failed else support, contradiction, reading.failed)

    def _probability(self, part: str, values: npt.NDArray[np.float64]) -> float:
        fitted = self._model.support if part == "support" else self._model.contradiction
        scaled = (values - self._mean) / self._scale
        return 1.0 / (1.0 + math.exp(-float(scaled @ self._weights[part]) - fitted.intercept))

    def details(self, statement: str, evidence: str) -> tuple[str, ...]:
        """See :class:`Judge`."""
        return self._reader.read(statement, evidence).failed

    def prepare(self, texts: Sequence[str]) -> None:
        """See :class:`Judge`."""
        self._reader.prepare(texts)

    def similarity(self, a: str, b: str) -> float:
        """See :class:`Judge`."""
        return self._reader.similarity(a, b)


def calibration_path(model: Path) -> Path:
    """Where the calibration of a model stands."""
    return model.with_suffix(".calibration.json")
