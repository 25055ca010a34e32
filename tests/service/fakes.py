"""A small real library and a consultant whose answers tests decide."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from corpus.document import Document
from corpus.edition import Edition
from corpus.settings import Settings
from corpus.shelf import Shelf
from ingest.pipeline import ingest
from service.answer import (
    Answer,
    AnswerSection,
    EditionStamp,
    EngineStamp,
    Evidence,
    Mode,
    Reference,
    Statement,
    StatementType,
    Status,
    Support,
    Via,
)
from service.consultation import Consultation, Listener
from service.disclaimer import DISCLAIMER
from service.retrieval import Hit
from tests.fakes import HashingEmbedder

DIGEST = """---
id: bleeding-varices
title: "Bleeding varices <img src=x onerror=\\"document.title='injected'\\">"
kind: digest
topics: [varices]
audience: clinician
jurisdiction: international
licence: CC BY 4.0
written: 2026-01-02
reviewed_by:
review_by: 2099-01-02
sources:
  society2022:
    organisation: "A Society <b>of Hepatology</b>"
    title: "Guideline on varices"
    year: 2022
    kind: guideline
    jurisdiction: EU
    status: current
    doi: "10.1000/varices"
  rats2011:
    authors: "Rattus R"
    title: "Varices in rats"
    year: 2011
    kind: animal
    status: current
    url: "https://example.org/rats"
---
# Bleeding varices

## Treatment

Terlipressin is started as soon as variceal bleeding is suspected [@society2022; strength=strong].
Ligation follows within 12 h – earlier in shock [@society2022].

## Experiments

In rats, α-blockade lowered portal pressure by 20% 🐀 within a day [@rats2011].
"""
NOTE = "A note about ascites.\n\nAscites is drained when it is tense.\n\nDrainage of more than 5 L needs albumin.\n"


def build_library(folder: Path) -> Settings:
    """Ingest two small documents; returns settings for them."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    (texts / "varices.md").write_text(DIGEST, encoding="utf-8")
    (texts / "ascites.txt").write_text(NOTE, encoding="utf-8")
    settings = Settings(data=folder / "data")
    ingest(settings, [texts], embedder=HashingEmbedder())
    return settings


@dataclass
class FakeLibrary:
    """Reads a real shelf; answers as it is told to, from the real texts.

    ``error``: raised instead of answering. ``hold``: consultations wait for it. ``asked``: what was asked, in order.
    """

    settings: Settings
    error: Exception | None = None
    ready_error: Exception | None = None
    hold: threading.Event | None = None
    begun: threading.Event = field(default_factory=threading.Event)
    asked: list[Consultation] = field(default_factory=list)
    change: Callable[[Answer], Answer] = lambda answer: answer

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.settings.shelf_directory)
        self._open: dict[str, Edition] = {}
        self._opening = threading.Lock()

    def close(self) -> None:
        """Close what was opened."""
        for edition in self._open.values():
            edition.close()

    def consult(self, consultation: Consultation, listener: Listener | None = None) -> Answer:
        """An answer of two sections from the digest."""
        self.asked.append(consultation)
        if listener is not None:
            listener.stage("retrieve")
        self.begun.set()
        if self.hold is not None:
            self.hold.wait(timeout=30)
        if self.error is not None:
            raise self.error
        if listener is not None:
            listener.stage("compose")
        with self.reading(consultation.edition) as edition:
            return self.change(_answer(consultation, edition))

    def search(self, query: str, k: int, edition_id: str | None) -> tuple[str, list[Hit]]:
        """All passages, in order of their rows."""
        with self.reading(edition_id) as edition:
            rows = edition.catalogue.passages(edition.catalogue.rows())
            hits = []
            for row in list(rows.values())[:k]:
                document = edition.catalogue.document(row.document_id)
                section = " › ".join(document.sections[row.section].headings)
                hits.append(Hit(row, 0.5, 0.5, 0.5, document.text[row.start : row.end], section, document.title))
            return edition.id, hits

    @contextmanager
    def reading(self, edition_id: str | None) -> Iterator[Edition]:
        """Open an edition once; Chroma cannot be opened by several threads together."""
        name = edition_id or self.shelf.require_current()
        with self._opening:
            if name not in self._open:
                self._open[name] = self.shelf.open(name)
        yield self._open[name]

    def require(self, edition_id: str | None) -> None:
        """As the shelf says."""
        if edition_id is not None:
            self.shelf.path(edition_id)

    def warm(self) -> EditionStamp:
        """The current edition's stamp, or the error that tests ask for."""
        if self.hold is not None:
            self.hold.wait(timeout=30)
        if self.ready_error is not None:
            raise self.ready_error
        with self.reading(None) as edition:
            return _stamp(edition)


