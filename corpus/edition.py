"""An edition opened for reading: one immutable state of the library with its indexes."""

from __future__ import annotations

import fcntl
import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from corpus.catalogue import Catalogue
from corpus.embedding.protocol import Embedder
from corpus.errors import DamagedEditionError, EmbedderError, NotFoundError
from corpus.fulltext import TantivyFullText
from corpus.manifest import Manifest
from corpus.vectors import HALF, VectorFile, VectorIndex, open_local, open_server

CATALOGUE = "catalogue.sqlite"
VECTORS = "vectors.f32"
SENTENCES = "sentences.f16"
QUESTIONS = "questions.f16"  # of questions that sentences answer; only where a text has any
QUESTION_LINES = "questions.json"  # of each what it stands for: [[sentence, embedded, text], …]
LEFT_OPEN = "left_open.f16"  # of questions that no text answers; only where a text has any
LEFT_OPEN_LINES = "left_open.json"  # of each what it stands for: [[document, embedded, text], …]
CHROMA = "chroma"
FULLTEXT = "fulltext/passages"
DOCUMENT_FULLTEXT = "fulltext/documents"
LOCK = "in-use.lock"


class QuestionLine(NamedTuple):
    """A question that a sentence answers."""

    sentence: int  # line of the sentence in SENTENCES
    embedded: str  # hash of the text that was embedded
    text: str


class OpenLine(NamedTuple):
    """A question on a document's topic that no text answers."""

    document: str
    embedded: str  # hash of the text that was embedded
    text: str


class Edition:
    """Reads one edition. Holds a shared lock on it until closed, so that pruning leaves it alone."""

    def __init__(self, directory: Path, chroma_url: str | None = None) -> None:
        """Raises DamagedEditionError when a part of the edition is missing, NotFoundError when all of it is."""
        self.directory = directory
        self._closing = ExitStack()
        with ExitStack() as opened:  # what was opened is closed again when a later part is missing
            opened.callback(os.close, _shared_lock(directory))
            self.manifest = Manifest.read(directory)
            self.catalogue = Catalogue(directory / CATALOGUE)
            opened.callback(self.catalogue.close)
            self.vector_file = VectorFile(directory / VECTORS, self.manifest.embedder.dimension)
            # Editions of earlier versions have no vectors of sentences: PassageRow.sentence_row is -1 in them.
            self.sentence_file = (
                VectorFile(directory / SENTENCES, self.manifest.embedder.dimension, HALF)
                if SENTENCES in self.manifest.files
                else None
            )
            self.question_file, lines = self._vectors_with_lines(QUESTIONS, QUESTION_LINES)
            self.question_lines = tuple(QuestionLine(*values) for values in lines)
            self.left_open_file, lines = self._vectors_with_lines(LEFT_OPEN, LEFT_OPEN_LINES)
            self.left_open_lines = tuple(OpenLine(*values) for values in lines)
            self.fulltext = TantivyFullText(directory / FULLTEXT)
            self.document_fulltext = TantivyFullText(directory / DOCUMENT_FULLTEXT)
            self.vectors: VectorIndex = (
                open_server(chroma_url, self.manifest.id) if chroma_url else open_local(directory / CHROMA)
            )
            opened.callback(self.vectors.close)
            self._closing = opened.pop_all()

    def _vectors_with_lines(self, vectors: str, lines: str) -> tuple[VectorFile | None, list[tuple[Any, str, str]]]:
        """Vectors of questions, and of each three values that tell what it stands for; none where there are none."""
        if vectors not in self.manifest.files:
            return None, []
        file = VectorFile(self.directory / vectors, self.manifest.embedder.dimension, HALF)
        path = self.directory / lines
        try:
            return file, [(of, embedded, text) for of, embedded, text in orjson.loads(path.read_bytes())]
        except (OSError, ValueError, TypeError) as error:
            raise DamagedEditionError(
                f"{path} cannot be read ({error}): roll back or ingest everything with --only."
            ) from error

    @property
    def id(self) -> str:
        """The edition's id."""
        return self.manifest.id

    def require(self, embedder: Embedder) -> None:
        """Raises EmbedderError unless ``embedder`` is the one that made this edition's vectors."""
        if embedder.fingerprint != self.manifest.embedder.fingerprint:
            raise EmbedderError(
                f"Edition {self.id} was built with the embedder {self.manifest.embedder.name!r}, not with the one that "
                "is set: "
                "set FOOTNOTE_EMBEDDER to it, or run 'footnote ingest' to build an edition with the new one."
            )

    def close(self) -> None:
        """Let go of files, connections and the lock."""
        self._closing.close()


def _shared_lock(directory: Path) -> int:
    """Raises NotFoundError when the edition is gone."""
    path = directory / LOCK
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except FileNotFoundError:
        raise NotFoundError(f"There is no edition {directory.name!r} any more.") from None
    except OSError as error:
        raise DamagedEditionError(
            f"The edition in {directory} cannot be opened: {error.strerror}. The data directory must be writable for "
            "whoever reads it, too: Chroma writes into what it opens."
        ) from error
    fcntl.flock(handle, fcntl.LOCK_SH)
    if not path.exists():  # it was removed while its remover held the lock
        os.close(handle)
        raise NotFoundError(f"There is no edition {directory.name!r} any more.")
    return handle
