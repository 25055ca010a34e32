"""What is known of a question and of what was found for it, before it is judged whether the one answers the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.embedding import Embedder
from corpus.glossary import Entry, Glossary
from corpus.text import terms, words
from service.analysis.drug_names import looks_like_a_drug
from service.analysis.question import ASPECT_WORDS, Question, QuestionKind
from service.analysis.spelling import is_unknown
from service.retrieval import Hit, Retriever
from service.sentences.candidates import Candidate
from service.sentences.coverage import AskedWord, asked_words
from service.sentences.material import Material
from service.sufficiency.answerability import FEATURES, Named, features, probability

_PASSAGES = 8
_LIKELIEST = 8  # sentences of which one must speak of a matter beside medicine
_OF_THEIR_TEXTS = 3  # sentences, all of texts with notes on what is left open
_DETAIL = re.compile(r"^\d|['’]")  # "74-year-old", "don't": of whom it is asked and how, not what
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


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a question is judged by. Words are those of the question, as they stand there."""

    ordered: list[Candidate]  # what was found, the likeliest to answer first
    asked: Sequence[AskedWord]
    weights: dict[str, float]  # the topical words, and how much each counts
    uncovered: list[str]  # those that the nearest passages do not have
    coverage: float  # share of the others, by weight
    missing: list[str]  # names that the library lacks
    drugs_lacking: list[Entry]  # drugs that it has under no name
    illnesses_lacking: list[Entry]  # the same of conditions, where nothing else that is asked about is in it
    values: list[float]  # of :data:`service.sufficiency.answerability.FEATURES`
    probability: float  # that what was found answers,
    with_questions: bool  # by the model for texts with questions beside them, or by the other one

    @property
    def told(self) -> dict[str, float]:
        """The values by name."""
        return dict(zip(FEATURES, self.values, strict=True))

    @property
    def likeliest(self) -> list[Candidate]:
        """The first few of what was found."""
        return self.ordered[:_LIKELIEST]


def gather(material: Material, embedder: Embedder) -> Grounds:
    """All that a question is judged by."""
    question, hits, retriever, glossary = material.question, material.hits, material.retriever, material.glossary
    explained = _explained(question, retriever, glossary)
    weights = _weights(question, retriever, embedder, explained)
    total = sum(weights.values())
    named = _named(question, weights, glossary)
    there = [frozenset(terms(f"{hit.title} {hit.section} {hit.text}")) for hit in hits[:_PASSAGES]]
    covered = {word for word, name in named.items() if any(name.within(passage) for passage in there)}
    ordered = sorted(material.found, key=lambda candidate: (-candidate.useful, candidate.order))
    answered = frozenset(term for candidate in ordered[:_LIKELIEST] for term in candidate.asked_terms)
    unknown = [
        word
        for word in weights
        if word not in explained and is_unknown(word, retriever) and not answered.issuperset(terms(word))
    ]
    missing = [word for word in unknown if _is_name(word, embedder)]
    drugs = _drugs_lacking(question, answered, retriever, glossary)
    illnesses = _illnesses_lacking(question, answered, retriever, glossary)
    coverage = (
        sum(weight for word, weight in weights.items() if word in covered) / total if total else float(bool(hits))
    )
    headed = _headed(named, hits)
    judged = {
        "coverage": coverage,
        "headed": headed,
        "passing_mention": float(not headed and question.kind in _ON_A_TOPIC),
        "unknown": sum(weights[word] for word in unknown) / total if total else 0.0,
        "unknown_name": float(any(_is_head(word, question) for word in missing)),
        "unknown_drug": float(any(looks_like_a_drug(word) for word in unknown) or bool(drugs)),
        **_left_open(question, ordered, retriever),
    }
    asked = asked_words(question, retriever, glossary)
    values = features(question, list(named.values()), there, hits, ordered, judged, asked)
    with_questions = material.with_questions and not _on_plain_texts(ordered, retriever)
    likely = probability(values, with_questions)
    uncovered = [word for word in weights if word not in covered]
    return Grounds(
        ordered, asked, weights, uncovered, coverage, missing, drugs, illnesses, values, likely, with_questions
    )


def _on_plain_texts(ordered: Sequence[Candidate], retriever: Retriever) -> bool:
    """Whether the likeliest sentence is of a text that has no questions beside it, answered or left open (a hospital's
    own among those that ship): it is far from every question that is known, however well it answers.
    """
    return any(
        not candidate.asked_terms and not retriever.has_left_open(candidate.document.id) for candidate in ordered[:1]
    )


