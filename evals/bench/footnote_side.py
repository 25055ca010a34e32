"""Footnote's side: ``footnote ingest``, then retrieval as the service does it.

``python -m evals.bench.footnote_side ingest|serve|start FOLDER DATA [QUESTIONS]``
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from corpus.embedding import load_embedder
from corpus.glossary import shipped_glossary
from corpus.settings import Settings
from corpus.shelf import Shelf
from evals.bench.measured import Search, run_side
from service.retrieval import OpenedEdition, Retriever

ROOT = Path(__file__).resolve().parents[2]
HITS = 8


def open_search(data: Path) -> Search:
    """Searches the current edition; gives the texts of the best passages."""
    settings = Settings(data=data)
    edition = OpenedEdition(Shelf(settings.shelf_directory).open())
    retriever = Retriever(edition, load_embedder(settings), shipped_glossary())
    return lambda question: [hit.text for hit in retriever.search(question, HITS)]


def ingest(folder: Path, data: Path) -> None:
    """Ingest as an admin does."""
    command = [sys.executable, str(ROOT / "footnote.py"), "ingest", "--json", "--data", str(data), str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    run_side(ingest, open_search, *sys.argv[1:])
