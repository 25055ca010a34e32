"""Vectors of the questions that sentences answer, each with the line of its sentence.

A question as it is typed and the sentence of a guideline that answers it share few words; two questions share many
(document expansion by queries: Nogueira et al., arXiv:1904.08375, here written by the editors of a text).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import orjson

from corpus.catalogue import Catalogue
from corpus.document import stable_hash
from corpus.edition import QUESTION_LINES, QUESTIONS, Edition
from corpus.embedding import Embedder, Vectors
from corpus.glossary import shipped_glossary
from corpus.vectors import HALF
from ingest.kept_vectors import KeptVectors


def write_questions(
    directory: Path, catalogue: Catalogue, embedder: Embedder, reuse: Edition | None, models: Path
) -> int:
    """Write the vectors of all questions of ``catalogue`` and the lines of their sentences; returns how many there are.

    ``reuse``: an edition of the same embedder, whose vectors are used again for equal questions; ``models``: the
    directory in which those made before on this machine are kept. Nothing is written where no text has questions.
    """
    glossary = shipped_glossary()
    found: list[tuple[int, str]] = []
    lines: dict[int, int] = {}
    before = None
    for document_id, start, text in catalogue.questions():
        if document_id != before:
            before, lines = document_id, catalogue.sentence_lines(document_id)
        if start in lines:  # a sentence that no passage holds is not looked for
            found.append((lines[start], text))
    for name in (QUESTIONS, QUESTION_LINES):
        (directory / name).unlink(missing_ok=True)
    if found:
        found.sort(key=lambda item: item[0])
        spelt = [glossary.spelt_out(text, every_name=True) for _, text in found]
        hashes = [stable_hash(text) for text in spelt]
        kept = KeptVectors(models, embedder)
        vectors = _vectors(spelt, hashes, embedder, reuse, kept)
        kept.keep(hashes, vectors)
        (directory / QUESTIONS).write_bytes(np.ascontiguousarray(vectors, dtype=HALF).tobytes())
        lines_of = [[line, made, text] for (line, text), made in zip(found, hashes, strict=True)]
        (directory / QUESTION_LINES).write_bytes(orjson.dumps(lines_of))
    return len(found)


def _vectors(
    texts: list[str], hashes: list[str], embedder: Embedder, reuse: Edition | None, kept: KeptVectors
) -> Vectors:
    known: dict[str, int] = {}
    if reuse is not None and reuse.question_file is not None:
        known = {line.embedded: row for row, line in enumerate(reuse.question_lines)}
    result = np.zeros((len(texts), embedder.dimension), dtype=np.float32)
    old = [(position, known[made]) for position, made in enumerate(hashes) if made in known]
    if old and reuse is not None and reuse.question_file is not None:
        result[[position for position, _ in old]] = reuse.question_file.rows([row for _, row in old])
    fresh: dict[str, list[int]] = {}
    for position, (text, made) in enumerate(zip(texts, hashes, strict=True)):
        if made in known:
            continue
        vector = kept.get(made)
        if vector is not None:
            result[position] = vector
        else:
            fresh.setdefault(text, []).append(position)
    for vector, positions in zip(embedder.embed(list(fresh)), fresh.values(), strict=True):
        result[positions] = vector
    return result
