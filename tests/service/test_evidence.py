"""The labels of a statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Document, EvidenceKind, Source
from service.evidence import DATED_AFTER, labels

TODAY = date(2026, 6, 1)
SOURCE = Source(title="A guideline", kind=EvidenceKind.GUIDELINE, year=2024)
DOCUMENT = Document(id="d", title="D", text="", sections=(), sources=(SOURCE,))


def of(
    source: Source = SOURCE, document: Document = DOCUMENT, certainty: str | None = None, newest: int | None = 2026
) -> list[str]:
    return labels(source, document, certainty, newest, TODAY)


def test_a_recent_guideline_has_none() -> None:
    assert of() == []


@pytest.mark.parametrize(
    ("kind", "label"),
    [("animal", "animal"), ("laboratory", "laboratory"), ("case_report", "weak"), ("case_series", "weak")],
)
def test_weak_and_preclinical_kinds_are_named(kind: str, label: str) -> None:
    assert of(replace(SOURCE, kind=EvidenceKind(kind))) == [label]


@pytest.mark.parametrize("certainty", ["low", "Very low", " C ", "D", "⊕○○○"])
def test_low_certainty_is_weak(certainty: str) -> None:
    assert of(certainty=certainty) == ["weak"]


@pytest.mark.parametrize("certainty", [None, "", "high", "A", "moderate", "⊕⊕⊕⊕"])
def test_other_certainty_is_not(certainty: str | None) -> None:
    assert of(certainty=certainty) == []


def test_a_source_is_dated_by_the_newest_of_the_answer() -> None:
    old = replace(SOURCE, year=2026 - DATED_AFTER - 1)
    assert of(old) == ["dated"]
    assert of(old, newest=old.year) == []
    assert of(old, newest=None) == []
    assert of(replace(SOURCE, year=2026 - DATED_AFTER)) == []
    assert of(replace(SOURCE, year=None)) == []


def test_a_text_past_its_date_is_due_for_review() -> None:
    assert of(document=replace(DOCUMENT, review_by=date(2026, 5, 31))) == ["due_for_review"]
    assert of(document=replace(DOCUMENT, review_by=TODAY)) == []
