"""The gate: a statement leaves only with a span whose stored text is its quote, and numbers run in order of first
use.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.document import Source
from corpus.glossary import Glossary
from service.answer import (
    AnswerSection,
    Evidence,
    Reference,
    Statement,
    StatementType,
    Support,
    Via,
)
from service.evidence import labels
from service.grounding.checks import unsupported_details, unsupported_in_computation, unsupported_in_frame
from service.grounding.draft import Draft, DraftSection, Span


class Grounding:
    """Passes drafts one by one and numbers their sources. One for each answer."""

    def __init__(
        self,
        today: date,
        newest_year: int | None,
        glossary: Glossary | None = None,
        references: Sequence[Reference] = (),
    ) -> None:
        """``newest_year``: of the sources of this answer; older ones are labelled from it, not from the clock.

        ``glossary``: whose concepts a generated statement may name only where its quotes do. ``references``: those that
        the answer has already; numbering goes on after them.
        """
        self._today = today
        self._newest = newest_year
        self._glossary = glossary
        self._numbers = {reference.source_id: reference.number for reference in references}
        self.references: list[Reference] = list(references)
        self.refused: list[str] = []  # why drafts were dropped, for the log

    def statement(self, draft: Draft) -> Statement | None:
        """The statement, or None when one of its spans is not what the stored text says, or a check fails."""
        spans = [span for span in draft.spans if _holds(span)]
        if not spans:
            self.refused.append("quote")
            return None
        if draft.type is StatementType.QUOTED and draft.text != spans[0].quote:
            self.refused.append("words")
            return None
        if draft.type is StatementType.FRAMED and spans[0].quote not in draft.text:
            self.refused.append("frame")
            return None
        missing, passed = self._words(draft, spans)
        if missing:
            self.refused.append(missing[0])
            return None
        checks = ["quote", "offsets", "source_status", *passed]
        evidence = [self._evidence(span) for span in spans]
        kinds = (span.source.kind for span in spans)
        found: list[str] = [*draft.labels, *dict.fromkeys(str(kind) for kind in kinds if kind.preclinical)]
        for label in labels(spans[0].source, spans[0].document, spans[0].certainty, self._newest, self._today):
            if label not in found:
                found.append(label)
        return Statement(
            text=draft.text,
            type=draft.type,
            labels=found,
            citations=list(dict.fromkeys(item.reference for item in evidence)),
            support=Support(score=1.0 if draft.type is not StatementType.GENERATED else 0.9, checks=checks),
            evidence=evidence,
        )

    def _words(self, draft: Draft, spans: list[Span]) -> tuple[list[str], list[str]]:
        """The checks of its words that a draft fails, and those that it passes when it fails none."""
        quotes = [span.quote for span in spans]
        match draft.type:
            case StatementType.GENERATED:
                missing = unsupported_details(draft.text, quotes, self._glossary)
                return missing, ["numbers", "negation", "direction", "names"]
            case StatementType.COMPUTED:
                missing = unsupported_in_computation(draft.text, draft.computed, quotes)
                return missing, ["computed", "numbers", "negation", "names"]
            case StatementType.FRAMED:
                frame = draft.text
                for quote in quotes:
                    frame = frame.replace(quote, " ")
                return unsupported_in_frame(frame, [*quotes, *map(_told_of, spans)]), ["numbers", "names"]
        return [], []

    def section(self, draft: DraftSection) -> AnswerSection | None:
        """The section with the statements that passed; None when none did."""
        statements = [statement for statement in map(self.statement, draft.drafts) if statement is not None]
        if not statements:
            return None
        return AnswerSection(heading=draft.heading, ordered=draft.ordered, statements=statements)

    def _evidence(self, span: Span) -> Evidence:
        own = span.source.document_id == span.document.id
        section = span.document.sections[span.section]
        return Evidence(
            reference=self._number(span),
            quote=span.quote,
            quote_of="source" if own else "digest",
            document_id=span.document.id,
            passage_id=span.passage_id,
            section=" › ".join(section.headings),
            page=section.page,
            start=span.start,
            end=span.end,
            locator=_locator(span.source),
            strength=span.strength,
            certainty=span.certainty,
        )

    def _number(self, span: Span) -> int:
        source = span.source
        number = self._numbers.get(source.source_id)
        if number is None:
            number = self._numbers[source.source_id] = len(self._numbers) + 1
            own = source.document_id == span.document.id
            self.references.append(
                Reference(
                    number=number, source_id=source.source_id, organisation=source.organisation, authors=source.authors,
                    title=source.title, year=source.year, kind=source.kind, jurisdiction=source.jurisdiction,
                    status=source.status, url=source.url, doi=source.doi, pmid=source.pmid,
                    via=None if own else Via(document_id=span.document.id, title=span.document.title),
                )
            )  # fmt: skip
        return number


def _told_of(span: Span) -> str:
    """What an answer tells of a span's source besides its words: who, what, when, below which headings."""
    source = span.source
    headings = span.document.sections[span.section].headings
    told = (
        source.organisation,
        source.authors,
        source.title,
        source.year,
        source.jurisdiction,
        span.document.title,
        *headings,
    )
    return " ".join(str(item) for item in (*told, span.strength, span.certainty) if item)


def _holds(span: Span) -> bool:
    text = span.document.text
    return (
        0 <= span.start < span.end <= len(text)
        and text[span.start : span.end] == span.quote
        and bool(span.quote.strip())
        and span.source.usable
    )


def _locator(source: Source) -> str | None:
    if source.doi:
        return f"https://doi.org/{source.doi}"
    if source.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
    return source.url
