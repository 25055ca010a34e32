"""The gate: nothing leaves whose words do not stand where it says they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, EvidenceKind, Section, Sentence, Source, SourceStatus
from service.answer import StatementType
from service.grounding import Grounding
from service.grounding.draft import Draft, DraftSection, Span

SOURCE = Source(title="Guideline", organisation="Society", kind=EvidenceKind.GUIDELINE, year=2024, doi="10.1000/g")
TEXT = "Aspirin is advised. Warfarin is not advised."
DOCUMENT = Document(
    id="d", title="A digest", text=TEXT, sources=(SOURCE,),
    sections=(Section(("Advice",), 0, len(TEXT), (Sentence(0, 19, (SOURCE.source_id,)), Sentence(20, 44, (SOURCE.source_id,)))),),
)  # fmt: skip


def span(start: int = 0, end: int = 19, source: Source = SOURCE) -> Span:
    return Span(DOCUMENT, "p1", 0, start, end, TEXT[start:end], source)


def gate() -> Grounding:
    return Grounding(date(2026, 1, 1), newest_year=2026)


def quoted(*spans: Span) -> Draft:
    return Draft(spans[0].quote, StatementType.QUOTED, list(spans))


@given(position=st.integers(0, 18), letter=st.characters(categories=["L", "N", "P"]))
def test_a_quote_with_one_letter_changed_is_refused(position: int, letter: str) -> None:
    changed = TEXT[:19][:position] + letter + TEXT[:19][position + 1 :]
    draft = Draft(changed, StatementType.QUOTED, [replace(span(), quote=changed)])
    assert (gate().statement(draft) is None) == (changed != TEXT[:19])


@given(shift=st.integers(-30, 60).filter(lambda shift: shift != 0))
def test_a_quote_at_other_offsets_is_refused(shift: int) -> None:
    moved = replace(span(), start=shift, end=19 + shift)
    assert gate().statement(Draft(moved.quote, StatementType.QUOTED, [moved])) is None


@pytest.mark.parametrize("status", [SourceStatus.RETRACTED, SourceStatus.SUPERSEDED, SourceStatus.WITHDRAWN])
def test_a_source_that_no_longer_stands_supports_nothing(status: SourceStatus) -> None:
    assert gate().statement(quoted(span(source=replace(SOURCE, status=status)))) is None


def test_words_beside_the_quote_are_refused() -> None:
    assert gate().statement(Draft("Aspirin is advised for all.", StatementType.QUOTED, [span()])) is None


def test_a_frame_must_hold_its_quote() -> None:
    assert gate().statement(Draft("In rats: something else.", StatementType.FRAMED, [span()])) is None
    framed = gate().statement(Draft(f"In rats: {TEXT[:19]}", StatementType.FRAMED, [span()]))
    assert framed is not None


def test_a_generated_statement_is_checked_against_its_quote() -> None:
    assert gate().statement(Draft("Aspirin is not advised.", StatementType.GENERATED, [span()])) is None
    assert gate().statement(Draft("Aspirin is advised.", StatementType.GENERATED, [span()])) is not None


def test_one_source_has_one_number_however_often_it_is_cited() -> None:
    grounding = gate()
    other = Source(title="Trial", authors="A B", kind=EvidenceKind.TRIAL, year=2020, pmid="123")
    section = grounding.section(
        DraftSection("Advice", [quoted(span()), quoted(span(20, 44, other)), quoted(span(20, 44))])
    )
    assert section is not None
    assert [statement.citations for statement in section.statements] == [[1], [2], [1]]
    assert [reference.number for reference in grounding.references] == [1, 2]


def test_a_statement_that_is_refused_takes_no_number() -> None:
    grounding = gate()
    other = Source(title="Trial", authors="A B", kind=EvidenceKind.TRIAL, year=2020, pmid="123")
    assert grounding.statement(replace_quote(span(source=other))) is None
    statement = grounding.statement(quoted(span()))
    assert statement is not None
    assert statement.citations == [1]


def replace_quote(wrong: Span) -> Draft:
    return Draft("Altered.", StatementType.QUOTED, [replace(wrong, quote="Altered.")])


def test_a_second_source_adds_its_number_to_the_same_words() -> None:
    other = Source(title="Review", authors="C D", kind=EvidenceKind.REVIEW, year=2023, doi="10.1000/r")
    statement = gate().statement(quoted(span(), span(source=other)))
    assert statement is not None
    assert statement.citations == [1, 2]


def test_the_digest_is_named_where_the_words_are_the_digests() -> None:
    own = Source(title="A digest", document_id="d")
    grounding = gate()
    through = grounding.statement(quoted(span()))
    direct = grounding.statement(quoted(span(20, 44, own)))
    assert through is not None
    assert direct is not None
    assert through.evidence[0].quote_of == "digest"
    assert direct.evidence[0].quote_of == "source"
    assert [reference.via is None for reference in grounding.references] == [False, True]


@pytest.mark.parametrize(("kind", "label"), [(EvidenceKind.ANIMAL, "animal"), (EvidenceKind.LABORATORY, "laboratory")])
def test_what_does_not_come_from_people_is_labelled(kind: EvidenceKind, label: str) -> None:
    statement = gate().statement(quoted(span(source=replace(SOURCE, kind=kind))))
    assert statement is not None
    assert label in statement.labels


def test_a_source_much_older_than_the_newest_of_the_answer_is_dated() -> None:
    statement = gate().statement(quoted(span(source=replace(SOURCE, year=2010))))
    assert statement is not None
    assert "dated" in statement.labels
