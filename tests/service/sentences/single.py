"""Candidates made for one test."""

from __future__ import annotations

from corpus.document import Document, EvidenceKind, Section, Sentence, Source
from corpus.text import terms
from service.grounding.draft import Span
from service.sentences.candidates import Candidate
from service.sentences.roles import Role


def candidate(
    text: str,
    relevance: float = 0.5,
    source: str = "a",
    role: Role = Role.RECOMMENDATION,
    order: int = 0,
    kind: str = "guideline",
) -> Candidate:
    """A candidate in a document of its own."""
    rests_on = Source(title=source, kind=EvidenceKind(kind), doi=f"10.1000/{source}")
    sentence = Sentence(0, len(text), (rests_on.source_id,))
    document = Document(f"{source}-{order}", source, text, (Section((), 0, len(text), (sentence,)),), (rests_on,))
    span = Span(document, "p", 0, 0, len(text), text, rests_on)
    own = frozenset(terms(text))
    return Candidate(text, [span], role, 0.5, "", frozenset(), own, relevance=relevance, order=order)
