"""Questions beside ``NAME.md``: those that its sentences answer, in ``NAME.questions.yaml``, and those on its topic
that no text answers, in ``NAME.left-open.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.document import Section
from corpus.errors import BadInputError
from corpus.text import normalise
from ingest.loaders.front_matter import read_yaml

QUESTIONS_SUFFIX = ".questions.yaml"
LEFT_OPEN_SUFFIX = ".left-open.yaml"


class QuestionRow(BaseModel):
    """Questions that one sentence answers."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    begins: str = Field(min_length=1, description="The first words of the sentence, enough to be unique in the text.")
    asked: list[str] = Field(min_length=1, description="Questions that it answers, as people type them.")


def questions_file(text: Path) -> Path:
    """Where the questions of the text in the file ``text`` stand."""
    return text.with_name(text.stem + QUESTIONS_SUFFIX)


def left_open_file(text: Path) -> Path:
    """Where the questions stand that the text in the file ``text`` leaves open."""
    return text.with_name(text.stem + LEFT_OPEN_SUFFIX)


def read_left_open(file: Path) -> list[str]:
    """The questions in ``file``, a list; none where there is none. Raises BadInputError, which names the row."""
    values = _listed(file, "questions")
    for number, value in enumerate(values, start=1):
        if not isinstance(value, str) or not value.strip():
            raise BadInputError(f"{file.name}, row {number}: {value!r} is no question; put it into quotation marks")
    return [normalise(value) for value in values]


def read_questions(file: Path) -> list[QuestionRow]:
    """The rows of a file of questions; none where there is no such file. Raises BadInputError, which names the row."""
    values = _listed(file, "rows")
    rows = []
    for number, value in enumerate(values, start=1):
        try:
            rows.append(QuestionRow.model_validate(value))
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(map(str, fault["loc"])) or "row"
            raise BadInputError(f"{file.name}, row {number}: {where}: {fault['msg']}") from None
    return rows


def _listed(file: Path, of_what: str) -> list[Any]:
    """The list that a file of YAML is; empty where there is no such file. Raises BadInputError."""
    if not file.is_file():
        return []
    values = read_yaml(file.read_text(encoding="utf-8-sig"), file.name) or []
    if not isinstance(values, list):
        raise BadInputError(f"{file.name} is not a list of {of_what}")
    return values


def placed(rows: Sequence[QuestionRow], text: str, sections: Sequence[Section]) -> Iterator[tuple[int, str]]:
    """(start of the sentence, question) for each question, in the order of the rows.

    What begins as no sentence of the text does, or as several do, is left out: the text was changed since, and
    ``footnote library check`` tells.
    """
    starts: dict[str, list[int]] = {}
    spans = [(sentence.start, sentence.end) for section in sections for sentence in section.sentences]
    for row in rows:
        begins = normalise(row.begins)
        found = starts.setdefault(
            begins, [start for start, end in spans if text.startswith(begins, start) and start + len(begins) <= end]
        )
        if len(found) == 1:
            yield from ((found[0], normalise(question)) for question in row.asked)
