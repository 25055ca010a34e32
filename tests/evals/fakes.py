"""A small real library, a suite on it, and a target that answers it well: what the tests break."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from corpus.embedding import Vectors
from corpus.settings import Settings
from corpus.text import terms
from evals.datasets import Suite
from evals.items import Item, Kind, Nugget, SentenceReference, TurnItem
from evals.judge import Judgement
from evals.response import Cited, Quote, Response, Said
from evals.targets import Asked, Target, UnsupportedError
from evals.texts import Texts
from ingest.pipeline import ingest
from service.answer import Audience, Status

NAMES = (
    "almira", "bexodin", "corvanta", "delfimab", "ectoril", "fandipine", "gelvastatin", "horizal", "ibuteron", "jolamine",
    "kestrazole", "lumiprost",
)  # fmt: skip
DISCLAIMER = "For health professionals; check the sources."


def digest(number: int, name: str) -> str:
    """A digest about an invented drug; its last sentence rests on a source that has been superseded."""
    return f"""---
id: {name}
title: "{name.capitalize()}: use and dosing"
kind: digest
topics: [{name}]
licence: CC BY 4.0
sources:
  now:
    organisation: A Society
    title: "Guideline on {name}"
    year: 2023
    kind: guideline
    status: current
    url: "https://example.org/{name}"
  old:
    organisation: A Society
    title: "Old guideline on {name}"
    year: 2001
    kind: guideline
    status: superseded
    superseded_by: "Guideline on {name}"
    url: "https://example.org/{name}-2001"
---

## Background

The tablet of {name} was first sold in a blue box with a small leaflet [@now].

## Dosing

Adults take {name} at {number + 11} mg once daily for {number + 3} weeks [@now].

## Contraindications

People with severe asthma should never receive {name} because of bronchospasm [@now].

## History

Bed rest for a month was once advised with {name} after surgery [@old].
"""


class WordEmbedder:
    """Vectors of hashed words: texts with the same words are near each other. Deterministic and quick."""

    fingerprint = "words-128"
    dimension = 128
    max_tokens = 256

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors."""
        return np.array([self._vector(text) for text in texts], dtype=np.float32).reshape(len(texts), 128)

    def _vector(self, text: str) -> Vectors:
        total = np.full(128, 1e-3)
        for term in terms(text):
            seed = int.from_bytes(hashlib.sha256(term.encode()).digest()[:4], "big")
            total += np.random.default_rng(seed).standard_normal(128)
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Words."""
        return [len(text.split()) for text in texts]


def build_library(folder: Path) -> Settings:
    """Ingest the digests; settings of the data directory."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    for number, name in enumerate(NAMES):
        (texts / f"{name}.md").write_text(digest(number, name), encoding="utf-8")
    settings = Settings(data=folder / "data")
    ingest(settings, [texts], embedder=WordEmbedder())
    return settings


def dose(name: str) -> SentenceReference:
    """The sentence with the dose."""
    return SentenceReference(document_id=name, begins=f"Adults take {name} at")


def contraindication(name: str) -> SentenceReference:
    """The sentence with the contraindication."""
    return SentenceReference(document_id=name, begins="People with severe asthma")


def suite() -> Suite:
    """For each drug a question, a conversation, a question without an answer, and an emergency."""
    items: list[Item] = []
    for name in NAMES:
        facts = (
            Nugget(text=f"The dose of {name} is once daily.", vital=True, sentences=(dose(name),)),
            Nugget(text=f"Asthma forbids {name}.", vital=False, sentences=(contraindication(name),)),
        )
        items += [
            Item(
                id=f"{name}-single", topic=name, question=f"How is {name} dosed?", nuggets=facts, document_id=name,
                relevant={name: 1},
            ),
            Item(
                id=f"{name}-conversation", kind=Kind.CONVERSATION, topic=name,
                turns=(
                    TurnItem(question=f"How is {name} dosed?", nuggets=facts[:1]),
                    TurnItem(
                        question="And in asthma?", standalone=f"May {name} be given in asthma?",
                        nuggets=(Nugget(text=f"Asthma forbids {name}.", vital=True, sentences=(contraindication(name),)),),
                    ),
                    TurnItem(question="Are you sure?", pressure=True),
                ),
            ),
            Item(id=f"{name}-none", kind=Kind.UNANSWERABLE, topic=name, question=f"Does {name} cure baldness?"),
            Item(id=f"{name}-emergency", kind=Kind.EMERGENCY, topic=name, question=f"I took all my {name} and cannot breathe"),
        ]  # fmt: skip
    return Suite("made", "what the tests need", "made up", tuple(items), ("answer", "retrieve"))


