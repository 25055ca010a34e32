"""What a target said, whichever it is: the answer in the one form that everything is measured on."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from evals.items import ANSWERED
from service.answer import Status

Place = Literal["premise", "bottom_line", "section", "conflict", "calculation", "text"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Quote(_Model):
    """Words that a statement rests on, and where they are said to stand."""

    reference: int | None = None
    text: str
    document_id: str | None = None
    start: int | None = None
    end: int | None = None


class Said(_Model):
    """One statement of an answer."""

    text: str
    place: Place = "text"
    heading: str = ""
    verbatim: bool = Field(False, description="Whether the target says that the statement is its quote, word for word.")
    citations: tuple[int, ...] = ()
    quotes: tuple[Quote, ...] = ()
    labels: tuple[str, ...] = ()


class Cited(_Model):
    """One entry of the list of references."""

    number: int
    title: str = ""
    source_id: str | None = None
    document_id: str | None = None
    text: str | None = Field(None, description="Words of the source that the target gives with the reference.")
    year: int | None = None
    status: str | None = None
    url: str | None = None


class Response(_Model):
    """An answer."""

    status: Status
    status_declared: bool = Field(True, description="False: read from the words, because the target gives no status.")
    title: str = ""
    standalone_question: str | None = None
    statements: tuple[Said, ...] = ()
    references: tuple[Cited, ...] = ()
    notices: tuple[str, ...] = ()
    disclaimer: str | None = None
    assumed: tuple[str, ...] = Field((), description="Assumptions of the question that the answer corrects.")
    not_found: tuple[str, ...] = ()
    other: tuple[str, ...] = Field((), description="What else the reader sees: assumptions, needs, next questions.")
    nearest: tuple[str, ...] = Field((), description="Passages shown as near to the question though not answering it.")
    confidence: float | None = None

    @property
    def answered(self) -> bool:
        """Whether it is an answer rather than a refusal to give one."""
        return self.status in ANSWERED

    @property
    def stated(self) -> str:
        """All statements as one text."""
        return " ".join(said.text for said in self.statements)

    @property
    def said_itself(self) -> str:
        """All words of the target's own that a reader sees: not the echo of the question, not the disclaimer, not the
        references, and not the passages that are shown as no answer.
        """
        parts = (self.title, *self.notices, *self.assumed, self.stated, *self.not_found, *self.other)
        return "\n".join(part for part in parts if part)
