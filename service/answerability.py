"""The probability that what was found answers the question: a logistic model of signs that can be looked up.

Signs of different eyes: nearness of passage and sentence, how much of the question's words one passage, the best few
and one sentence have, whether the rarest name is there, whether words and vectors point to the same text, whether a
text is on the topic at all, and names that the library lacks. The weights are in ``answerability-1.json``; ``python -m
evals.learn.answerability`` fits them anew. The threshold is set for a stated risk by conformal risk control
(Angelopoulos et al. 2022, arXiv:2208.02814): ``footnote eval calibrate`` sets it for an edition.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.text import terms
from service.compose.candidates import Candidate
from service.question import Question
from service.retrieval import Hit

MODEL = Path(__file__).with_name("answerability-1.json")
FEATURES = (
    "cosine",  # of the best passage
    "sentence",  # cosine of the best sentence
    "coverage",  # share of the topical words, by rarity, in the best passages together
    "one_passage",  # the largest share of the question's own words, by rarity, in one passage with its headings
    "one_sentence",  # the same in one sentence with title and headings above it
    "names",  # share of the question's rarest names in one passage with its headings
    "rarest",  # whether the rarest name of the question is in one of the best passages
    "concepts",  # share of the glossary's concepts in the question that one passage names
    "headed",  # the most telling word is in a title or heading
    "passing_mention",  # it is not, and the question is on a topic: what it is, how it is treated …
    "agreement",  # the nearest passage and the best by words are of one document
    "unknown",  # share of the topical words, by rarity, that no text of the library has
    "unknown_name",  # a name that the library lacks stands where the question names its subject
    "unknown_drug",  # a word that the library lacks ends as names of drugs do
    "children",  # asked of children, and none of the first passages speaks of them
)
_PASSAGES = 8
_FIRST = 3  # passages that should speak of the people who are asked about
_RARE = 4.0  # power of rarity: the rarest name counts nearly alone
_OF_CHILDREN = re.compile(
    r"\b(?:\d|1[0-7])[\s-]?(?:years?|yrs?|yo|y|months?|weeks?|days?)[\s-]old\b|\bchild(?:ren)?\b|\binfants?\b|"
    r"\bbab(?:y|ies)\b|\btoddlers?\b|\bp(?:a)?ediatric|\bneonat|\bnewborn|\badolescen",
    re.I,
)
_CHILDREN = frozenset(terms("child children infant baby babies toddler paediatric pediatric neonate neonatal newborn"))


@dataclass(frozen=True, slots=True)
class Model:
    """The weights, and the probability from which on a question is answered."""

    constant: float
    weights: tuple[float, ...]
    threshold: float


@cache
def shipped_model() -> Model:
    """The model that ships."""
    held = json.loads(MODEL.read_text(encoding="utf-8"))
    weights = tuple(float(held["weights"][name]) for name in FEATURES)
    return Model(float(held["constant"]), weights, float(held["threshold"]))


def probability(values: Sequence[float]) -> float:
    """The probability, 0 to 1, that a question with these :data:`FEATURES` is answered by what was found."""
    model = shipped_model()
    return 1 / (1 + math.exp(-(model.constant + sum(w * x for w, x in zip(model.weights, values, strict=True)))))


@dataclass(frozen=True, slots=True)
class Named:
    """A topical word of a question: how much it counts, and the terms of each of its names."""

    weight: float
    names: tuple[frozenset[str], ...]

    def within(self, there: frozenset[str]) -> bool:
        """Whether one of its names is there."""
        for name in self.names:  # noqa: SIM110 - asked some thousand times for a question: any() takes twice as long
            if name <= there:
                return True
        return False


def features(
    question: Question,
    named: Sequence[Named],
    passages: Sequence[frozenset[str]],
    hits: Sequence[Hit],
    candidates: Sequence[Candidate],
    judged: dict[str, float],
) -> list[float]:
    """The values of :data:`FEATURES`.

    ``named``: the topical words; ``passages``: terms of the best passages with their titles and headings; ``judged``:
    the values that :mod:`service.sufficiency` works out for itself.
    """
    best = hits[:_PASSAGES]
    lexical = max((hit.lexical for hit in best), default=0.0)
    by_words = next((hit.document_id for hit in best if hit.lexical == lexical), "")
    nearest = max(best, key=lambda hit: hit.cosine, default=None)
    rarest = max(named, key=lambda name: name.weight, default=None)
    sentences = [c.own_terms | c.context_terms for c in candidates]
    concepts = [Named(1.0, entry.term_sets) for entry in question.entries if entry.kind != "other"]
    values = {
        "cosine": max((hit.cosine for hit in hits), default=0.0),
        "sentence": max((candidate.semantic for candidate in candidates), default=0.0),
        "one_passage": _most(named, passages),
        "one_sentence": _most(named, sentences),
        "names": _most([Named(name.weight**_RARE, name.names) for name in named], passages),
        "rarest": float(rarest is None or any(rarest.within(there) for there in passages)),
        "concepts": _most(concepts, passages) if concepts else 0.5,
        "children": float(
            _OF_CHILDREN.search(question.text) is not None and not any(there & _CHILDREN for there in passages[:_FIRST])
        ),
        "agreement": float(nearest is not None and nearest.document_id == by_words),
        **judged,
    }
    return [values[name] for name in FEATURES]


def _most(named: Sequence[Named], places: Sequence[frozenset[str]]) -> float:
    """The largest share of the words' weights that one place has."""
    total = sum(name.weight for name in named)
    if total <= 0:
        return float(bool(places))
    return max((sum(name.weight for name in named if name.within(there)) for there in places), default=0.0) / total
