"""From a candidate to a statement: the source's own sentence, or a fixed frame around it."""

from __future__ import annotations

from corpus.text import terms
from service.answer import StatementType
from service.compose.candidates import Candidate
from service.compose.draft import Draft


def as_draft(candidate: Candidate) -> Draft:
    """The candidate as a statement; animal and laboratory findings that do not say so are framed."""
    source = candidate.spans[0].source
    if source.kind == "animal" and not SAYS_ANIMAL & candidate.own_terms:
        return Draft(f"In animals: {candidate.text}", StatementType.FRAMED, candidate.spans)
    if source.kind == "laboratory" and not SAYS_LABORATORY & candidate.own_terms:
        return Draft(f"In the laboratory: {candidate.text}", StatementType.FRAMED, candidate.spans)
    return Draft(candidate.text, StatementType.QUOTED, candidate.spans)


SAYS_ANIMAL = frozenset(
    terms(
        "animal animals rat rats mouse mice rabbit rabbits dog dogs pig pigs cat cats sheep monkey primates murine rodent rodents zebrafish"
    )
)
SAYS_LABORATORY = frozenset(
    terms("laboratory vitro culture cultured cells cell tissue assay experiment ex-vivo loops tubing stents")
)
