"""The commands run in this process, on a small library."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpus.embedding import Embedder
from footnote import main
from service.library import Library
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


class Done(NamedTuple):
    """A command that has run."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """What it printed."""
        return json.loads(self.out)

    def refused(self, words: str) -> bool:
        """Whether it ended with exit code 2 and one line that has ``words``."""
        return self.code == 2 and not self.out and self.err.count("\n") == 1 and words in self.err


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

    def run_footnote(*arguments: str) -> Done:
        capfd.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        assert isinstance(stopped.value.code, int)
        return Done(stopped.value.code, *capfd.readouterr())

    return run_footnote


def write_lines(path: Path, *entries: Mapping[str, Any] | str) -> Path:
    """A JSONL file."""
    lines = [entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) for entry in entries]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