def _stamp(edition: Edition) -> EditionStamp:
    return EditionStamp(id=edition.id, published_at=edition.manifest.created_at)


def _answer(consultation: Consultation, edition: Edition) -> Answer:
    document = edition.catalogue.document("bleeding-varices")
    source = {source.source_id: source for source in document.sources}
    numbers: dict[str, int] = {}

    def quoted(words: str, labels: Sequence[str] = ()) -> Statement:
        passage, section, start, end, source_id = _find(edition, document, words)
        number = numbers.setdefault(source_id, len(numbers) + 1)
        text = document.text[start:end]
        evidence = Evidence(
            reference=number,
            quote=text,
            quote_of="digest",
            document_id=document.id,
            passage_id=passage,
            section=section,
            start=start,
            end=end,
            locator=source[source_id].url,
        )
        support = Support(score=1.0, checks=["verbatim"])
        return Statement(
            text=text,
            type=StatementType.QUOTED,
            labels=list(labels),
            citations=[number],
            support=support,
            evidence=[evidence],
        )

    bottom_line = quoted("Terlipressin")
    treatment = AnswerSection(heading="Treatment", ordered=True, statements=[quoted("Ligation")])
    experiments = AnswerSection(heading="Experiments", statements=[quoted("In rats", ["animal"])])
    history = [turn.question for turn in consultation.history]
    return Answer(
        id=f"a-{consultation.conversation_id}-{len(history)}",
        conversation_id=consultation.conversation_id,
        title="Bleeding varices",
        question=consultation.message,
        standalone_question=" / ".join([*history, consultation.message]),
        audience=consultation.audience,
        mode=consultation.mode or Mode.EXTRACTIVE,
        status=Status.ANSWERED,
        bottom_line=bottom_line,
        sections=[treatment, experiments],
        references=[
            Reference(
                number=number,
                source_id=source_id,
                organisation=source[source_id].organisation,
                authors=source[source_id].authors,
                title=source[source_id].title,
                year=source[source_id].year,
                kind=source[source_id].kind,
                status=source[source_id].status,
                url=source[source_id].url,
                doi=source[source_id].doi,
                via=Via(document_id=document.id, title=document.title),
            )
            for source_id, number in numbers.items()
        ],
        follow_ups=["What about rats?"],
        disclaimer=DISCLAIMER,
        edition=_stamp(edition),
        engine=EngineStamp(version="test", settings_hash="0"),
        created_at="2026-01-02T03:04:05Z",
    )


def _find(edition: Edition, document: Document, words: str) -> tuple[str, str, int, int, str]:
    """Passage id, headings, start, end and source id of the sentence that begins with ``words``."""
    for row in edition.catalogue.passages_of(document.id):
        section = document.sections[row.section]
        for sentence in section.sentences:
            if row.start <= sentence.start < row.end and document.text.startswith(words, sentence.start):
                return row.id, " › ".join(section.headings), sentence.start, sentence.end, sentence.source_ids[0]
    raise AssertionError(f"no sentence begins with {words!r}")
