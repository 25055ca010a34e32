"""Conditions that a build has to meet before it is published."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import orjson

from corpus.catalogue import Catalogue
from corpus.edition import (
    CATALOGUE,
    CHROMA,
    DOCUMENT_FULLTEXT,
    FULLTEXT,
    LEFT_OPEN,
    LEFT_OPEN_LINES,
    QUESTION_LINES,
    QUESTIONS,
    SENTENCES,
    VECTORS,
)
from corpus.errors import FootnoteError
from corpus.fulltext import TantivyFullText
from corpus.manifest import GateResult
from corpus.vectors import HALF, VectorFile, open_local, open_server
from ingest.build import passage_terms
from ingest.loaders import Failure
from ingest.plan import Plan

_SAMPLE = 64
_NAMED = 20  # files that could not be read, in the detail of a gate


def reconcile(directory: Path, edition_id: str, dimension: int, chroma_url: str | None) -> list[GateResult]:
    """Every passage of the catalogue is in the vectors, in Chroma and in the full text: by counts, and by asking a
    sample.

    The sample's own vectors must be found by Chroma, and the sample's own words by the full text.
    """
    catalogue = Catalogue(directory / CATALOGUE)
    try:
        rows = catalogue.rows()
        sample = sorted(random.Random(edition_id).sample(rows, min(_SAMPLE, len(rows))))  # noqa: S311 - no secret
        results = [_vectors_gate(directory, rows, dimension, sample)]
        if (directory / SENTENCES).exists():  # earlier versions had none
            results.append(_sentences_gate(directory, catalogue, dimension, sample))
        if (directory / QUESTIONS).exists():
            results.append(_questions_gate(directory, dimension))
        if (directory / LEFT_OPEN).exists():
            results.append(_left_open_gate(directory, catalogue, dimension))
        results.append(_chroma_gate(directory, edition_id, rows, dimension, chroma_url, sample))
        results.append(_fulltext_gate(directory, catalogue, rows, sample))
        results.append(_document_fulltext_gate(directory, catalogue))
        return results
    finally:
        catalogue.close()


def _vectors_gate(directory: Path, rows: list[int], dimension: int, sample: list[int]) -> GateResult:
    file = VectorFile(directory / VECTORS, dimension)
    enough = not rows or len(file) > rows[-1]
    unit = enough and all(abs(float((vector * vector).sum()) - 1) < 1e-3 for vector in file.rows(sample))
    return GateResult(gate="vectors", passed=enough and unit, detail=f"{len(file)} vectors for {len(rows)} passages")


def _sentences_gate(directory: Path, catalogue: Catalogue, dimension: int, sample: list[int]) -> GateResult:
    file = VectorFile(directory / SENTENCES, dimension, HALF)
    lines = catalogue.sentence_rows().values()
    enough = all(first >= 0 and first + count <= len(file) for first, count in lines)
    unit = enough
    for passage in catalogue.passages(sample).values() if enough else ():
        vectors = file.rows(range(passage.sentence_row, passage.sentence_row + passage.sentence_count))
        unit = unit and bool((abs((vectors * vectors).sum(axis=1) - 1) < 1e-2).all())
    return GateResult(gate="sentences", passed=unit, detail=f"{len(file)} vectors of sentences")


def _questions_gate(directory: Path, dimension: int) -> GateResult:
    file, sentences = (
        VectorFile(directory / QUESTIONS, dimension, HALF),
        VectorFile(directory / SENTENCES, dimension, HALF),
    )
    lines = [sentence for sentence, _, _ in orjson.loads((directory / QUESTION_LINES).read_bytes())]
    placed = len(lines) == len(file) and all(0 <= line < len(sentences) for line in lines)
    return GateResult(gate="questions", passed=placed, detail=f"{len(file)} questions that sentences answer")


def _left_open_gate(directory: Path, catalogue: Catalogue, dimension: int) -> GateResult:
    file = VectorFile(directory / LEFT_OPEN, dimension, HALF)
    lines = [(of, text) for of, _, text in orjson.loads((directory / LEFT_OPEN_LINES).read_bytes())]
    placed = len(lines) == len(file) and lines == catalogue.left_open()
    return GateResult(gate="left open", passed=placed, detail=f"{len(file)} questions that no text answers")


def _chroma_gate(
    directory: Path, edition_id: str, rows: list[int], dimension: int, chroma_url: str | None, sample: list[int]
) -> GateResult:
    try:
        index = open_server(chroma_url, edition_id) if chroma_url else open_local(directory / CHROMA)
        try:
            count = index.count()
            file = VectorFile(directory / VECTORS, dimension)
            lost = [row for row in sample if not _finds(index.nearest(file.rows([row])[0], 50), row, file)]
        finally:
            index.close()
    except FootnoteError as error:
        return GateResult(gate="chroma", passed=False, detail=error.message)
    found = f"{len(sample) - len(lost)} of {len(sample)} found by their own vector"
    detail = f"{count} vectors for {len(rows)} passages; {found}"
    # An approximate index may miss a vector now and then; more than one in the sample is a fault.
    return GateResult(gate="chroma", passed=count == len(rows) and len(lost) <= 1, detail=detail)


def _finds(found: list[int], row: int, file: VectorFile) -> bool:
    """Whether ``row`` is among ``found``, or a twin with the same vector is."""
    if row in found or not found or found[0] >= len(file):
        return row in found
    return bool(file.similarity(file.rows([row])[0], found[:1])[0] > 0.99999)


def _fulltext_gate(directory: Path, catalogue: Catalogue, rows: list[int], sample: list[int]) -> GateResult:
    try:
        fulltext = TantivyFullText(directory / FULLTEXT)
    except FootnoteError as error:
        return GateResult(gate="full text", passed=False, detail=error.message)
    count = fulltext.count()
    lost = 0
    for entry in passage_terms(catalogue, sample):
        weights = dict.fromkeys((*entry.title, *entry.heading, *entry.body), 1.0)
        best = fulltext.search(weights, 20, {"title": 1.0, "heading": 1.0, "body": 1.0})
        lost += bool(weights) and entry.row not in [found for found, _ in best] and _distinct(best)
    detail = f"{count} entries for {len(rows)} passages; {len(sample) - lost} of {len(sample)} found by their own words"
    return GateResult(gate="full text", passed=count == len(rows) and lost <= 1, detail=detail)


def _document_fulltext_gate(directory: Path, catalogue: Catalogue) -> GateResult:
    try:
        count = TantivyFullText(directory / DOCUMENT_FULLTEXT).count()
    except FootnoteError as error:
        return GateResult(gate="full text of documents", passed=False, detail=error.message)
    expected = catalogue.counts()["documents"]
    detail = f"{count} entries for {expected} documents"
    return GateResult(gate="full text of documents", passed=count == expected, detail=detail)


def _distinct(best: list[tuple[int, float]]) -> bool:
    """False where the best hits all score the same: twins, among which any may stand first."""
    return len(best) < 2 or best[0][1] - best[-1][1] > 1e-6


def _first(failures: Sequence[Failure]) -> str:
    """The first of the files that could not be read, each with its reason; empty where all could."""
    named = "; ".join(f"{failure.path}: {failure.reason}" for failure in failures[:_NAMED])
    more = f"; and {len(failures) - _NAMED} more" if len(failures) > _NAMED else ""
    return f": {named}{more}" if failures else ""


def loss_gates(plan: Plan, before: int, after: int, max_failed_share: float, max_lost_share: float) -> list[GateResult]:
    """How many files could not be read, and how many documents the paths no longer give.

    ``before``: how many documents the given paths gave before; ``after``: how many the library will hold. That a single
    document is gone is an ordinary change in a folder of any size; documents that ``--only`` takes out are not lost.
    """
    failed = len(plan.failed) / plan.read if plan.read else 0.0
    lost = len(plan.lost) / before if before else 0.0
    return [
        GateResult(
            gate="unreadable",
            passed=failed <= max_failed_share,
            detail=f"{len(plan.failed)} of {plan.read} could not be read "
            f"({failed:.0%}; FOOTNOTE_MAX_FAILED_SHARE allows {max_failed_share:.0%})" + _first(plan.failed),
        ),
        GateResult(
            gate="lost",
            passed=lost <= max_lost_share or len(plan.lost) == 1,
            detail=f"{len(plan.lost)} of {before} documents would go "
            f"({lost:.0%}; FOOTNOTE_MAX_LOST_SHARE allows {max_lost_share:.0%})",
        ),
        GateResult(gate="not empty", passed=after > 0, detail=f"{after} documents"),
    ]
