"""A passage that a search found."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.catalogue_rows import PassageRow


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. ``score`` is 0 to 1 (1: best by every signal); ``cosine`` is to the question's own vector."""

    passage: PassageRow
    score: float
    cosine: float
    lexical: float
    text: str
    section: str  # headings above it, outermost first
    title: str  # of its document

    @property
    def passage_id(self) -> str:
        """Id of the passage."""
        return self.passage.id

    @property
    def document_id(self) -> str:
        """Id of its document."""
        return self.passage.document_id
