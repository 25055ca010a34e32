"""A source on PubMedQA: abstracts of studies, without headings of their own."""

from __future__ import annotations

from pathlib import Path

from evals.datasets.beir import half, identifier, read_queries
from evals.datasets.suite import read_lines
from evals.learn.sources.source import Source, asked, is_left_out


def pubmedqa(folder: Path) -> Source:
    """All abstracts but those of half of the questions that may be learnt from, which have no answer so. Without a
    collection of both kinds the model takes the very form of an abstract for a sign that nothing is answered.
    """
    learnable = [query for query in read_queries(folder) if half(query["_id"]) == "dev"]
    about = {identifier(query["_id"]): str(query["metadata"]["doc_id"]) for query in learnable}
    left_out = {document for document in about.values() if is_left_out("pubmedqa", document)}
    entries = [entry for _, entry in read_lines(folder / "corpus.jsonl") if str(entry["_id"]) not in left_out]
    held = {str(entry["_id"]) for entry in entries}
    items = [
        asked(name, query["text"], about[name], about[name] in held)
        for query in learnable
        for name in (identifier(query["_id"]),)
    ]
    return Source("pubmedqa", {"pubmedqa": items}, lines=entries)
