"""Does an edition still hold what its manifest says?"""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.edition import CATALOGUE, CHROMA, DOCUMENT_FULLTEXT, FULLTEXT, VECTORS
from corpus.embedding.weights import file_sha256
from corpus.errors import DamagedEditionError
from corpus.manifest import GateResult, Manifest
from corpus.shelf import Shelf
from corpus.vectors import VectorFile, open_local, open_server
from ingest.build import fill_vectors, write_fulltext
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
        results.append(_manifest_gate(directory, manifest))
        results += reconcile(directory, edition_id, manifest.embedder.dimension, shelf.chroma_url)
    return results


def _manifest_gate(directory: Path, manifest: Manifest) -> GateResult:
    """Whether the manifest is this edition's, and counts what its catalogue holds."""
    catalogue = Catalogue(directory / CATALOGUE)
    try:
        found = catalogue.counts()
    finally:
        catalogue.close()
    if manifest.id != directory.name:
        return GateResult(gate="manifest", passed=False, detail=f"it is that of edition {manifest.id!r}")
    wrong = [
        f"{manifest.counts.get(name)} {name}, found {count}"
        for name, count in found.items()
        if manifest.counts.get(name) != count
    ]
    return GateResult(gate="manifest", passed=not wrong, detail="; ".join(wrong) or "counts what the catalogue holds")


def check_files(shelf: Shelf, edition_id: str) -> None:
    """Raises DamagedEditionError unless the edition's own files are as they were published."""
    directory = shelf.path(edition_id)
    for name, expected in Manifest.read(directory).files.items():
        path = directory / name
        if not path.is_file() or file_sha256(path) != expected:
            raise DamagedEditionError(
                f"Edition {edition_id} is damaged ({name} is not as published): roll back to another edition, or "
                "ingest everything anew with --only."
            )


def repair(shelf: Shelf, edition_id: str) -> None:
    """Build the vector index and the full text anew from the catalogue and ``vectors.f32``.

    Raises NotFoundError, BusyError, or DamagedEditionError when one of these two is not as it was published.
    """
    with shelf.builder() as building:
        check_files(shelf, edition_id)
        directory = shelf.path(edition_id)
        catalogue = Catalogue(directory / CATALOGUE)
        try:
            rows = catalogue.rows()
            write_fulltext(building, catalogue, rows, gone=[], create=True)
        finally:
            catalogue.close()
        index = (
            open_local(building / CHROMA, create=True, changes=len(rows))
            if shelf.chroma_url is None
            else open_server(shelf.chroma_url, edition_id, create=True)
        )
        try:
            file = VectorFile(directory / VECTORS, Manifest.read(directory).embedder.dimension)
            fill_vectors(index, file, rows)
        finally:
            index.close()
        for name in (
            (FULLTEXT, DOCUMENT_FULLTEXT, CHROMA) if shelf.chroma_url is None else (FULLTEXT, DOCUMENT_FULLTEXT)
        ):
            shutil.rmtree(directory / name, ignore_errors=True)
            (directory / name).parent.mkdir(exist_ok=True)
            (building / name).rename(directory / name)
