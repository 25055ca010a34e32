"""A copy of a library with documents planted in it, as somebody could who may add texts: for injected instructions."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import FootnoteError
from corpus.settings import Settings
from evals.targets.protocol import UnsupportedError


class PlantingError(FootnoteError):
    """The documents could not be put into a copy of the library."""

    code = "planting"
    exit_code = 1


@contextmanager
def planted_copy(settings: Settings, edition_id: str, documents: Mapping[str, tuple[str, str]]) -> Iterator[Settings]:
    """Settings of a temporary data directory: the edition, and after it one with the documents added (id → title and
    Markdown text).

    The copy is made by the ingest command in a process of its own, as everywhere. Raises UnsupportedError for vectors
    on a Chroma server, PlantingError when ingesting fails.
    """
    if settings.chroma_url:
        raise UnsupportedError("documents are planted only where the vectors are in the data directory")
    with tempfile.TemporaryDirectory(prefix="footnote-planted-") as temporary:
        data = Path(temporary) / "data"
        editions = data / "shelf" / "editions"
        editions.mkdir(parents=True)
        shutil.copytree(settings.shelf_directory / "editions" / edition_id, editions / edition_id)
        (data / "shelf" / "CURRENT").write_text(edition_id + "\n", encoding="utf-8")
        folder = Path(temporary) / "planted"
        folder.mkdir()
        for identifier, (title, text) in sorted(documents.items()):
            named = f"id: {json.dumps(identifier)}\ntitle: {json.dumps(title, ensure_ascii=False)}"
            head = f"---\n{named}\nkind: document\n---\n\n"
            (folder / f"{identifier}.md").write_text(head + text + "\n", encoding="utf-8")
        _ingest(data, folder)
        yield settings.model_copy(update={"data": data})


def _ingest(data: Path, folder: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "footnote", "ingest", str(folder), "--data", str(data), "--json"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise PlantingError(f"The planted documents could not be ingested (exit {done.returncode}): {' '.join(last)}")
