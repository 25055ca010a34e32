"""A computed score as a draft statement that cites the library's own sentences."""

from __future__ import annotations

from corpus.document import Source
from corpus.edition import Edition
from corpus.errors import NotFoundError
from service.answer import StatementType
from service.calculators.calculator import Calculator, Passage
from service.calculators.inputs import number_text
from service.grounding.draft import Draft, Span


def find_spans(edition: Edition, passage: Passage) -> list[Span]:
    """The sentence that a passage names, once for each source that it rests on and that still stands; none where the
    edition does not hold it.
    """
    try:
        document = edition.catalogue.document(passage.document_id)
    except NotFoundError:
        return []
    for number, section in enumerate(document.sections):
        for sentence in section.sentences:
            if not document.text.startswith(passage.begins, sentence.start):
                continue
            row = next(
                (
                    r
                    for r in edition.catalogue.passages_of(document.id)
                    if r.start <= sentence.start and sentence.end <= r.end
                ),
                None,
            )
            sources: list[Source] = [s for s in map(edition.catalogue.source, sentence.source_ids) if s.usable]
            if row is None or not sources:
                return []
            quote = document.text[sentence.start : sentence.end]
            return [
                Span(
                    document,
                    row.id,
                    number,
                    sentence.start,
                    sentence.end,
                    quote,
                    source,
                    sentence.strength,
                    sentence.certainty,
                )
                for source in sources
            ]
    return []


def interpretation(calculator: Calculator, score: float, edition: Edition) -> Draft | None:
    """The score and what it means, citing the sentence on its bands and those on its formula; None where the edition does
    not state the formula.
    """
    formula = [span for passage in calculator.stated for span in find_spans(edition, passage)]
    if not formula:
        return None
    shown = calculator.text(score)
    band = calculator.band(score)
    lowest = calculator.bands[0] if calculator.bands else None
    meaning: list[Span] = []
    text = f"{calculator.title}: {shown}."
    if band is not None:
        meaning = find_spans(edition, band.stated)
        if meaning:
            text = f"{calculator.title}: {shown} ({band.name})."
    elif lowest is not None and score < lowest.low:
        meaning = find_spans(edition, lowest.stated)
        if meaning:
            text = f"{calculator.title}: {shown}, below {number_text(lowest.low)}."
    return Draft(text, StatementType.COMPUTED, [*meaning, *formula], computed=f"{calculator.title}: {shown}")


def formula_statements(calculator: Calculator, edition: Edition) -> list[Draft]:
    """The sentences on the formula, quoted: shown where values are missing."""
    found = [find_spans(edition, passage) for passage in calculator.stated]
    return [Draft(spans[0].quote, StatementType.QUOTED, spans) for spans in found if spans]


def consequences(calculator: Calculator, score: float, edition: Edition) -> list[Draft]:
    """What the library recommends at this score, quoted."""
    found = [find_spans(edition, item.stated) for item in calculator.consequences if item.applies(score)]
    return [Draft(spans[0].quote, StatementType.QUOTED, spans) for spans in found if spans]
