"""Does what was found answer the question? When it does not, saying so is the right answer."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.embedding import Embedder
from corpus.glossary import Glossary
from corpus.text import STOPWORDS, terms, words
from service.question import ASPECT_WORDS, Question
from service.retrieval import Hit, Retriever

# Set on questions about the shipped library that were written for this (docs/decisions/0006-sufficiency.md).
_MIN_COSINE = 0.36  # of the best passage to the question
_MIN_COVERAGE = 0.5  # share of the question's topical words (by rarity) in the best passages
_STRONG_COVERAGE = 0.85
_WEAK_COSINE = 0.28  # enough where nearly every word is covered
_OFF_TOPIC = 0.30  # below: nothing in the library is even near


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
    not_found: list[str] = field(default_factory=list)  # words of the question that no text of the library has


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of the question that the library has in another spelling."""

    written: str
    read: str


def correct_spelling(text: str, retriever: Retriever, glossary: Glossary, vocabulary: Callable[[str], list[str]]) -> tuple[str, list[Spelling]]:
    """``text`` with words that the library lacks replaced by the one word that is nearly the same, if there is just one kind.

    ``vocabulary``: surface words of the library that begin with a letter. Words of fewer than six letters, and those whose
    nearest neighbour differs in more than one letter in six, are left alone.
    """
    found: list[Spelling] = []
    for match in re.finditer(r"[A-Za-z][A-Za-z-]{5,}", text):
        word = match.group()
        if word.lower() in STOPWORDS or word.isupper() or glossary.find(word) or known(word, retriever):
            continue
        near = difflib.get_close_matches(word.lower(), vocabulary(word[0].lower()), n=1, cutoff=0.84)
        if near and near[0] != word.lower() and _distance(word.lower(), near[0]) <= max(1, len(word) // 6):
            found.append(Spelling(word, near[0]))
    for item in found:
        text = re.sub(rf"\b{re.escape(item.written)}\b", item.read, text)
    return text, found


def _distance(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def known(word: str, retriever: Retriever) -> bool:
    """Whether any text of the library has the word (in any form of it)."""
    own = terms(word)
    return not own or retriever.occurs(own[0])


def assess(question: Question, hits: list[Hit], retriever: Retriever, embedder: Embedder) -> Assessment:
    """Judge whether ``hits`` can answer ``question``."""
    cosine = max((hit.cosine for hit in hits), default=0.0)
    missing = [word for word in _unknown_words(question, retriever) if _is_rare(word, embedder)]
    covered = _coverage(question, hits[:6], retriever)
    named = bool(question.entries)
    if cosine < _OFF_TOPIC and not named:
        return Assessment(Verdict.OUT_OF_SCOPE, cosine, covered, missing)
    if missing and _carries_the_topic(missing, question):
        return Assessment(Verdict.INSUFFICIENT, cosine, covered, missing)
    enough = (cosine >= _MIN_COSINE and covered >= _MIN_COVERAGE) or (cosine >= _WEAK_COSINE and covered >= _STRONG_COVERAGE)
    if enough:
        return Assessment(Verdict.SUFFICIENT, cosine, covered, missing)
    everyday = cosine < _MIN_COSINE and not named
    return Assessment(Verdict.OUT_OF_SCOPE if everyday else Verdict.INSUFFICIENT, cosine, covered, missing or _uncovered(question, hits[:6], retriever))


def _unknown_words(question: Question, retriever: Retriever) -> list[str]:
    """Topical words that no text of the library has, and that no name of the glossary explains."""
    explained = {word for mention in question.mentions for word in words(question.text[mention.start : mention.end])}
    return [word for word in question.key_words if word not in explained and not known(word, retriever)]


def _is_rare(word: str, embedder: Embedder) -> bool:
    """A word that the model's vocabulary has no entry for: a name, hardly an everyday word."""
    return embedder.count_tokens([word])[0] >= 2 and any(c.isalpha() for c in word)


def _carries_the_topic(missing: list[str], question: Question) -> bool:
    """An unknown name is what the question is about, unless it is one word among many that are known."""
    topical = [word for word in question.key_words if word not in ASPECT_WORDS]
    return len(missing) * 6 >= len(topical)


def _rarities(question: Question, retriever: Retriever) -> dict[str, float]:
    topical = [word for word in question.key_words if word not in ASPECT_WORDS] or list(question.key_words)
    return {word: max(retriever.rarity(term) for term in terms(word)) for word in topical if terms(word)}


def _coverage(question: Question, hits: list[Hit], retriever: Retriever) -> float:
    """Share of the topical words, weighted by rarity, that the best passages (titles and headings included) have.

    A name of the glossary counts as covered where any of the concept's names stands.
    """
    weights = _rarities(question, retriever)
    total = sum(weights.values())
    if not total or not hits:
        return 0.0 if hits == [] else 1.0
    return sum(weight for word, weight in weights.items() if _is_covered(word, question, hits)) / total


def _uncovered(question: Question, hits: list[Hit], retriever: Retriever) -> list[str]:
    return [word for word in _rarities(question, retriever) if not _is_covered(word, question, hits)]


def _is_covered(word: str, question: Question, hits: list[Hit]) -> bool:
    names = [set(terms(word))]
    for mention in question.mentions:
        if word in set(words(question.text[mention.start : mention.end])):
            names += [set(terms(form)) for form in mention.entry.forms()]
    for hit in hits:
        there = set(terms(f"{hit.title} {hit.section} {hit.text}"))
        if any(name <= there for name in names):
            return True
    return False
