"""The gate that every statement goes through: it leaves only with a span whose stored text is its quote."""

from service.grounding.draft import Draft, DraftAnswer, DraftSection, Span
from service.grounding.gate import Grounding

__all__ = ["Draft", "DraftAnswer", "DraftSection", "Grounding", "Span"]
