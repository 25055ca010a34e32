"""Footnote's own answers in the harness's form; the same for a Python object and for JSON that came over HTTP."""

from __future__ import annotations

from collections.abc import Iterator

from evals.response import Cited, Place, Quote, Response, Said
from service.answer import Answer, AnswerSection, Statement, StatementType


def response_of(answer: Answer, confidence: float | None = None) -> Response:
    """The answer without what changes from one request to the next."""
    return Response(
        status=answer.status,
        title=answer.title,
        standalone_question=answer.standalone_question,
        statements=tuple(_statements(answer)),
        references=tuple(
            Cited(
                number=reference.number,
                title=reference.title,
                source_id=reference.source_id,
                document_id=reference.via.document_id if reference.via else None,
                year=reference.year,
                status=reference.status,
                url=reference.url,
            )
            for reference in answer.references
        ),
        notices=tuple(notice.text for notice in answer.notices),
        disclaimer=answer.disclaimer,
        assumed=tuple(premise.assumed for premise in answer.premise),
        not_found=tuple(answer.not_found),
        other=(*answer.assumptions, *answer.needs, *answer.follow_ups),
        nearest=tuple(passage.text for passage in answer.nearest),
        confidence=confidence,
    )


def _statements(answer: Answer) -> Iterator[Said]:
    for premise in answer.premise:
        yield _said(premise.correction, "premise")
    if answer.bottom_line is not None:
        yield _said(answer.bottom_line, "bottom_line")
    for section in answer.sections:
        yield from _section(section)
    for conflict in answer.conflicts:
        for statement in conflict.statements:
            yield _said(statement, "conflict", conflict.about)
    for calculation in answer.calculations:
        if calculation.interpretation is not None:
            yield _said(calculation.interpretation, "calculation", calculation.name)


def _section(section: AnswerSection) -> Iterator[Said]:
    for statement in section.statements:
        yield _said(statement, "section", section.heading)
    for inner in section.sections:
        yield from _section(inner)


def _said(statement: Statement, place: Place, heading: str = "") -> Said:
    return Said(
        text=statement.text,
        place=place,
        heading=heading,
        verbatim=statement.type is StatementType.QUOTED,
        citations=tuple(statement.citations),
        quotes=tuple(
            Quote(
                reference=evidence.reference,
                text=evidence.quote,
                document_id=evidence.document_id,
                start=evidence.start,
                end=evidence.end,
            )
            for evidence in statement.evidence
        ),
        labels=tuple(statement.labels),
    )
