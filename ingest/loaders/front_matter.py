"""YAML front matter of Markdown documents: what they are and on which sources they rest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from corpus.document import EvidenceKind, Source, SourceStatus, valid_doi
from corpus.errors import BadInputError

_YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same in C: eight times as fast

Text = Annotated[
    str, BeforeValidator(lambda value: str(value).strip() if isinstance(value, (int, float, date)) else value)
]


class SourceEntry(BaseModel):
    """One source of the front matter."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    title: Text = Field(min_length=1)
    kind: EvidenceKind
    organisation: str | None = None
    authors: str | None = None
    year: int | None = Field(None, ge=1800, le=2100)
    jurisdiction: str | None = None
    status: SourceStatus = SourceStatus.CURRENT
    superseded_by: Text | None = None
    url: str | None = Field(None, pattern=r"^https?://\S+$")
    doi: str | None = None
    pmid: Text | None = Field(None, pattern=r"^\d{1,9}$")
    licence: str | None = None

    @model_validator(mode="after")
    def _check(self) -> SourceEntry:
        if self.doi is not None and not valid_doi(self.doi):
            raise ValueError(f"{self.doi!r} is no DOI (10.…/…)")
        return self

    def source(self) -> Source:
        """The entry as a Source."""
        return Source(**self.model_dump())


class FrontMatter(BaseModel):
    """The front matter of a document. Only the title is required, and that only where the text has no heading."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    id: Text | None = Field(None, min_length=1, max_length=200)
    title: Text | None = None
    kind: str = Field("document", pattern="^(document|digest|patient)$")
    topics: list[Text] = []
    audience: str = Field("clinician", pattern="^(clinician|patient|student|researcher)$")
    jurisdiction: str | None = None
    licence: str | None = None
    reviewed_by: str | None = None
    written: date | None = None
    review_by: date | None = None
    sources: dict[str, SourceEntry] | None = None
    source: SourceEntry | None = Field(
        None, description="The document's own bibliographic entry, where it is the source."
    )


def read_yaml(text: str, what: str) -> Any:
    """The value of a YAML text of ours. Raises BadInputError, in which ``what`` is what the text is called."""
    try:
        return yaml.load(text, _YAML_LOADER)  # noqa: S506 - both are safe loaders
    # besides its own errors: ValueError for a date that is none, RecursionError for what is nested too deeply
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadInputError(f"{what} is not YAML ({' '.join(str(error).split())})") from None


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Front matter and body of a Markdown text. Raises BadInputError naming the field that is wrong."""
    if not text.startswith("---\n"):
        return FrontMatter(), text
    head, separator, body = f"{text[3:]}\n".partition("\n---\n")
    if not separator:
        raise BadInputError("the front matter is not closed by a line of three hyphens")
    values = read_yaml(head, "the front matter") or {}
    if not isinstance(values, dict):
        raise BadInputError("the front matter is not a list of fields")
    try:
        return FrontMatter.model_validate(values), body
    except ValidationError as error:
        raise BadInputError("; ".join(_messages(error.errors()))) from None


def _messages(errors: Iterable[Any]) -> list[str]:
    return [f"{'.'.join(str(part) for part in error['loc']) or 'front matter'}: {error['msg']}" for error in errors]
