"""Whether a sentence belongs into an answer that begins with a given one: a logistic model of twelve signs.

How likely a sentence is to be useful (:mod:`service.sentences.usefulness`) is learnt from facts that somebody asked
for. That tells well which sentence answers, and badly which of the others are on other people, another drug, another
stage; what gives these away is that they are far from the sentence that answers. Fitted on sentences graded as a
consultant reads an answer (``evals/learn/judgements.jsonl``; ``python -m evals.learn.pertinence``); the weights are in
``pertinence.json``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from corpus.glossary import Glossary
from service.sentences.candidates import Candidate
from service.sentences.material import Material
from service.sentences.roles import Role
from service.sentences.usefulness import FEATURES as USEFULNESS
from service.sentences.usefulness import log_odds

MODEL = Path(__file__).with_name("pertinence.json")
_TAKEN = ("covered", "below_best", "far_from_patients", "on_aspect", "about")  # as usefulness has them
FEATURES = (
    "useful",  # log-odds of being one that the answer should hold
    "near_first",  # cosine to the first statement; half where one has no vector
    "section_of_first",  # of the same section of the same document
    "document_of_first",  # of the same document
    "holds",  # how far it is for the patient's values, -0.3 to 1
    "harms",  # tells harms
    "names_asked",  # share of the concepts that it names which the question names, by class or member too
    *_TAKEN,
)
_PLACES = tuple(USEFULNESS.index(name) for name in _TAKEN)
_SURE = 1e-5


@cache
def _model() -> tuple[float, tuple[float, ...], float]:
    held = json.loads(MODEL.read_text(encoding="utf-8"))
    return float(held["constant"]), tuple(float(held["weights"][name]) for name in FEATURES), float(held["threshold"])


def signs(material: Material, candidates: Sequence[Candidate], first: Candidate) -> list[list[float]]:
    """The values of :data:`FEATURES` for each candidate, beside the statement that the answer begins with."""
    question, glossary = material.question, material.glossary
    asked = {entry.term for entry in glossary.family_of(*question.entries)}
    return [
        [
            log_odds(candidate.useful, _SURE),
            _nearness(candidate, first),
            float(candidate.document.id == first.document.id and candidate.heading == first.heading),
            float(candidate.document.id == first.document.id),
            material.holds(candidate, question),
            float(candidate.role is Role.HARMS),
            _share_asked(candidate, asked, glossary),
            *(values[place] for place in _PLACES),
        ]
        for candidate, values in zip(candidates, material.features(question, candidates), strict=True)
    ]


def pertinent(material: Material, candidates: Sequence[Candidate], first: Candidate) -> list[Candidate]:
    """Those of ``candidates``, in their order, that belong into an answer which begins with ``first``."""
    constant, weights, threshold = _model()
    least = math.log(threshold / (1 - threshold))
    rows = signs(material, candidates, first) if candidates else []
    return [
        candidate
        for candidate, row in zip(candidates, rows, strict=True)
        if constant + sum(weight * value for weight, value in zip(weights, row, strict=True)) >= least
    ]


def _nearness(candidate: Candidate, first: Candidate) -> float:
    if candidate.vector is None or first.vector is None:
        return 0.5
    return float(candidate.vector @ first.vector)


def _share_asked(candidate: Candidate, asked: set[str], glossary: Glossary) -> float:
    named = {mention.entry.term for mention in glossary.find(candidate.text)}
    return len(named & asked) / max(1, len(named))
