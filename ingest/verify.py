"""Does an edition still hold what its manifest says?"""

from __future__ import annotations

import shutil

from corpus.catalogue import Catalogue
from corpus.edition import CATALOGUE, CHROMA, DOCUMENT_FULLTEXT, FULLTEXT, VECTORS
from corpus.embedding.weights import file_sha256
from corpus.manifest import GateResult, Manifest
from corpus.shelf import Shelf
from corpus.vectors import VectorFile, open_local, open_server
from ingest.build import write_fulltext
from ingest.gates import reconcile


def verify(shelf: Shelf, edition_id: str) -> list[GateResult]:
    """Hashes of our own files, then the indexes against the catalogue. Raises NotFoundError or DamagedEditionError."""
    directory = shelf.path(edition_id)
    manifest = Manifest.read(directory)
    results: list[GateResult] = []
    for name, expected in manifest.files.items():
        path = directory / name
        same = path.is_file() and file_sha256(path) == expected
        results.append(GateResult(gate=name, passed=same, detail="as published" if same else "changed or missing"))
    if all(result.passed for result in results):
        results += reconcile(directory, edition_id, manifest.embedder.dimension, shelf.chroma_url)
    return results


def repair(shelf: Shelf, edition_id: str) -> None:
    """Build the vector index and the full text anew from the catalogue and ``vectors.f32``, which must be intact."""
    directory = shelf.path(edition_id)
    manifest = Manifest.read(directory)
    with shelf.builder() as building:
        catalogue = Catalogue(directory / CATALOGUE)
        try:
            rows = catalogue.rows()
            write_fulltext(building, catalogue, rows, gone=[], create=True)
        finally:
            catalogue.close()
        local = shelf.chroma_url is None
        index = open_local(building / CHROMA, create=True) if local else open_server(shelf.chroma_url or "", edition_id, create=True)
        file = VectorFile(directory / VECTORS, manifest.embedder.dimension)
        for start in range(0, len(rows), 5000):
            index.add(rows[start : start + 5000], file.rows(rows[start : start + 5000]))
        index.close()
        for name in (FULLTEXT, DOCUMENT_FULLTEXT, CHROMA) if local else (FULLTEXT, DOCUMENT_FULLTEXT):
            shutil.rmtree(directory / name, ignore_errors=True)
            (directory / name).parent.mkdir(exist_ok=True)
            (building / name).rename(directory / name)
