"""Footnote's side: ``footnote ingest``, then retrieval as the service does it.

``python -m evals.bench.footnote_side ingest|serve|start FOLDER DATA [QUESTIONS]``
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from corpus.embedding import load_embedder
from corpus.glossary import shipped_glossary
from corpus.settings import Settings
from corpus.shelf import Shelf
from evals.bench.measured import serve_and_measure
from service.retrieval import OpenedEdition, Retriever

ROOT = Path(__file__).resolve().parents[2]
HITS = 8


def open_search(data: Path) -> Callable[[str], list[str]]:
    """Searches the current edition; gives the texts of the best passages."""
    settings = Settings(data=data)
    edition = OpenedEdition(Shelf(settings.shelf_directory).open())
    retriever = Retriever(edition, load_embedder(settings), shipped_glossary())
    return lambda question: [hit.text for hit in retriever.search(question, HITS)]


def ingest(folder: Path, data: Path) -> None:
    """Ingest as an admin does."""
    command = [sys.executable, str(ROOT / "footnote.py"), "ingest", "--json", "--data", str(data), str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main(action: str, folder: str, data: str, questions: str = "[]") -> None:
    """Do one thing and print what was measured as JSON."""
    if action == "ingest":
        ingest(Path(folder), Path(data))
        print(json.dumps({}))
        return
    search, asked = open_search(Path(data)), json.loads(questions)
    print(json.dumps(serve_and_measure(search, asked) if action == "serve" else {"found": len(search(asked[0]))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
