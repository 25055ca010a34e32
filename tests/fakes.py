"""Deterministic stand-ins for what is slow, and texts to ingest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from corpus.document import stable_hash
from corpus.embedding import Vectors
from corpus.text import terms

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass
class HashingEmbedder:
    """A bag of hashed words: texts that share words are near, and nothing has to be loaded.

    ``embedded`` holds all texts in the order in which they were embedded. ``name`` is part of the fingerprint and of
    every vector, as another model's would be.
    """

    name: str = "hashing"
    dimension: int = 64
    max_tokens: int = 64
    embedded: list[str] = field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        """Name and sizes."""
        return f"{self.name}-{self.dimension}-{self.max_tokens}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See :class:`corpus.embedding.Embedder`."""
        self.embedded += texts
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row, 0] = 0.1  # so that a text without words has a direction, too
            for term in terms(" ".join(_WORD.findall(text)[: self.max_tokens - 2])):
                number = int(stable_hash(self.name, term)[:12], 16)
                vectors[row, number % self.dimension] += 1.0 if number >> 40 & 1 else -1.0
            if not vectors[row].any():
                vectors[row, 0] = 1.0
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Words and signs."""
        return [len(_WORD.findall(text)) for text in texts]


def write_texts(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write files, names with slashes in folders below; returns ``folder``."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def digest(identifier: str, body: str, **sources: Mapping[str, object]) -> str:
    """The Markdown of a digest; without ``sources`` it has one guideline with the key ``g``.

    ``sources``: fields of a source by its key, over those of a current guideline with a URL of its own.
    """
    lines = [
        "---", f"id: {identifier}", f'title: "About {identifier}"', "kind: digest", "topics: [testing]",
        "audience: clinician", "jurisdiction: international", "licence: CC BY 4.0", "written: 2026-01-02",
        "reviewed_by:", "review_by: 2099-01-02", "sources:",
    ]  # fmt: skip
    for key, given in (sources or {"g": {}}).items():
        fields: dict[str, object] = {
            "title": f"Guideline {key}",
            "organisation": "A society",
            "year": 2024,
            "kind": "guideline",
            "jurisdiction": "EU",
            "status": "current",
            "url": f"https://example.org/{key}",
            **given,
        }
        lines += [f"  {key}:", *(f'    {name}: "{value}"' for name, value in fields.items() if value is not None)]
    return "\n".join([*lines, "---", body]) + "\n"