def _left_open(question: Question, ordered: Sequence[Candidate], retriever: Retriever) -> dict[str, float]:
    """How alike the question and those that are known to be left open are; 0 where a document is among the likeliest
    whose editors noted none: the others' did not know what it answers.
    """
    known = all(retriever.has_left_open(candidate.document.id) for candidate in ordered[:_OF_THEIR_TEXTS])
    most, ahead = retriever.left_open(question.text, question.carried) if known else (0.0, 0.0)
    return {"left_open": most, "asked_over_left_open_together": ahead}


def _drugs_lacking(
    question: Question, answered: frozenset[str], retriever: Retriever, glossary: Glossary
) -> list[Entry]:
    """The drugs of a question that the library has under no name, and the likeliest sentences answer no question on."""
    return [
        entry
        for entry in question.entries
        if entry.kind == "drug" and not _occurs(entry, retriever, glossary) and not entry.named_in(answered)
    ]


def _illnesses_lacking(
    question: Question, answered: frozenset[str], retriever: Retriever, glossary: Glossary
) -> list[Entry]:
    """The conditions that a question is on and the library has under no name, where it names no other concept.

    A word of each, as it was typed, has to stand in no text: a name that is only spelt otherwise is not lacking.
    """
    concepts = {entry.term: entry for entry in question.entries if entry.kind in ("drug", "condition", "procedure")}
    strange = {
        mention.entry.term
        for mention in question.mentions
        if mention.entry.kind == "condition"
        and not all(map(retriever.occurs, terms(question.text[mention.start : mention.end])))
    }
    lacking = [
        entry
        for term, entry in concepts.items()
        if term in strange and not _occurs(entry, retriever, glossary) and not entry.named_in(answered)
    ]
    return lacking if len(lacking) == len(concepts) else []


def _weights(question: Question, retriever: Retriever, embedder: Embedder, explained: set[str]) -> dict[str, float]:
    """The topical words of the question with how much each counts: by rarity, ordinary words and figures less."""
    topical = [word for word in question.key_words if word not in ASPECT_WORDS] or list(question.key_words)
    weights = {}
    for word in topical:
        own = terms(word)
        if not own or not any(c.isalpha() for c in word) or _DETAIL.search(word):
            continue
        special = word in explained or _is_name(word, embedder)
        special = special or (pieces(word, embedder) > 1 and not is_unknown(word, retriever))
        weights[word] = max(map(retriever.rarity, own)) * (1.0 if special else _ORDINARY_WEIGHT)
    return weights


def _headed(named: dict[str, Named], hits: list[Hit]) -> float:
    """1 where the question's most telling word is in a title or heading of what was found: no passing mention."""
    telling = max(named.items(), key=lambda pair: (pair[1].weight, pair[0]), default=None)
    if telling is None:
        return 1.0
    return float(any(telling[1].within(frozenset(terms(f"{hit.title} {hit.section}"))) for hit in hits))


def pieces(word: str, embedder: Embedder) -> int:
    return embedder.count_tokens([word])[0]


def _is_name(word: str, embedder: Embedder) -> bool:
    """A word that reads like a name: of letters, not short, in several pieces of the model's vocabulary."""
    return word.isalpha() and len(word) > 4 and pieces(word, embedder) > 2


def _explained(question: Question, retriever: Retriever, glossary: Glossary) -> set[str]:
    """Words that belong to a name of the glossary of which the library speaks."""
    return {
        word
        for mention in question.mentions
        if _occurs(mention.entry, retriever, glossary)
        for word in words(question.text[mention.start : mention.end])
    }


def _occurs(entry: Entry, retriever: Retriever, glossary: Glossary) -> bool:
    """Whether the library has a concept, or of a class one of its members, by any of its names."""
    if any(all(map(retriever.occurs, wording)) for wording in entry.wordings):
        return True
    return any(_occurs(member, retriever, glossary) for member in glossary.members_of(entry))


def _is_head(word: str, question: Question) -> bool:
    """Whether a word stands where a question names what it asks about."""
    return any(
        _HEAD_BEFORE.search(question.text[: match.start()])
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", question.text, re.I)
    )


def _named(question: Question, weights: dict[str, float], glossary: Glossary) -> dict[str, Named]:
    """Each topical word with its weight and its names: by any name of the concept, its class or its members."""
    found: dict[str, Named] = {}
    for word, weight in weights.items():
        own = terms(word)
        names = [own[:1], own[1:]] if len(own) > 1 else [own]
        for mention in question.mentions:
            if word in set(words(question.text[mention.start : mention.end])):
                family = glossary.family_of(mention.entry)
                names += [list(wording) for entry in family for wording in entry.wordings]
        found[word] = Named(weight, tuple(frozenset(name) for name in names if name))
    return found
