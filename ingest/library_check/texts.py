"""A text of a library as its check sees it: the document as it is stored, and the front matter it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from ingest.loaders.front_matter import FrontMatter, split_front_matter


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence by its stored offsets, with the keys of the sources that its mark names; none without a mark."""

    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LibraryText:
    """A digest or a text for patients."""

    file: Path
    document: Document
    head: FrontMatter
    sentences: tuple[MarkedSentence, ...]


def read_text(file: Path, document: Document) -> LibraryText:
    """The text in ``file``, from which ``document`` was loaded."""
    head, _ = split_front_matter(file.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
    keys: dict[str, str] = {}
    for key, entry in (head.sources or {}).items():
        keys.setdefault(entry.source().source_id, key)
    sentences = tuple(
        MarkedSentence(
            document.text[sentence.start : sentence.end],
            tuple(keys[source_id] for source_id in sentence.source_ids if source_id in keys),
        )
        for section in document.sections
        for sentence in section.sentences
    )
    return LibraryText(file, document, head, sentences)
