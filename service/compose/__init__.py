"""Composers: from retrieved passages to draft statements."""

from service.compose.candidates import SentenceVectors
from service.compose.draft import Draft, DraftAnswer, DraftSection, Span
from service.compose.extractive import compose
from service.compose.gap import said_of
from service.compose.material import Material

__all__ = ["Draft", "DraftAnswer", "DraftSection", "Material", "SentenceVectors", "Span", "compose", "said_of"]
