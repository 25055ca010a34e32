"""The document model: what a loader makes and what an edition keeps.

All offsets are Unicode code points into ``Document.text``, half open: ``text[start:end]``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import Any

_DOI = re.compile(r"10\.\d{4,9}/\S+")


class EvidenceKind(StrEnum):
    """Kind of evidence of a source, from what guides practice most to what is furthest from patients."""

    GUIDELINE = "guideline"
    SYSTEMATIC_REVIEW = "systematic_review"
    DRUG_LABEL = "drug_label"
    TRIAL = "trial"
    COHORT = "cohort"
    CASE_CONTROL = "case_control"
    REVIEW = "review"
    REFERENCE_TEXT = "reference_text"
    CASE_SERIES = "case_series"
    CASE_REPORT = "case_report"
    ANIMAL = "animal"
    LABORATORY = "laboratory"

    @property
    def preclinical(self) -> bool:
        """Whether the evidence does not come from people."""
        return self in (EvidenceKind.ANIMAL, EvidenceKind.LABORATORY)


class SourceStatus(StrEnum):
    """Whether a source still stands."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Source:
    """What a sentence rests on: a guideline, a study, a label, or the text itself."""

    title: str
    kind: EvidenceKind = EvidenceKind.REFERENCE_TEXT
    organisation: str | None = None
    authors: str | None = None
    year: int | None = None
    jurisdiction: str | None = None
    status: SourceStatus = SourceStatus.CURRENT
    superseded_by: str | None = None
    url: str | None = None
    doi: str | None = None
    pmid: str | None = None
    licence: str | None = None
    document_id: str | None = None  # set where the source is the document itself

    @property
    def source_id(self) -> str:
        """One identity for a source in whichever document it is cited: DOI, else PMID, else URL, else the document."""
        if self.doi:
            return f"doi:{self.doi.lower()}"
        if self.pmid:
            return f"pmid:{self.pmid}"
        if self.url:
            return f"url:{self.url}"
        if self.document_id:
            return f"document:{self.document_id}"
        return f"title:{stable_hash(self.title.casefold(), str(self.year))}"

    @property
    def usable(self) -> bool:
        """False once superseded, retracted or withdrawn: such a source supports no new answer."""
        return self.status is SourceStatus.CURRENT


def valid_doi(doi: str) -> bool:
    """Whether ``doi`` has the form of a DOI (without a resolver in front)."""
    return _DOI.fullmatch(doi) is not None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit that is quoted. ``source_ids`` is never empty; the first is the one to cite."""

    start: int
    end: int
    source_ids: tuple[str, ...]
    strength: str | None = None
    certainty: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a document. ``start:end`` spans its own body, not that of the parts below it."""

    headings: tuple[str, ...]  # from the outermost to its own; empty for text before the first heading
    start: int
    end: int
    sentences: Sequence[Sentence]
    ordered: bool = False  # a numbered list: a process in steps
    page: int | None = None

    @property
    def heading(self) -> str:
        """Its own heading, or an empty text."""
        return self.headings[-1] if self.headings else ""


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the library."""

    id: str
    title: str
    text: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    kind: str = "document"  # document | digest | patient
    topics: tuple[str, ...] = ()
    audience: str = "clinician"
    jurisdiction: str | None = None
    licence: str | None = None
    reviewed_by: str | None = None
    written: date | None = None
    review_by: date | None = None
    origin: str = ""  # what was given to ingest: replaced as one when it is given again
    path: str = ""  # where in the origin it was read, for messages
    metadata: dict[str, Any] = field(default_factory=dict)
    questions: tuple[tuple[int, str], ...] = ()  # that a sentence answers: its start, and a question as it may be asked
    left_open: tuple[str, ...] = ()  # questions on its topic that neither it nor any other text answers

    def content_hash(self) -> str:
        """Hash of all that an answer could show of it; the place it was read from does not count."""
        content = asdict(replace(self, sections=tuple(replace(s, sentences=tuple(s.sentences)) for s in self.sections)))
        del content["path"]
        for name in ("questions", "left_open"):  # most texts have none: their hash is as it was before there were any
            if not content[name]:
                del content[name]
        return stable_hash(json.dumps(content, sort_keys=True, default=str, ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded and retrieved: a run of whole sentences inside one section."""

    id: str
    document_id: str
    section: int  # index into Document.sections
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    embedded_text: str  # title and heading, then the passage: what the vector stands for
    sentence_texts: tuple[str, ...]  # what the vectors of its sentences stand for: abbreviations are spelt out

    @property
    def embed_hash(self) -> str:
        """Equal texts have equal vectors (under one embedder): the key under which a vector is used again."""
        return stable_hash(self.embedded_text)

    @property
    def sentence_hash(self) -> str:
        """Equal for passages whose sentences have the same vectors."""
        return stable_hash(*self.sentence_texts)


def stable_hash(*parts: str) -> str:
    """Hex digest (128 bits) of the parts, the same on every machine; parts cannot run into each other."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
