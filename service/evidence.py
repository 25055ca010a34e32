"""How a source ranks as evidence, and the labels that a reader needs."""

from __future__ import annotations

from datetime import date

from corpus.document import Document, EvidenceKind, Source

# Added to a relevance of 0 to 1. Small on purpose: it orders what is about equally relevant. A text that does not say
# what kind it is (reference_text) stands at zero, so that plain collections are ranked by relevance alone.
_KIND_PRIOR = {
    EvidenceKind.GUIDELINE: 0.04,
    EvidenceKind.SYSTEMATIC_REVIEW: 0.03,
    EvidenceKind.DRUG_LABEL: 0.03,
    EvidenceKind.TRIAL: 0.02,
    EvidenceKind.COHORT: 0.01,
    EvidenceKind.CASE_CONTROL: 0.0,
    EvidenceKind.REVIEW: 0.0,
    EvidenceKind.REFERENCE_TEXT: 0.0,
    EvidenceKind.CASE_SERIES: -0.01,
    EvidenceKind.CASE_REPORT: -0.02,
    EvidenceKind.ANIMAL: -0.03,
    EvidenceKind.LABORATORY: -0.03,
}
# Guidance older than this many years, seen from the newest source of the same answer, is labelled.
DATED_AFTER = 10
_KIND_ORDER = {kind: position for position, kind in enumerate(EvidenceKind)}


def evidence_prior(source: Source) -> float:
    """What a source's kind and year add to a passage's relevance (about -0.04 to 0.05)."""
    recency = 0.0
    if source.year is not None:
        recency = 0.01 * max(-1.0, min(1.0, (source.year - 2015) / 10))
    return _KIND_PRIOR[source.kind] + recency


def rank(source: Source) -> int:
    """Position of the source's kind from what guides practice (0) to what is furthest from patients."""
    return _KIND_ORDER[source.kind]


def labels(
    source: Source, document: Document, certainty: str | None, newest_year: int | None, today: date
) -> list[str]:
    """What a reader has to know of a statement besides its words, in a fixed order."""
    found: list[str] = []
    if source.kind.preclinical:
        found.append(str(source.kind))
    if (certainty and certainty.strip().casefold() in ("low", "very low", "c", "d", "⊕⊕○○", "⊕○○○")) or source.kind in (
        EvidenceKind.CASE_REPORT,
        EvidenceKind.CASE_SERIES,
    ):
        found.append("weak")
    if source.year is not None and newest_year is not None and newest_year - source.year > DATED_AFTER:
        found.append("dated")
    if document.review_by is not None and document.review_by < today:
        found.append("due_for_review")
    return found
