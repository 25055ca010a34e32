"""The support judge: whether a text bears a statement out. Deterministic by default, without a language model."""

from evals.judge.chat import ChatJudge
from evals.judge.protocol import Judge, Judgement
from evals.judge.support import SupportJudge

__all__ = ["ChatJudge", "Judge", "Judgement", "SupportJudge"]
