"""Loads files as ``ingest`` does, for the tests of loaders."""

from __future__ import annotations

from pathlib import Path

from corpus.document import Document
from ingest.loaders import Failure, load_path
from tests.fakes import write_texts


def load(folder: Path, name: str, text: str | bytes) -> Document | Failure:
    """What the one file gives."""
    path = folder / name
    if isinstance(text, bytes):
        path.write_bytes(text)
    else:
        write_texts(folder, {name: text})
    (result,) = load_path(path, "tests")
    return result


def document(folder: Path, name: str, text: str | bytes) -> Document:
    """The document in the file."""
    result = load(folder, name, text)
    assert isinstance(result, Document), result
    return result


def reason(folder: Path, name: str, text: str | bytes) -> str:
    """Why the file cannot be read."""
    result = load(folder, name, text)
    assert isinstance(result, Failure), result
    assert result.path == name
    return result.reason


def quotes(found: Document) -> list[str]:
    """Its sentences, by their offsets."""
    return [found.text[s.start : s.end] for section in found.sections for s in section.sentences]
