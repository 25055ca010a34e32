"""``footnote search``."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from corpus.command_line import data_option, json_option, print_json
from corpus.errors import BadInputError
from corpus.settings import settings_of_library
from service.commands.files import read_objects, written_whole
from service.library import Library
from service.retrieval import Hit, Retriever, Weights

DEPTH = 100  # documents a query in a TREC run


@click.command()
@click.argument("query", required=False)
@click.option("-k", "k", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many passages.")
@click.option("--edition", default=None, metavar="ID", help="Search this edition instead of the current one.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="BEIR queries.jsonl: {_id, text} a line.",
)
@click.option(
    "--trec",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Write --batch as a TREC run to this file.",
)
@data_option
@json_option
def search(
    query: str | None,
    k: int,
    edition: str | None,
    batch: Path | None,
    trec: Path | None,
    data: Path | None,
    as_json: bool,
) -> None:
    """Retrieve passages for QUERY, without an answer.

    --batch with --trec writes a TREC run: documents (their _id) once each, at their best passage, to depth 100.
    """
    if (query is None) == (batch is None):
        raise BadInputError("Give one query, or --batch FILE with --trec FILE.")
    if (batch is None) != (trec is None):
        raise BadInputError("--batch and --trec belong together: give both.")
    library = Library(settings_of_library(data=data))
    try:
        if batch is not None and trec is not None:
            _write_run(library, batch, trec, edition)
            return
        edition_id, hits = library.search(_searchable(query or "", "The query"), k, edition)
    finally:
        library.close()
    if as_json:
        print_json({"edition": edition_id, "hits": [_as_json(hit) for hit in hits]})
        return
    console = Console(highlight=False, markup=False)
    for number, hit in enumerate(hits, start=1):
        place = " › ".join(part for part in (hit.title, hit.section) if part)
        console.print(f"{number}. {place}  ({hit.score:.3f}, {hit.document_id})", style="bold")
        console.print(f"   {hit.text}\n")
    if not hits:
        console.print("Nothing was found.")


def _searchable(query: str, name: str) -> str:
    """The query. Raises BadInputError for one without words, or that is no Unicode text."""
    if any("\ud800" <= character <= "\udfff" for character in query):
        raise BadInputError(f"{name} holds half a character (a lone surrogate): send valid Unicode text.")
    if not any(character.isalnum() for character in query):
        raise BadInputError(f"{name} has no words to search for.")
    return query


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "passage_id": hit.passage_id,
        "document_id": hit.document_id,
        "section": hit.section,
        "score": round(hit.score, 6),
        "text": hit.text,
    }


def _write_run(library: Library, batch: Path, trec: Path, edition: str | None) -> None:
    """Write the run. Scores fall from rank to rank, since evaluators order by score and break ties otherwise."""
    queries = _read_queries(batch)
    with written_whole(trec) as file:
        for query_id, text in track(
            queries, "searching", console=Console(stderr=True), disable=not sys.stderr.isatty()
        ):
            below = float("inf")
            for rank, (document_id, score) in enumerate(best_documents(library, text, edition), start=1):
                below = min(round(score, 6), round(below - 1e-6, 6))
                _name_in_run(document_id, "The library")
                file.write(f"{query_id} Q0 {document_id} {rank} {below:.6f} footnote\n")


def best_documents(library: Library, text: str, edition: str | None) -> list[tuple[str, float]]:
    """The best 100 documents for ``text``, each once at its best passage, best first."""
    depth, weights = DEPTH, Weights()
    found: dict[str, float] = {}
    with library.using(edition) as reading:
        retriever, passages = reading.retriever, reading.edition.manifest.counts["passages"]
        while True:
            hits = retriever.search(text, depth)
            for hit in hits:
                found.setdefault(hit.document_id, hit.score)
            if len(found) >= DEPTH or (len(hits) < depth and weights.depth >= passages):
                return list(found.items())[:DEPTH]
            if len(hits) < depth:  # long documents have taken the places: what is below them comes from a wider search
                weights = replace(weights, depth=weights.depth * 4, document_depth=weights.document_depth * 4)
                retriever = Retriever(reading.opened, library.embedder, library.glossary, weights)
            depth *= 2


def _name_in_run(name: str, place: str) -> str:
    """An id as a TREC run has it, whose fields are parted by white space. Raises BadInputError."""
    if len(name.split()) != 1:
        raise BadInputError(f"{place} has the id {name!r}; an id in a TREC run has no white space.")
    return name


def _read_queries(batch: Path) -> list[tuple[str, str]]:
    queries = []
    for place, entry in read_objects(batch):
        if "_id" not in entry or not isinstance(entry.get("text"), str):
            raise BadInputError(f"{place} needs '_id' and 'text'.")
        queries.append((_name_in_run(str(entry["_id"]), place), _searchable(entry["text"], f"{place}: the query")))
    return queries
