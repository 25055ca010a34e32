"""The commands run in this process, on a small library."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from corpus.embedding import Embedder
from service.library import Library
from tests.command import Done, run_footnote
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "varices.md": digest(
        "varices",
        "## Treatment\n\nCarvedilol is recommended to prevent variceal bleeding in cirrhosis [@g].\n\n"
        "Terlipressin is recommended in acute variceal bleeding at 2 mg every 4 hours [@g].\n\n"
        "## Harms\n\nTerlipressin causes ischaemia in variceal bleeding [@g].",
        g={"doi": "10.1000/varices", "organisation": "A [society] of [/hepatology]"},
    ),
    "gout.md": digest("gout", "## Treatment\n\nGout flares are treated with colchicine [@g].", g={"doi": "10.1000/gout"}),
}  # fmt: skip
Run = Callable[..., Done]


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    """The library that the commands answer from."""
    return library_of(TEXTS)


@pytest.fixture
def run(
    library: Library,
    embedder: Embedder,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Runs ``footnote`` with the library's data."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOOTNOTE_DATA", str(library.settings.data.absolute()))
    monkeypatch.setattr("service.library.load_embedder", lambda settings: embedder)

    return partial(run_footnote, capfd)


def write_lines(path: Path, *entries: Mapping[str, Any] | str) -> Path:
    """A JSONL file."""
    lines = [entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) for entry in entries]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
