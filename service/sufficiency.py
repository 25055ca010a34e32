"""Does what was found answer the question? When it does not, saying so is the right answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from corpus.embedding import Embedder
from corpus.glossary import Glossary
from corpus.text import terms, words
from service.question import ASPECT_WORDS, Question, QuestionKind
from service.retrieval import Hit, Retriever
from service.spelling import is_unknown

# Set on questions about the shipped library that were written for this (docs/decisions/0006-sufficiency.md).
_MIN_COSINE = 0.36  # of the best passage to the question
_MIN_COVERAGE = 0.45  # share of the question's topical words (by rarity) in the best passages
_STRONG_COVERAGE = 0.85
_WEAK_COSINE = 0.28  # enough where nearly every word is covered
_STRONG_COSINE = 0.58  # what is found is surely on the topic: a smaller share of the words will do,
_WEAK_COVERAGE = 0.25  # and what is not covered is named
_CLEAR_COSINE = 0.55  # below, a question on a topic needs a text that has the topic in its title or headings
_OFF_TOPIC = 0.30  # below: nothing in the library is even near
_PASSAGES = 8
_ORDINARY_WEIGHT = 0.25  # of a word that is no name and no term: it may well be put otherwise in the library
# What is asked about stands here: "the dose of X", "is X safe", "what is X", "X for …", "start X".
_HEAD_BEFORE = re.compile(
    r"(?:\bof|\bis|\bare|\bdoes|\bdo|\bcan|\bcould|\bshould|\bwill|\bgive|\bgiving|\bstart|\bstarting|\buse|\busing|\bprescribe|\bwith|"
    r"\babout|\bon|\bfor|\bto|\bwhat|\bhow|^)\s+(?:the\s+|an?\s+)?$",
    re.I,
)


_ON_A_TOPIC = (
    QuestionKind.TREATMENT,
    QuestionKind.PROCESS,
    QuestionKind.DEFINITION,
    QuestionKind.DIAGNOSIS,
    QuestionKind.PROGNOSIS,
    QuestionKind.MECHANISM,
)


class Verdict(StrEnum):
    """Whether to answer."""

    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(slots=True)
class Assessment:
    """The verdict and its grounds."""

    verdict: Verdict
    cosine: float
    coverage: float
    not_found: list[str] = field(default_factory=list)  # what the question names and the library has not


def assess(
    question: Question, hits: list[Hit], retriever: Retriever, embedder: Embedder, glossary: Glossary
) -> Assessment:
    """Judge whether ``hits`` can answer ``question``."""
    cosine = max((hit.cosine for hit in hits), default=0.0)
    weights = _weights(question, retriever, embedder)
    covered = _covered(question, hits[:_PASSAGES], weights, glossary)
    total = sum(weights.values())
    coverage = sum(weights[word] for word in covered) / total if total else float(bool(hits))
    missing = [word for word in weights if _is_name(word, embedder) and _unexplained(word, question, retriever)]
    named = bool(question.entries)
    if cosine < _OFF_TOPIC and not named and coverage < _STRONG_COVERAGE:
        return Assessment(Verdict.OUT_OF_SCOPE, cosine, coverage, missing)
    if missing and (len(missing) >= len(question.entries) or any(_is_head(word, question) for word in missing)):
        return Assessment(Verdict.INSUFFICIENT, cosine, coverage, missing)
    if cosine < _CLEAR_COSINE and question.kind in _ON_A_TOPIC and not _has_a_text(question, hits, weights, glossary):
        return Assessment(Verdict.INSUFFICIENT, cosine, coverage, missing or [_rarest(weights)])
    enough = (cosine >= _MIN_COSINE and coverage >= _MIN_COVERAGE) or (
        cosine >= _WEAK_COSINE and coverage >= _STRONG_COVERAGE
    )
    if enough:
        return Assessment(Verdict.SUFFICIENT, cosine, coverage, missing)
    if cosine >= _STRONG_COSINE and coverage >= _WEAK_COVERAGE:
        gaps = [word for word in weights if word not in covered and _pieces(word, embedder) > 1 and word.isalpha()]
        return Assessment(Verdict.SUFFICIENT, cosine, coverage, missing or gaps)
    if cosine < _MIN_COSINE and not named:
        return Assessment(Verdict.OUT_OF_SCOPE, cosine, coverage, missing)
    uncovered = [word for word in weights if word not in covered]
    return Assessment(Verdict.INSUFFICIENT, cosine, coverage, missing or uncovered)


def _weights(question: Question, retriever: Retriever, embedder: Embedder) -> dict[str, float]:
    """The topical words of the question with how much each counts: by rarity, ordinary words and figures less."""
    explained = _explained(question)
    topical = [word for word in question.key_words if word not in ASPECT_WORDS] or list(question.key_words)
    weights = {}
    for word in topical:
        own = terms(word)
        if not own or not any(c.isalpha() for c in word):
            continue
        special = word in explained or _is_name(word, embedder)
        special = special or (_pieces(word, embedder) > 1 and not is_unknown(word, retriever))
        weights[word] = max(map(retriever.rarity, own)) * (1.0 if special else _ORDINARY_WEIGHT)
    return weights


def _rarest(weights: dict[str, float]) -> str:
    return max(weights, key=lambda word: (weights[word], word))


def _has_a_text(question: Question, hits: list[Hit], weights: dict[str, float], glossary: Glossary) -> bool:
    """Whether the question's most telling word is in a title or heading of what was found: no passing mention."""
    if not weights:
        return True
    headed = [replace(hit, text="") for hit in hits]
    telling = _rarest(weights)
    return telling in _covered(question, headed, {telling: 1.0}, glossary)


def _pieces(word: str, embedder: Embedder) -> int:
    return embedder.count_tokens([word])[0]


def _is_name(word: str, embedder: Embedder) -> bool:
    """A word that reads like a name: of letters, not short, in several pieces of the model's vocabulary."""
    return word.isalpha() and len(word) > 4 and _pieces(word, embedder) > 2


def _explained(question: Question) -> set[str]:
    """Words that belong to a name of the glossary."""
    return {word for mention in question.mentions for word in words(question.text[mention.start : mention.end])}


def _unexplained(word: str, question: Question, retriever: Retriever) -> bool:
    return word not in _explained(question) and is_unknown(word, retriever)


def _is_head(word: str, question: Question) -> bool:
    """Whether a word stands where a question names what it asks about."""
    return any(
        _HEAD_BEFORE.search(question.text[: match.start()])
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", question.text, re.I)
    )


def _covered(question: Question, hits: list[Hit], weights: dict[str, float], glossary: Glossary) -> set[str]:
    """The words that the best passages (titles and headings too) have, by any name of the concept, class or members."""
    there = [set(terms(f"{hit.title} {hit.section} {hit.text}")) for hit in hits]
    found = set()
    for word in weights:
        own = terms(word)
        names = [set(own[:1]), set(own[1:])] if len(own) > 1 else [set(own)]
        for mention in question.mentions:
            if word in set(words(question.text[mention.start : mention.end])):
                members = [member for term in mention.entry.members if (member := glossary.get(term)) is not None]
                related = (mention.entry, *glossary.classes_of(mention.entry), *members)
                names += [set(terms(form)) for entry in related for form in entry.forms()]
        if any(name and name <= passage for name in names for passage in there):
            found.add(word)
    return found
