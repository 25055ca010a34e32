"""Fits ``service/sentences/usefulness-2.json`` on ``practice`` and the dev parts of ``starter``, ``bedside`` and
``strangers``: which sentences carry a nugget.

``python -m evals.learn.usefulness --data DIR`` (the shipped library ingested there) prints what five-fold
cross-validation over topics gives, and writes the model with ``--write``. ``--without-questions`` fits
``usefulness-without-questions.json``, for editions whose sentences have no questions that they answer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from corpus.settings import settings_of_library
from evals.datasets import load_suite
from evals.items import Nugget
from evals.learn.folds import FOLDS, fold_of
from evals.learn.logistic import Matrix, ridge_logistic
from service.answer import Audience
from service.library import Library
from service.sentences.usefulness import FEATURES, MODEL, MODEL_WITHOUT_QUESTIONS

_SUITES = ("practice", "starter", "bedside", "strangers")
_WITHOUT_QUESTIONS = ("practice", "starter")
_OF_QUESTIONS = ("as_asked", "as_asked_behind")  # features that say nothing without questions
_IN_PAIRS = "near miss: "  # these questions have their sentence's very words: nobody asks so
_RIDGE = 10.0
_STATEMENTS = (1, 2, 4, 6, 8, 12)


@dataclass(frozen=True, slots=True)
class _Question:
    suite: str
    topic: str
    text: str
    nuggets: Sequence[Nugget]
    audience: Audience


@dataclass(frozen=True, slots=True)
class _Asked:
    """The candidates of a question: their features, which of its nuggets each carries, which nuggets are vital."""

    suite: str
    topic: str
    values: Matrix
    carries: list[list[int]]
    vital: list[int]

    @property
    def truth(self) -> Matrix:
        return np.array([float(bool(found)) for found in self.carries])


@click.command()
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=None)
@click.option("--write", is_flag=True, help="Write the model that ships.")
@click.option(
    "--without-questions", is_flag=True,
    help="Fit the model for editions without questions: as if this one had none, and without the suite bedside.",
)  # fmt: skip
def main(data: Path | None, write: bool, without_questions: bool) -> None:
    """Fit the model that tells which sentences an answer should hold."""
    suites = _WITHOUT_QUESTIONS if without_questions else _SUITES
    used = [name for name in FEATURES if not (without_questions and name in _OF_QUESTIONS)]
    library = Library(settings_of_library(data=data), with_questions=not without_questions)
    try:
        asked = [found for question in _questions(suites) if len((found := _asked(library, question, used)).values)]
    finally:
        library.close()
    for suite in suites:
        recalls = ", ".join(f"{count}: {_cross_validated(asked, suite, count):.3f}" for count in _STATEMENTS)
        click.echo(f"{suite}: share of the vital nuggets in the best so many sentences: {recalls}")
    if write:
        weights = _fit(asked)
        named = {name: round(float(weight), 4) for name, weight in zip(used, weights[:-1], strict=True)}
        record = {
            "fitted_on": "practice; starter, dev"
            if without_questions
            else "practice; starter, bedside and strangers, dev",
            "questions": len(asked),
            "constant": round(float(weights[-1]), 4),
            "weights": named,
        }
        file = MODEL_WITHOUT_QUESTIONS if without_questions else MODEL
        file.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        click.echo(f"Written to {file.name}; raise ENGINE in service/engine.py.")


def _questions(suites: Sequence[str]) -> list[_Question]:
    """The questions of these suites that may be learnt from, conversations as they would be asked alone. A patient's is
    looked up as a patient's: texts for patients are no answers to clinicians.
    """
    found = []
    for suite in suites:
        for item in load_suite(suite).items:
            if (suite != "practice" and item.split != "dev") or (item.note or "").startswith(_IN_PAIRS):
                continue
            topic = str(item.topic)
            if item.question and item.nuggets:
                found.append(_Question(suite, topic, item.question, item.nuggets, item.audience))
            found += [
                _Question(suite, topic, turn.standalone or turn.question, turn.nuggets, item.audience)
                for turn in item.turns
                if turn.nuggets
            ]
    return found


def _asked(library: Library, asked: _Question, used: Sequence[str]) -> _Asked:
    with library.using(None) as reading:
        material = library.material(asked.text, reading, asked.audience)
        candidates = material.found
        values = np.array(material.features(material.question, candidates))
        values = values[:, [FEATURES.index(name) for name in used]] if len(values) else values
    carries = [
        [
            number
            for number, nugget in enumerate(asked.nuggets)
            if any(s.document_id == c.document.id and s.begins in c.text for s in nugget.sentences)
        ]
        for c in candidates
    ]
    vital = [number for number, nugget in enumerate(asked.nuggets) if nugget.vital and nugget.sentences]
    return _Asked(asked.suite, asked.topic, values, carries, vital)


def _fit(asked: Sequence[_Asked]) -> Matrix:
    truth = np.hstack([found.truth for found in asked])
    return ridge_logistic(np.vstack([found.values for found in asked]), truth, _RIDGE)


def _cross_validated(asked: Sequence[_Asked], suite: str, count: int) -> float:
    """Of the vital nuggets of a suite whose sentence is in the library."""
    held = vital = 0
    for fold in range(FOLDS):
        test = [found for found in asked if found.suite == suite and fold_of(found.topic) == fold]
        weights = _fit([found for found in asked if fold_of(found.topic) != fold])
        for found in test:
            best = np.argsort(-(found.values @ weights[:-1]), kind="stable")[:count]
            got = {number for position in best for number in found.carries[position]}
            held += len(got & set(found.vital))
            vital += len(found.vital)
    return held / vital if vital else 0.0


if __name__ == "__main__":
    main()
