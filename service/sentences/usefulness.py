"""How likely a sentence is one that an answer should hold: a logistic model of things that can be looked up.

The model is small so that it can be read: its weights are in ``usefulness-2.json``, what each feature means is below
and in :mod:`service.sentences.coverage`, and ``python -m evals.learn.usefulness`` fits it anew on what may be learnt
from.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from functools import cache
from operator import mul
from pathlib import Path

from corpus.glossary import Entry
from service.analysis.question import Question
from service.answer import Audience
from service.evidence import rank
from service.sentences.aspects import aspect_of, is_on
from service.sentences.candidates import Candidate
from service.sentences.coverage import FEATURES as COVERAGE
from service.sentences.coverage import AskedWord, coverage
from service.sentences.expected import expects
from service.sentences.readers import is_for
from service.sentences.roles import Role, recommends
from service.sentences.sought import Sought

MODEL = Path(__file__).with_name("usefulness-2.json")
MODEL_WITHOUT_QUESTIONS = Path(__file__).with_name("usefulness-without-questions.json")
FEATURES = (
    "meaning",  # cosine to the question, as a share of the best candidate's
    "words",  # the question's words in the sentence, by rarity, as a share of the best candidate's
    "words_in_place",  # the same with the title and headings above it counting in part
    "passage",  # score of its passage
    "place",  # 1 for the first passage found, 1/2 for the second …
    "about_in_place",  # share of the question's concepts that the sentence, its title or headings name
    "about",  # share of them that the sentence itself names
    "wanted",  # of the role that this kind of question asks for first
    "figure",  # has a figure
    "expected",  # has what the question must be answered with: 1, 0; 0.5 where anything may answer it
    "far_from_patients",  # kind of evidence, 0 guideline to 2 laboratory
    "recommends",  # says what to do
    "other_reader",  # written for other readers than the one who asks
    "preclinical",  # animal or laboratory
    "as_asked",  # how alike the question and those that it is known to answer are, 0 to 1,
    "as_asked_behind",  # and how far behind those of the sentence that is most alike
    "on_aspect",  # on the aspect asked about, or under a heading for it: 1, 0; 0.5 where none is
    *COVERAGE,
)
_FIGURE = re.compile(r"\d")


@cache
def _model(with_questions: bool) -> tuple[float, tuple[float, ...]]:
    file = MODEL if with_questions else MODEL_WITHOUT_QUESTIONS
    held = json.loads(file.read_text(encoding="utf-8"))
    return float(held["constant"]), tuple(float(held["weights"].get(name, 0.0)) for name in FEATURES)


def features(
    question: Question, candidates: Sequence[Candidate], wanted: Sequence[Role], own: Sought,
    asked: Sequence[AskedWord], audience: Audience = Audience.CLINICIAN,
) -> list[list[float]]:  # fmt: skip
    """The values of :data:`FEATURES` for each candidate.

    ``wanted``: the roles that answer this kind of question, first the most; ``own``: what the
    question itself says; ``asked``: all that it asks with; ``audience``: who asks. To a patient all count alike
    where none was written for them.
    """
    for_reader = any(is_for(candidate.document, audience) for candidate in candidates)
    focus = [entry for entry in question.focus if entry.kind != "other"]
    expected, aspect = expects(question.text), aspect_of(question.text)
    found = [own.found_in(candidate.own_terms) for candidate in candidates]
    most = max(found, default=0.0) or 1.0
    meaning = max((c.semantic for c in candidates), default=0.0) or 1.0
    lexical = max((c.lexical for c in candidates), default=0.0) or 1.0
    alike = max((c.asked for c in candidates), default=0.0)
    return [
        [
            candidate.semantic / meaning,
            words / most,
            candidate.lexical / lexical,
            candidate.passage_score,
            1.0 / (1 + candidate.hit),
            _share(focus, candidate.around),
            _share(focus, candidate.own_terms),
            float(candidate.role in wanted[:1]),
            float(_FIGURE.search(candidate.text) is not None),
            0.5 if expected is None else float(expected(candidate.text)),
            rank(candidate.spans[0].source) / 6,
            float(recommends(candidate.text)),
            float((for_reader or audience is not Audience.PATIENT) and not is_for(candidate.document, audience)),
            float(candidate.spans[0].source.kind.preclinical),
            candidate.asked,
            candidate.asked - alike,
            0.5 if aspect is None else float(is_on(aspect, candidate.text, candidate.heading)),
            *covering,
        ]
        for candidate, words, covering in zip(candidates, found, coverage(question, asked, candidates), strict=True)
    ]


def usefulness(values: Sequence[float], gain: float = 0.0, with_questions: bool = True) -> float:
    """The probability, 0 to 1, for the values of one candidate's features; ``gain``: log-odds added for the reader;
    ``with_questions``: whether the edition has questions that its sentences answer. One that has none is judged by the
    model that was fitted without them.
    """
    constant, weights = _model(with_questions)
    return 1 / (1 + math.exp(-(constant + gain + sum(map(mul, weights, values)))))


def log_odds(probability: float, surest: float = 1e-6) -> float:
    """The log-odds of a probability; one within ``surest`` of 0 or 1 counts as that."""
    held = min(max(probability, surest), 1 - surest)
    return math.log(held / (1 - held))


def _share(concepts: list[Entry], there: frozenset[str]) -> float:
    if not concepts:
        return 0.5
    return sum([entry.named_in(there) for entry in concepts]) / len(concepts)
