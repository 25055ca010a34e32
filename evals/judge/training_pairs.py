"""Labelled pairs to fit the support judge on: the shipped library with its evidence files, and PubMedQA.

Neither SciFact nor HealthVer is read here: on these the judge is measured.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.glossary import Glossary
from evals.judge.features import Reader, sentences_of
from evals.judge.perturb import flipped, negated, other_drug, other_number

_MARK = re.compile(r"\s*\[@[^\]]*\]")
_LIST_SIGN = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
_CONCLUSIONS = 3  # sentences of a PubMedQA conclusion that become statements


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A statement and a text, and how they stand to each other: supported, neutral or contradicted."""

    statement: str
    evidence: str
    label: str
    group: str  # pairs of one group are kept on one side of a split


@dataclass(frozen=True, slots=True)
class _Fact:
    document: str
    sentence: str
    facts: str


def library_pairs(folder: Path, glossary: Glossary, reader: Reader, seed: int) -> Iterator[LabelledPair]:
    """A digest's sentence and what was noted of its source when it was written: supported; with the note of another
    sentence: neutral; the sentence made wrong: contradicted (neutral where another drug stands in it).
    """
    rng = random.Random(seed)  # noqa: S311 - chosen to be repeatable
    facts = list(_facts(folder))
    by_document: dict[str, list[_Fact]] = defaultdict(list)
    for fact in facts:
        by_document[fact.document].append(fact)
    reader.prepare([text for fact in facts for text in (fact.sentence, fact.facts)])
    swap = other_drug(glossary)
    for fact in facts:
        evidence = _in_context(fact)

        def pair(statement: str, text: str, label: str, group: str = fact.document) -> LabelledPair:
            return LabelledPair(statement, text, label, group)

        yield pair(fact.sentence, evidence, "supported")
        others = [other for other in by_document[fact.document] if other.sentence != fact.sentence]
        if others:
            nearest = max(others, key=lambda other: reader.similarity(fact.sentence, other.facts))
            yield pair(fact.sentence, _in_context(nearest), "neutral")
            yield pair(fact.sentence, _in_context(rng.choice(others)), "neutral")
        foreign = rng.choice(facts)
        if foreign.document != fact.document:
            yield pair(fact.sentence, _in_context(foreign), "neutral")
        for perturb in (other_number, negated, flipped):
            wrong = perturb(fact.sentence, rng)
            if wrong is not None:
                yield pair(wrong, evidence, "contradicted")
        wrong = swap(fact.sentence, rng)
        if wrong is not None:
            yield pair(wrong, evidence, "neutral")


def _facts(folder: Path) -> Iterator[_Fact]:
    for path in sorted(folder.rglob("*.evidence.yaml")):
        text = path.with_name(path.name.replace(".evidence.yaml", ".md")).read_text(encoding="utf-8")
        body = _MARK.sub("", text.split("\n---", 1)[-1])
        sentences = [sentence for paragraph in _paragraphs(body) for sentence in sentences_of(paragraph)]
        name = path.name.removesuffix(".evidence.yaml")
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
            found = next((sentence for sentence in sentences if sentence.startswith(entry["begins"])), None)
            if found is not None:
                yield _Fact(name, found, entry["facts"])


def _paragraphs(body: str) -> Iterator[str]:
    """Paragraphs and points of a list, each as one line, without headings."""
    lines: list[str] = []
    for line in [*body.split("\n"), ""]:
        begins = not line.strip() or line.startswith("#") or _LIST_SIGN.match(line)
        if begins and lines:
            yield " ".join(lines)
            lines = []
        if line.strip() and not line.startswith("#"):
            lines.append(_LIST_SIGN.sub("", line).strip())


def _in_context(fact: _Fact) -> str:
    """The note with its topic, as a passage stands under its title: notes leave out what their page is about."""
    return f"{fact.document.replace('-', ' ')}. {fact.facts}"


def pubmedqa_pairs(folder: Path, reader: Reader, seed: int) -> Iterator[LabelledPair]:
    """A sentence of an author's conclusion and the two sentences of the abstract that come nearest: supported; with the
    furthest ones, or the nearest of another abstract: neutral; the sentence made wrong: contradicted.
    """
    rng = random.Random(seed)  # noqa: S311 - chosen to be repeatable
    abstracts = {entry["_id"]: entry["text"] for entry in _lines(folder / "corpus.jsonl")}
    ids = list(abstracts)
    for query in _lines(folder / "queries.jsonl"):
        group = query["metadata"]["doc_id"]
        abstract = sentences_of(abstracts[group])
        reader.prepare(abstract)
        for statement in sentences_of(query["metadata"]["long_answer"])[:_CONCLUSIONS]:
            if len(statement.split()) < 6:
                continue
            near = sorted(abstract, key=lambda sentence: -reader.similarity(statement, sentence))
            evidence = " ".join(near[:2])
            yield LabelledPair(statement, evidence, "supported", group)
            yield LabelledPair(statement, " ".join(near[-2:]), "neutral", group)
            foreign = sentences_of(abstracts[rng.choice(ids)])
            reader.prepare(foreign)
            nearest = max(foreign, key=lambda sentence: reader.similarity(statement, sentence))
            yield LabelledPair(statement, nearest, "neutral", group)
            for perturb in (negated, flipped, other_number):
                wrong = perturb(statement, rng)
                if wrong is not None:
                    yield LabelledPair(wrong, evidence, "contradicted", group)


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
