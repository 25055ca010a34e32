"""What changed between two editions."""

from __future__ import annotations

from corpus.shelf import Shelf


def difference(shelf: Shelf, old: str, new: str) -> dict[str, list[str]]:
    """Ids of the documents ``added``, ``changed`` and ``removed`` from ``old`` to ``new``. Raises NotFoundError."""
    before, after = _hashes(shelf, old), _hashes(shelf, new)
    return {
        "added": sorted(after.keys() - before.keys()),
        "changed": sorted(i for i in after.keys() & before.keys() if after[i] != before[i]),
        "removed": sorted(before.keys() - after.keys()),
    }


def _hashes(shelf: Shelf, edition_id: str) -> dict[str, str]:
    edition = shelf.open(edition_id)
    try:
        return {i: content_hash for i, (_, content_hash, _) in edition.catalogue.document_hashes().items()}
    finally:
        edition.close()
