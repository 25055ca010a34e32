"""Does what was found answer the question? When it does not, saying so is the right answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.embedding import Embedder
from corpus.glossary import Entry, Glossary
from corpus.text import terms, words
from service.analysis.drug_names import looks_like_a_drug
from service.analysis.question import ASPECT_WORDS, Question, QuestionKind
from service.analysis.spelling import is_unknown
from service.answer import Audience
from service.retrieval import Hit, Retriever
from service.sentences.astray import astray
from service.sentences.candidates import Candidate
from service.sentences.coverage import asked_words, asks_number, lacking
from service.sentences.material import Material, names
from service.sufficiency.answerability import FEATURES, Named, features, probability, shipped_model
from service.sufficiency.deeds import unnamed_deed
from service.sufficiency.other_matters import unanswered_matter
from service.sufficiency.stand_ins import missing_for

_OFF_TOPIC = 0.30  # cosine below which nothing in the library is even near,
_NEAR = 0.36  # and below which a question without a medical name is not about what the library is about
_ALL = 0.99
_FOLLOWS = 2.0  # by how much the odds of an answer are better for a question that goes on with an answered one
_CLOSE = 0.5  # cosine of a sentence that says in the main what is asked
_HOPELESS = 0.02  # probability of an answer below which such a question is outside
_GAPS_BELOW = 0.45  # coverage of the topical words below which those not covered are named
_PASSAGES = 8
_LIKELIEST = 8  # sentences of which one must speak of a matter beside medicine
_NAMED = 3  # words that are named as not found
# Words that tell nothing by themselves when they are missing.
_LITTLE = frozenset(
    """before after during between within without while until again already just only also even still every each any
    all both other another same take takes taking taken give gives given giving start starting stop stopping get gets
    getting make makes do does done go goes keep keeps put let try use uses using used lasts last long cause
    causes""".split()
)
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

_CLINICAL = (  # what is asked so is about medicine, though the library may have nothing of it
    QuestionKind.DIAGNOSIS,
    QuestionKind.DOSE,
    QuestionKind.CONTRAINDICATION,
    QuestionKind.INTERACTION,
    QuestionKind.PROGNOSIS,
)
# Words that only medicine has: what is asked with one of them is a medical question, too.
_MEDICAL = re.compile(
    r"\b(?:patients?|in-?patients?|out-?patients?|clinical(?:ly)?|diagnos\w+|symptoms?|syndromes?|diseases?|disorders?|infections?|"
    r"fractures?|wounds?|bites?|stings?|poison\w*|overdos\w+|antidotes?|antibiotics?|vaccin\w+|surg(?:ery|ical\w*)|surgeons?|"
    r"chemotherapy|radiotherapy|prognosis|prophylaxis|tablets?|pills?|capsules?|dos(?:e|es|age)|drugs?|medicines?|medications?|"
    r"seizures?|blood|hospital|clinic|nurses?|doctors?|(?:sero)?(?:positive|negative)|pos|neg|"
    r"(?:man|woman|boy|girl|child|baby|lady) of \d+|\d+[- ](?:year|month|week|day)s?[- ]olds?|\d+ ?(?:yo|y/o)|"
    r"waist|bmi|mg|mcg|\w{3,}(?:itis|osis|aemia|emia|oma|opathy|ectomy|otomy|uria))\b",
    re.I,
)

# Short for something, as those in the trade write it: two capitals at least among three letters or more.
_SHORT = re.compile(r"(?<!\w)(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{3,6}\d{0,3}(?!\w)")
_ORGANISM = re.compile(r"\b[A-Z]\. ?[a-z]{4,}\b")  # "C. difficile"


class Verdict(StrEnum):
    """Whether to answer."""

    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(slots=True)
class Assessment:
    """The verdict and its grounds."""

    verdict: Verdict
    probability: float  # that what was found answers the question, 0 to 1
    values: list[float]  # what it was judged by: service.sufficiency.answerability.FEATURES
    not_found: list[str] = field(default_factory=list)  # what the question names and the library has not


def assess(material: Material, embedder: Embedder, threshold: float | None = None, goes_on: bool = False) -> Assessment:
    """Judge whether what was found can answer the question.

    ``threshold``: the probability from which on it is answered; None: the one that ships for
    the kind of the likeliest sentence's document. ``goes_on``: the question
    goes on with one that was answered, so that the library has its topic: half the odds suffice, and it is not out of
    scope.
    """
    question, hits, retriever, glossary = material.question, material.hits, material.retriever, material.glossary
    explained = _explained(question, retriever, glossary)
    weights = _weights(question, retriever, embedder, explained)
    named_words = _named(question, weights, glossary)
    there = [frozenset(terms(f"{hit.title} {hit.section} {hit.text}")) for hit in hits[:_PASSAGES]]
    covered = {word for word, name in named_words.items() if any(name.within(passage) for passage in there)}
    total = sum(weights.values())
    coverage = (
        sum(weight for word, weight in weights.items() if word in covered) / total if total else float(bool(hits))
    )
    ordered = sorted(material.found, key=lambda candidate: (-candidate.useful, candidate.order))
    answered = frozenset(term for candidate in ordered[:_LIKELIEST] for term in candidate.asked_terms)
    unknown = [
        word
        for word in weights
        if word not in explained and is_unknown(word, retriever) and not answered.issuperset(terms(word))
    ]
    missing = [word for word in unknown if _is_name(word, embedder)]
    headed = _headed(named_words, hits)
    judged = {
        "coverage": coverage,
        "headed": headed,
        "passing_mention": float(not headed and question.kind in _ON_A_TOPIC),
        "unknown": sum(weights[word] for word in unknown) / total if total else 0.0,
        "unknown_name": float(any(_is_head(word, question) for word in missing)),
        "unknown_drug": float(
            any(looks_like_a_drug(word) for word in unknown)
            or bool(_drugs_lacking(question, answered, retriever, glossary))
        ),
    }
    asked = asked_words(question, retriever, glossary)
    values = features(question, list(named_words.values()), there, hits, ordered, judged, asked)
    likely = probability(values, material.with_questions)
    cosine = values[0]
    named = bool(question.entries)
    uncovered = [word for word in weights if word not in covered]
    told = dict(zip(FEATURES, values, strict=True))
    kind = ordered[0].document.kind if ordered else "digest"
    least = shipped_model(material.with_questions).threshold_for(kind) if threshold is None else threshold
    least = least / (least + _FOLLOWS * (1 - least)) if goes_on else least
    likeliest = ordered[:_LIKELIEST]
    matter = unanswered_matter(question.text, [candidate.text for candidate in likeliest])
    if matter is not None:
        return Assessment(Verdict.INSUFFICIENT, likely, values, [matter])
    if _elsewhere(likeliest, question, glossary):
        return Assessment(Verdict.INSUFFICIENT, likely, values, [entry.term for entry in question.conditions])
    of_others = missing_for(question, ordered, asked, glossary)
    if material.audience is Audience.PATIENT:
        of_others = of_others or unnamed_deed(question, likeliest, glossary)
    if of_others:
        return Assessment(Verdict.INSUFFICIENT, likely, values, of_others)
    if _surely(told, question) or (likely >= least and not _strange(told, material, likeliest, answered)):
        gaps = [word for word in uncovered if _pieces(word, embedder) > 1 and word.isalpha()]
        return Assessment(Verdict.SUFFICIENT, likely, values, missing or (gaps if coverage < _GAPS_BELOW else []))
    far = not missing and question.kind not in _CLINICAL and cosine < _NEAR and likely < _HOPELESS
    medical = named or goes_on or bool(_MEDICAL.search(question.text) or _ORGANISM.search(question.text))
    medical = medical or _in_short(question.text, retriever)
    if not medical and (cosine < _OFF_TOPIC or far):
        return Assessment(Verdict.OUT_OF_SCOPE, likely, values, missing)
    lacks = [word for word in lacking(asked, likeliest[0]) if word not in _LITTLE][:_NAMED] if likeliest else []
    return Assessment(Verdict.INSUFFICIENT, likely, values, missing or lacks or uncovered or _rarest_of(weights))


def _in_short(text: str, retriever: Retriever) -> bool:
    """Whether something stands in a text by its letters ("UKELD") that the library knows by them; where all is in
    capitals nothing does.
    """
    if text.isupper():
        return False
    return any(retriever.occurs(term) for short in _SHORT.findall(text) for term in terms(short))


def _elsewhere(likeliest: list[Candidate], question: Question, glossary: Glossary) -> bool:
    """Whether a drug is asked for in an illness, and all of the likeliest sentences on it (or on its class) are on
    others.
    """
    drugs = [entry for entry in question.focus if entry.kind == "drug"]
    related = glossary.family_of(*drugs)
    on_it = [c for c in likeliest if any(names(entry, c) for entry in related)]
    return bool(on_it) and all(astray(candidate, question, glossary) for candidate in on_it)


def _surely(told: dict[str, float], question: Question) -> bool:
    """Whether all that is asked stands in one sentence: under any name, of two concepts at least; or word by word, in
    one that is near in meaning, too.
    """
    whole = (
        told["likeliest_covers"] > _ALL and told["near_and_covering"] > _CLOSE and not told["likeliest_lacks_expected"]
    )
    named = len(question.entries) > 1 and told["one_sentence"] > _ALL
    return (named or whole) and not (told["children"] or told["unknown"])


def _drugs_lacking(
    question: Question, answered: frozenset[str], retriever: Retriever, glossary: Glossary
) -> list[Entry]:
    """The drugs of a question that the library has under no name, and the likeliest sentences answer no question on."""
    return [
        entry
        for entry in question.entries
        if entry.kind == "drug" and not _occurs(entry, retriever, glossary) and not entry.named_in(answered)
    ]


def _strange(
    told: dict[str, float], material: Material, likeliest: Sequence[Candidate], answered: frozenset[str]
) -> bool:
    """Whether a drug is named that the library lacks: what it says of others is no answer. What it says of the drug's
    class by name is (an ACE inhibitor in pregnancy, where lisinopril is asked about), but for a number.
    """
    if not told["unknown_drug"]:
        return False
    question, glossary = material.question, material.glossary
    lacking_drugs = _drugs_lacking(question, answered, material.retriever, glossary)
    if not lacking_drugs or asks_number(question.text):
        return True
    return not all(
        any(names(parent, candidate) for parent in glossary.classes_of(entry) for candidate in likeliest)
        for entry in lacking_drugs
    )


def _rarest_of(weights: dict[str, float]) -> list[str]:
    return [_rarest(weights)] if weights else []


def _weights(question: Question, retriever: Retriever, embedder: Embedder, explained: set[str]) -> dict[str, float]:
    """The topical words of the question with how much each counts: by rarity, ordinary words and figures less."""
    topical = [word for word in question.key_words if word not in ASPECT_WORDS] or list(question.key_words)
    weights = {}
    for word in topical:
        own = terms(word)
        if not own or not any(c.isalpha() for c in word) or _DETAIL.search(word):
            continue
        special = word in explained or _is_name(word, embedder)
        special = special or (_pieces(word, embedder) > 1 and not is_unknown(word, retriever))
        weights[word] = max(map(retriever.rarity, own)) * (1.0 if special else _ORDINARY_WEIGHT)
    return weights


def _rarest(weights: dict[str, float]) -> str:
    return max(weights, key=lambda word: (weights[word], word))


def _headed(named: dict[str, Named], hits: list[Hit]) -> float:
    """1 where the question's most telling word is in a title or heading of what was found: no passing mention."""
    telling = max(named.items(), key=lambda pair: (pair[1].weight, pair[0]), default=None)
    if telling is None:
        return 1.0
    return float(any(telling[1].within(frozenset(terms(f"{hit.title} {hit.section}"))) for hit in hits))


def _pieces(word: str, embedder: Embedder) -> int:
    return embedder.count_tokens([word])[0]


def _is_name(word: str, embedder: Embedder) -> bool:
    """A word that reads like a name: of letters, not short, in several pieces of the model's vocabulary."""
    return word.isalpha() and len(word) > 4 and _pieces(word, embedder) > 2


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
