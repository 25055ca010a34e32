"""BEIR folders (Thakur et al. 2021, arXiv:2104.08663): ``queries.jsonl`` and ``qrels/*.tsv``."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from corpus.errors import BadInputError
from evals.datasets.suite import Suite, read_lines, require_unique
from evals.items import Item


def read_queries(folder: Path) -> list[dict[str, Any]]:
    """The queries of a folder. Raises BadInputError."""
    path = folder / "queries.jsonl"
    found = []
    for number, entry in read_lines(path):
        if "_id" not in entry or not str(entry.get("text") or "").strip():
            raise BadInputError(f"{path}:{number} needs '_id' and 'text'.")
        found.append({**entry, "_id": str(entry["_id"]), "metadata": entry.get("metadata") or {}})
    return found


def read_judgements(folder: Path, split: str | None = None) -> dict[str, dict[str, int]]:
    """Query → document → grade. ``split``: that file; None takes the only one, else 'test'. Raises BadInputError."""
    files = {path.stem: path for path in sorted((folder / "qrels").glob("*.tsv"))}
    name = split or (next(iter(files)) if len(files) == 1 else "test")
    if name not in files:
        raise BadInputError(f"{folder} has no judgements 'qrels/{name}.tsv'; it has: {', '.join(files) or 'none'}.")
    found: dict[str, dict[str, int]] = {}
    with files[name].open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t"), start=1):
            if number == 1 and row[:1] == ["query-id"]:
                continue
            try:
                query, document, grade = row
                found.setdefault(query, {})[document] = int(grade)
            except ValueError:
                raise BadInputError(
                    f"{files[name]}:{number} needs query, document and grade, parted by tabs."
                ) from None
    return found


def judged(folder: Path, split: str | None) -> list[tuple[dict[str, Any], Mapping[str, int]]]:
    """The queries that have judgements, with them: a query without would count nothing."""
    judgements = read_judgements(folder, split)
    return [(query, judgements[query["_id"]]) for query in read_queries(folder) if query["_id"] in judgements]


def beir(folder: Path, split: str | None = None) -> Suite:
    """Retrieval on any BEIR folder that has been ingested."""
    items = [
        Item(id=identifier(query["_id"]), question=query["text"], relevant=dict(relevant), split=half(query["_id"]))
        for query, relevant in judged(folder, split)
    ]
    return Suite(
        f"beir:{folder.name}",
        "retrieval: ranking of whole documents against the folder's judgements",
        "unjudged documents count as not relevant; says nothing of answers",
        require_unique(items, folder.name),
        tasks=("retrieve",),
    )


def half(query: str) -> Literal["dev", "test"]:
    """The half that a query belongs to, where a collection is parted for tuning: 'dev' where the SHA-256 of its id, as
    a number, is even. Figures are reported on 'test' (``--slice split=test``).
    """
    return "test" if hashlib.sha256(query.encode()).digest()[-1] % 2 else "dev"


def identifier(written: str) -> str:
    """An id of a query as an id of an item."""
    return "".join("_" if c.isspace() or c == "#" else c for c in written)
