"""Sources on MedQuAD: long texts for everybody, parted by headings, which the texts that ship do not resemble."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evals.datasets.beir import half, identifier, judged
from evals.datasets.suite import read_lines
from evals.items import Item
from evals.learn.sources.aspects import aspects, names_of, section_of
from evals.learn.sources.source import Source, asked, is_left_out, place

Entry = Mapping[str, Any]
DOCUMENTS = 900


def medquad(folder: Path, documents: int = DOCUMENTS) -> Source:
    """About ``documents`` texts of MedQuAD, and its questions of the half that may be learnt from: half of their texts
    are left out, with all that were judged to answer the same, so that these questions have no answer though the
    library is full of their kind. Besides, questions on aspects of rare diseases (see
    :func:`evals.learn.sources.aspects.aspects`), none on a text that a question of the other half asks about.
    """
    queries = judged(folder, None)
    learnable = [(query, relevant) for query, relevant in queries if half(query["_id"]) == "dev"]
    texts = {str(entry["_id"]): entry for _, entry in read_lines(folder / "corpus.jsonl")}
    asked_about = {str(query["metadata"]["doc_id"]) for query, _ in learnable}
    left_out = {
        name
        for query, relevant in learnable
        if is_left_out("medquad", str(query["metadata"]["doc_id"]))
        for name in (str(query["metadata"]["doc_id"]), *_judged(relevant))
    }
    held = _filled_up(asked_about - left_out, left_out, texts, documents)
    reported = {
        name
        for query, relevant in queries
        if half(query["_id"]) != "dev"
        for name in (str(query["metadata"]["doc_id"]), *_judged(relevant))
    }
    entries = [texts[name] for name in sorted(held)]
    suites = {
        "medquad": list(_questions(learnable, held, texts)),
        "medquad-aspects": aspects(entries, [texts[name] for name in reported if name in texts]),
    }
    return Source("medquad", suites, lines=entries)


def _filled_up(first: set[str], left_out: set[str], texts: Mapping[str, Entry], documents: int) -> set[str]:
    """``first`` and others up to the number, none on what a text that was left out is on."""
    gone = {called for name in left_out if name in texts for called in names_of(texts[name])}
    others = [name for name in texts if name not in first | left_out and not names_of(texts[name]) & gone]
    others.sort(key=lambda name: place("medquad", name))
    return (first & set(texts)) | set(others[: max(0, documents - len(first))])


def _questions(
    queries: Iterable[tuple[dict[str, Any], Mapping[str, int]]], held: set[str], texts: Mapping[str, Entry]
) -> Iterable[Item]:
    """Answerable where the text asked about is held; without an answer where none that was judged is, nor another on
    the same. The others, and those whose section only names other pages, say nothing.
    """
    held_names = {called for name in held for called in names_of(texts[name])}
    for query, relevant in queries:
        about = query["metadata"]
        own = str(about["doc_id"])
        section = section_of(texts[own], str(about.get("section_id"))) if own in texts else None
        answerable = own in held
        if answerable:
            says_nothing = section is not None and section.is_referral
        else:
            says_nothing = bool(held & set(_judged(relevant)) or (own in texts and names_of(texts[own]) & held_names))
        if not says_nothing:
            topic = str(about.get("focus") or own).casefold()
            yield asked(identifier(query["_id"]), query["text"], topic, answerable)


def _judged(relevant: Mapping[str, int]) -> list[str]:
    return [name for name, grade in relevant.items() if grade > 0]
