"""From a candidate to a statement: the source's own sentence, or a fixed frame around it."""

from __future__ import annotations

from corpus.document import Source
from corpus.text import terms
from service.answer import StatementType
from service.grounding.draft import Draft
from service.sentences.candidates import Candidate
from service.sentences.context import context_of


def as_draft(candidate: Candidate) -> Draft:
    """The candidate as a statement; animal and laboratory findings that do not say so are framed, and so is what needs
    the heading above it.
    """
    text = framed(in_context(candidate), candidate.spans[0].source)
    kind = StatementType.QUOTED if text == candidate.text else StatementType.FRAMED
    return Draft(text, kind, candidate.spans, useful=candidate.useful)


def in_context(candidate: Candidate) -> str:
    """The candidate's words, after the headings that say what they are about where they do not say it themselves."""
    span = candidate.spans[0]
    context = context_of(candidate.text, span.document, span.section)
    return f"{context}: {candidate.text}" if context else candidate.text


def framed(text: str, source: Source) -> str:
    """``text``, with what it comes from in front where that is an animal or a laboratory and the text does not say so."""
    own = frozenset(terms(text))
    if source.kind == "animal" and not SAYS_ANIMAL & own:
        return f"In animals: {text}"
    if source.kind == "laboratory" and not SAYS_LABORATORY & own:
        return f"In the laboratory: {text}"
    return text


SAYS_ANIMAL = frozenset(
    terms(
        "animal animals rat rats mouse mice rabbit rabbits dog dogs pig pigs cat cats sheep monkey primates murine rodent rodents zebrafish"
    )
)
SAYS_LABORATORY = frozenset(
    terms("laboratory vitro culture cultured cells cell tissue assay experiment ex-vivo loops tubing stents")
)