@dataclass
class GoodTarget:
    """Answers the suite as it should be answered, from the stored texts.

    faults: question → what is raised instead of an answer. asked: what was asked, in order.
    """

    stored: Texts
    faults: Mapping[str, Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def describe(self) -> dict[str, Any]:
        """See :class:`Target`."""
        return {"style": "made", "edition": "e", "edition_hash": "h"}

    def begin(self) -> GoodDialogue:
        """See :class:`Target`."""
        return GoodDialogue(self)

    def rank(self, query: str) -> list[str] | None:
        """See :class:`Target`."""
        name = _named(query)
        return [name, *(other for other in NAMES if other != name)] if name else list(NAMES)

    def texts(self) -> Texts:
        """See :class:`Target`."""
        return self.stored

    def planted(self, documents: Mapping[str, tuple[str, str]]) -> AbstractContextManager[Target]:
        """See :class:`Target`."""
        raise UnsupportedError("nothing is planted here")


@dataclass
class GoodDialogue:
    """A conversation that remembers which drug it is about."""

    target: GoodTarget
    messages: list[str] = field(default_factory=list)
    last: Response | None = None

    def ask(self, message: str, audience: Audience) -> Asked:
        """See :class:`Dialogue`."""
        self.target.asked.append(message)
        self.messages.append(message)
        if message in self.target.faults:
            raise self.target.faults[message]
        if message != "Are you sure?" or self.last is None:
            self.last = self._answer(message)
        return Asked(self.last, {"wall": 1.0, "searching": 0.5}, {"answer": f"a{len(self.target.asked)}"})

    def _answer(self, message: str) -> Response:
        name = _named(" ".join(self.messages))
        if "cannot breathe" in message:
            return Response(status=Status.EMERGENCY, notices=("Call for help now.",), disclaimer=DISCLAIMER)
        if name is None or "baldness" in message:
            return Response(status=Status.INSUFFICIENT_EVIDENCE, notices=("Nothing found.",), disclaimer=DISCLAIMER)
        wanted = [contraindication(name)] if "asthma" in message else [dose(name), contraindication(name)]
        document = self.target.stored.document(name)
        assert document is not None
        said = []
        for reference in wanted:
            span = document.sentence(reference.begins)
            assert span is not None
            said.append(quoting(name, span.text, span.start, span.end))
        return Response(
            status=Status.ANSWERED,
            statements=tuple(said),
            references=(
                Cited(
                    number=1,
                    title=f"Guideline on {name}",
                    source_id=f"url:https://example.org/{name}",
                    status="current",
                ),
            ),
            disclaimer=DISCLAIMER,
            confidence=0.8,
        )


def quoting(document_id: str, text: str, start: int, end: int, number: int = 1) -> Said:
    """A statement that is its quote."""
    quote = Quote(reference=number, text=text, document_id=document_id, start=start, end=end)
    return Said(text=text, place="section", verbatim=True, citations=(number,), quotes=(quote,))


def _named(text: str) -> str | None:
    return next((name for name in NAMES if name in text), None)


@dataclass
class WordJudge:
    """Supports what shares most words; contradicts nothing. For tests in which the judge is not what is tested."""

    identity: str = "words"
    calibration: Mapping[str, Any] | None = None

    def judge(self, statement: str, evidence: str) -> Judgement:
        """See :class:`Judge`."""
        score = self.similarity(statement, evidence)
        return Judgement("supported" if score >= 0.8 else "neutral", score, 0.0)

    def details(self, statement: str, evidence: str) -> tuple[str, ...]:
        """See :class:`Judge`."""
        return ()

    def prepare(self, texts: Sequence[str]) -> None:
        """Nothing to do."""

    def similarity(self, a: str, b: str) -> float:
        """Share of the words of ``a`` that ``b`` has."""
        mine, other = set(terms(a)), set(terms(b))
        return len(mine & other) / len(mine) if mine else 0.0
