"""Does every sentence have its row in the evidence file, and every row its sentence?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BadInputError
from corpus.text import normalise
from ingest.library_check.sentences import first_words
from ingest.library_check.texts import LibraryText
from ingest.loaders.front_matter import read_yaml

SUFFIX = ".evidence.yaml"


class EvidenceRow(BaseModel):
    """What was read for one sentence and one of its marks."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    mark: str = Field(min_length=1)
    begins: str = Field(min_length=1, description="The first words of the sentence, enough to be unique in the text.")
    url: str = Field(pattern=r"^https?://\S+$", description="The page that was opened.")
    opened: date
    where: str = Field(min_length=1, description="Where on the page it stands.")
    facts: str = Field(min_length=1, description="What was read there, with every number that the sentence uses.")


def evidence_file(file: Path) -> Path:
    """Where the evidence of the text in ``file`` stands."""
    return file.with_name(file.stem + SUFFIX)


def evidence_problems(text: LibraryText) -> Iterator[str]:
    """Rows that are missing, doubled, orphaned or incomplete."""
    path = evidence_file(text.file)
    if not path.is_file():
        yield f"there is no {path.name} beside it"
        return
    try:
        values = read_yaml(path.read_text(encoding="utf-8-sig"), path.name) or []
    except (BadInputError, UnicodeDecodeError) as error:
        yield f"{path.name} cannot be read: {error}"
        return
    if not isinstance(values, list):
        yield f"{path.name} is not a list of rows"
        return
    rows: list[EvidenceRow] = []
    for number, value in enumerate(values, start=1):
        try:
            rows.append(EvidenceRow.model_validate(value))
        except ValidationError as error:
            for fault in error.errors():
                yield f"{path.name}, row {number}: {'.'.join(map(str, fault['loc'])) or 'row'}: {fault['msg']}"
    yield from _match(text, path.name, rows)


def _match(text: LibraryText, name: str, rows: list[EvidenceRow]) -> Iterator[str]:
    counts = [dict.fromkeys(sentence.keys, 0) for sentence in text.sentences]
    for row in rows:
        begins = normalise(row.begins)
        found = [
            count
            for sentence, count in zip(text.sentences, counts, strict=True)
            if row.mark in count and sentence.text.startswith(begins)
        ]
        if len(found) == 1:
            found[0][row.mark] += 1
        else:
            yield f"{name}: {len(found)} sentences marked @{row.mark} begin {begins!r}, instead of one"
    for sentence, count in zip(text.sentences, counts, strict=True):
        for key, number in count.items():
            if number != 1:
                yield f"{name}: {number} rows for @{key}, instead of one: {first_words(sentence.text)}"
