"""Composers: from the sentences that were found to an answer's draft statements."""

from service.compose.extractive import compose
from service.compose.gap import said_of

__all__ = ["compose", "said_of"]
