"""The support judge: whether a text bears a statement out. Deterministic by default, without a language model."""

from evals.judge.chat import ChatJudge
from evals.judge.protocol import VERDICTS, Judge, Judgement, Verdict
from evals.judge.support import SupportJudge

__all__ = ["VERDICTS", "ChatJudge", "Judge", "Judgement", "SupportJudge", "Verdict"]
