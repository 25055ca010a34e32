"""A library with one sound digest, which a test breaks in one place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from ingest.library_check import check_library
from tests.fakes import digest, write_texts

KEYS = ("a", "b")
SENTENCES = {
    f"{word} in cirrhosis is treated with drug number {number} in hospital by a ward team": KEYS[number % 2]
    for number, word in enumerate(f"Condition{letter}" for letter in "abcdefghijklmnopqrstuvwxyzABC")
}
SOURCES: dict[str, Mapping[str, object]] = {key: {"doi": f"10.1000/{key}", "pmid": "123"} for key in KEYS}


def body(sentences: Mapping[str, str] = SENTENCES) -> str:
    return "## Treatment\n\n" + "\n".join(f"{text} [@{key}]." for text, key in sentences.items())


def rows(sentences: Mapping[str, str] = SENTENCES) -> list[dict[str, Any]]:
    return [
        {
            "mark": key, "begins": " ".join(text.split()[:3]), "url": "https://example.org/x", "opened": "2026-01-02",
            "where": "page 3", "facts": "what was read there",
        }
        for text, key in sentences.items()
    ]  # fmt: skip


def write(folder: Path, text: str | None = None, evidence: Any = None, name: str = "ascites") -> Path:
    """A library with one digest, sound unless another text or evidence is given."""
    text = digest(name, body(), **SOURCES) if text is None else text
    evidence = rows() if evidence is None else evidence
    dumped = evidence if isinstance(evidence, str) else yaml.safe_dump(evidence)
    return write_texts(folder, {f"hepatology/{name}.md": text, f"hepatology/{name}.evidence.yaml": dumped})


def problems(folder: Path) -> list[str]:
    return [problem.problem for problem in check_library(folder).problems]
