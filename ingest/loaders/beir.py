"""BEIR folders: ``corpus.jsonl`` with ``_id``, ``title``, ``text`` and, if given, ``metadata`` (Thakur et al. 2021)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.document import Document, EvidenceKind, Source
from corpus.errors import BadInputError
from corpus.text import normalise
from ingest.loaders.failure import Failure
from ingest.loaders.layout import Layout
from ingest.loaders.lines import lay_out_lines

CORPUS = "corpus.jsonl"


class BeirLoader:
    """A folder with ``corpus.jsonl``, or that file itself. A line that cannot be read is a failure of that line."""

    suffixes = (".jsonl",)

    def takes(self, path: Path) -> bool:
        """A folder with a ``corpus.jsonl``, or a file of that name."""
        return (path / CORPUS).is_file() or (path.is_file() and path.name == CORPUS)

    def load(self, path: Path, name: str) -> Iterator[Document | Failure]:
        """One document a line, its own source. ``metadata`` may hold url, year, authors and kind of evidence."""
        file_path = path / CORPUS if path.is_dir() else path
        with file_path.open("rb") as file:  # decoded line by line, so that one bad line costs only itself
            for number, line in enumerate(file, start=1):
                if not line.strip():
                    continue
                place = f"{name}:{number}"
                try:
                    yield _document(line, place)
                except BadInputError as error:
                    yield Failure(place, error.message)


def _document(line: bytes, place: str) -> Document:
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInputError(f"the line is not UTF-8 text (byte {error.start})") from None
    except (ValueError, RecursionError) as error:
        raise BadInputError(f"the line is not JSON ({error})") from None
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise BadInputError("the line needs a text field 'text'")
    identifier = "" if entry.get("_id") is None else str(entry["_id"]).strip()
    if not identifier or not identifier.isprintable():
        raise BadInputError("the line needs an '_id' of printable characters")
    title = normalise(str(entry.get("title") or ""))
    source = _source(identifier, title, _mapping(entry.get("metadata")))
    layout = Layout(source.source_id)
    text = entry["text"]
    if title and text.startswith(title + "\n"):
        text = text[len(title) :]
    lay_out_lines(layout, text, join_lines=False)
    stored, sections = layout.finish()
    return Document(id=identifier, title=title, text=stored, sections=sections, sources=(source,), path=place)


def _source(identifier: str, title: str, metadata: dict[str, Any]) -> Source:
    year = str(metadata.get("year") or _mapping(metadata.get("meta")).get("year") or "")[:4]
    kind = str(metadata.get("kind") or "")
    url = metadata.get("url")
    return Source(
        title=title or identifier,
        kind=EvidenceKind(kind) if kind in set(EvidenceKind) else EvidenceKind.REFERENCE_TEXT,
        organisation=normalise(str(metadata["source"])) if metadata.get("source") else None,
        authors=normalise(str(metadata["authors"])) if metadata.get("authors") else None,
        year=int(year) if year.isdecimal() else None,
        url=normalise(url) if isinstance(url, str) and url.startswith(("http://", "https://")) else None,
        document_id=identifier,
    )


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
