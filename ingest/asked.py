"""Vectors of the questions that sentences answer, each with the line of its sentence, and of those that no text
answers, each with its document.

A question as it is typed and the sentence of a guideline that answers it share few words; two questions share many
(document expansion by queries: Nogueira et al., arXiv:1904.08375, here written by the editors of a text).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import orjson

from corpus.catalogue import Catalogue
from corpus.document import stable_hash
from corpus.edition import LEFT_OPEN, LEFT_OPEN_LINES, QUESTION_LINES, QUESTIONS, Edition
from corpus.embedding import Embedder, Vectors
from corpus.glossary import shipped_glossary
from corpus.vectors import HALF
from ingest.kept_vectors import KeptVectors


def write_questions(
    directory: Path, catalogue: Catalogue, embedder: Embedder, reuse: Edition | None, models: Path
) -> int:
    """Write the vectors of all questions of ``catalogue`` and what each stands for; returns how many there are.

    ``reuse``: an edition of the same embedder, whose vectors are used again for equal questions; ``models``: the
    directory in which those made before on this machine are kept. Nothing is written where no text has questions.
    """
    answered, left_open = sorted(_answered(catalogue), key=lambda asked: asked[0]), catalogue.left_open()
    for name in (QUESTIONS, QUESTION_LINES, LEFT_OPEN, LEFT_OPEN_LINES):
        (directory / name).unlink(missing_ok=True)
    texts = [text for _, text in (*answered, *left_open)]
    if texts:
        glossary = shipped_glossary()
        spelt = [glossary.spelt_out(text, every_name=True) for text in texts]
        hashes = [stable_hash(text) for text in spelt]
        kept = KeptVectors(models, embedder)
        vectors = _vectors(spelt, hashes, embedder, reuse, kept)
        kept.keep(hashes, vectors)
        cut = len(answered)
        _write(directory, (QUESTIONS, QUESTION_LINES), answered, hashes[:cut], vectors[:cut])
        _write(directory, (LEFT_OPEN, LEFT_OPEN_LINES), left_open, hashes[cut:], vectors[cut:])
    return len(texts)


def _answered(catalogue: Catalogue) -> list[tuple[int, str]]:
    """Each question that a sentence answers, with the line of the sentence."""
    found: list[tuple[int, str]] = []
    lines: dict[int, int] = {}
    before = None
    for document_id, start, text in catalogue.questions():
        if document_id != before:
            before, lines = document_id, catalogue.sentence_lines(document_id)
        if start in lines:  # a sentence that no passage holds is not looked for
            found.append((lines[start], text))
    return found


def _write(
    directory: Path, names: tuple[str, str], asked: Sequence[tuple[int | str, str]], hashes: Sequence[str],
    vectors: Vectors,
) -> None:  # fmt: skip
    if asked:
        (directory / names[0]).write_bytes(np.ascontiguousarray(vectors, dtype=HALF).tobytes())
        lines = [[of, made, text] for (of, text), made in zip(asked, hashes, strict=True)]
        (directory / names[1]).write_bytes(orjson.dumps(lines))


def _vectors(
    texts: list[str], hashes: list[str], embedder: Embedder, reuse: Edition | None, kept: KeptVectors
) -> Vectors:
    result = np.zeros((len(texts), embedder.dimension), dtype=np.float32)
    known = _known(reuse)
    fresh: dict[str, list[int]] = {}
    for position, (text, made) in enumerate(zip(texts, hashes, strict=True)):
        vector = known.get(made)
        if vector is None:
            vector = kept.get(made)
        if vector is not None:
            result[position] = vector
        else:
            fresh.setdefault(text, []).append(position)
    for vector, positions in zip(embedder.embed(list(fresh)), fresh.values(), strict=True):
        result[positions] = vector
    return result


def _known(reuse: Edition | None) -> dict[str, Vectors]:
    """The vectors of an edition's questions, by the hash of what was embedded."""
    known: dict[str, Vectors] = {}
    if reuse is not None:
        for file, lines in (
            (reuse.question_file, reuse.question_lines),
            (reuse.left_open_file, reuse.left_open_lines),
        ):
            if file is not None:
                known |= zip((line.embedded for line in lines), file.rows(range(len(file))), strict=True)
    return known
