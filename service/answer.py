"""The answer: the contract between Footnote and whoever asks. Field names here are public and stable."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Audience(StrEnum):
    """Who reads the answer."""

    CLINICIAN = "clinician"
    PATIENT = "patient"
    STUDENT = "student"
    RESEARCHER = "researcher"


class Mode(StrEnum):
    """Which composer writes."""

    EXTRACTIVE = "extractive"
    GENERATIVE = "generative"


class Status(StrEnum):
    """How the question was met."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    INSUFFICIENT_EVIDENCE = "insufficient_evidence"
    EMERGENCY = "emergency"
    OUT_OF_SCOPE = "out_of_scope"
    DECLINED = "declined"
    UNSUPPORTED_LANGUAGE = "unsupported_language"


class StatementType(StrEnum):
    """How a statement's words came about."""

    QUOTED = "quoted"  # the source's own sentence
    FRAMED = "framed"  # a fixed template around quoted spans
    GENERATED = "generated"  # a language model's words, checked against the spans
    COMPUTED = "computed"  # a formula, which it cites


class Model(BaseModel):
    """Base of all parts of the contract."""

    # what is always sent is told so in the OpenAPI document, though it has a default here
    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class Evidence(Model):
    """The span that a statement rests on. ``quote == text[start:end]`` of the document, in Unicode code points."""

    reference: int = Field(ge=1, description="Number in the list of references.")
    quote: str = Field(min_length=1)
    quote_of: Literal["source", "digest"] = Field(
        description="Whether the quote is the source's own words, or those of Footnote's summary of it."
    )
    document_id: str
    passage_id: str
    section: str = Field(description="Headings above the quote, outermost first, joined by ' › '.")
    page: int | None = None
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    locator: str | None = Field(None, description="Address of the source that leads as near to the place as can be.")
    strength: str | None = Field(None, description="Strength of recommendation in the source's own scheme.")
    certainty: str | None = Field(
        None, description="Certainty of evidence in the source's own scheme (GRADE, for example)."
    )


class Support(Model):
    """What the grounding gate found."""

    verdict: Literal["supported"] = "supported"
    score: float = Field(ge=0, le=1, description="1 where the statement is the quote itself.")
    checks: list[str] = Field(description="Names of the checks that were passed.")


class Statement(Model):
    """One sentence of an answer."""

    text: str = Field(min_length=1)
    type: StatementType
    labels: list[str] = Field(default_factory=list, description="animal, laboratory, weak, dated, due_for_review …")
    citations: list[int] = Field(min_length=1, description="Numbers of references, in order of first use.")
    support: Support
    evidence: list[Evidence] = Field(min_length=1)


class AnswerSection(Model):
    """A headed part of the answer; at most two levels."""

    heading: str
    ordered: bool = Field(False, description="Whether the statements are steps in order.")
    statements: list[Statement] = Field(default_factory=list)
    sections: list[AnswerSection] = Field(default_factory=list)


class Via(Model):
    """The digest through which a source is cited."""

    document_id: str
    title: str


class Reference(Model):
    """One numbered source."""

    number: int = Field(ge=1)
    source_id: str
    organisation: str | None = None
    authors: str | None = None
    title: str
    year: int | None = None
    kind: str
    jurisdiction: str | None = None
    status: str
    url: str | None = None
    doi: str | None = None
    pmid: str | None = None
    via: Via | None = Field(
        None, description="The digest through which it is cited; null where the source itself is quoted."
    )


class Notice(Model):
    """A fixed text without a citation."""

    kind: str = Field(
        description="emergency, self_harm, missing_evidence, no_recommendation …: docs/api.md lists them."
    )
    text: str


class Premise(Model):
    """Something the question takes for granted and the evidence contradicts."""

    assumed: str
    correction: Statement


class Conflict(Model):
    """Sources that differ, side by side."""

    about: str
    statements: list[Statement] = Field(min_length=2)


class Calculation(Model):
    """A score computed from values that the question gave."""

    name: str
    inputs: dict[str, str]
    score: float | None
    interpretation: Statement | None
    missing: list[str] = Field(default_factory=list)


class NearestPassage(Model):
    """A passage that comes near to what was asked, where nothing answers it."""

    passage_id: str
    document_id: str
    title: str
    section: str
    score: float = Field(ge=0, le=1)
    text: str


class Review(Model):
    """Whether a person has reviewed the answer."""

    status: Literal["unreviewed", "submitted", "under_review", "approved"] = "unreviewed"
    reviewer: str | None = None
    updated_at: str | None = None


class EditionStamp(Model):
    """The state of the library that was answered from."""

    id: str
    published_at: str


class EngineStamp(Model):
    """The program and the settings that answered."""

    version: str
    settings_hash: str


class Answer(Model):
    """The whole answer."""

    id: str
    conversation_id: str
    title: str
    question: str
    standalone_question: str = Field(description="What was searched: the question with what it refers to spelt out.")
    audience: Audience
    mode: Mode
    degraded: bool = False
    degraded_reason: str | None = None
    status: Status
    notices: list[Notice] = Field(default_factory=list)
    premise: list[Premise] = Field(default_factory=list)
    bottom_line: Statement | None = None
    sections: list[AnswerSection] = Field(default_factory=list)
    references: list[Reference] = Field(default_factory=list)
    conflicts: list[Conflict] = Field(default_factory=list)
    calculations: list[Calculation] = Field(default_factory=list)
    assumptions: list[str] = Field(default_factory=list)
    needs: list[str] = Field(default_factory=list, description="What the asker should add.")
    not_found: list[str] = Field(default_factory=list, description="What was looked for and is not in the library.")
    nearest: list[NearestPassage] = Field(default_factory=list)
    follow_ups: list[str] = Field(default_factory=list)
    disclaimer: str = Field(min_length=1)
    review: Review = Field(default_factory=Review)
    edition: EditionStamp | None
    engine: EngineStamp
    created_at: str
    timings: dict[str, float] = Field(default_factory=dict, description="Milliseconds of each stage.")


class ChatRequest(Model):
    """A question."""

    message: str = Field(
        description="The question, or what is asked on.", examples=["How is acute variceal bleeding managed?"]
    )
    conversation_id: str | None = Field(
        None, description="The conversation that is gone on with; a new one without it."
    )
    article_id: str | None = Field(None, description="The article that is asked about.")
    audience: Audience = Audience.CLINICIAN
    mode: Mode | None = Field(None, description="Default: generative where a language model is set, else extractive.")
    edition: str | None = Field(None, description="Answer from this edition instead of the current one.")
    stream: bool = Field(False, description="Answer as server-sent events.")


def statements_of(answer: Answer) -> list[Statement]:
    """All statements of an answer in the order in which they are read."""
    found = [premise.correction for premise in answer.premise]
    if answer.bottom_line is not None:
        found.append(answer.bottom_line)
    for section in answer.sections:
        found.extend(_in_section(section))
    for conflict in answer.conflicts:
        found.extend(conflict.statements)
    found.extend(c.interpretation for c in answer.calculations if c.interpretation is not None)
    return found


def _in_section(section: AnswerSection) -> list[Statement]:
    found = list(section.statements)
    for inner in section.sections:
        found.extend(_in_section(inner))
    return found
