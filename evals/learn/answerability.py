"""Fits ``service/sufficiency/answerability-2.json``: does what was found answer the question?

``python -m evals.learn.answerability DATA=SUITE …``: questions of each suite (of ``starter``, ``bedside``,
``twins`` and ``strangers`` the dev part) that say whether the edition current in DATA answers them. Prints what
five-fold cross-validation over topics gives, and writes the model with ``--write``. The threshold is set on what the
edition of the first suite does not answer; the near misses of ``practice`` and ``twins``, made to be mistaken, are left
out of that.
``python -m evals.learn.sources`` makes the suites beside those that ship. ``--without-questions`` fits
``answerability-without-questions.json``, for editions whose sentences have no questions that they answer.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
import numpy as np
import numpy.typing as npt
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.tree import DecisionTreeRegressor

from corpus.errors import BadInputError
from corpus.settings import settings_of_library
from evals.datasets import load_suite
from evals.items import Item
from evals.learn.folds import FOLDS, fold_of
from evals.learn.risk import conformal_threshold
from service.library import Library
from service.sufficiency.answerability import FEATURES, MODEL, MODEL_WITHOUT_QUESTIONS

_TREES, _RATE, _DEPTH = 250, 0.05, 3
_FEWEST = 10  # questions on each side of a cut
_PRACTICE = "practice"
_BEDSIDE, _TWINS, _STRANGERS = "bedside", "twins", "strangers"
# Lay and terse wordings, which without questions look like what is not answered.
_AS_TYPED = (_BEDSIDE, _TWINS, _STRANGERS)
# Signs that say nothing without questions.
_OF_QUESTIONS = (
    "as_asked", "likeliest_as_asked", "as_asked_ahead", "left_open", "asked_over_left_open",
    "asked_over_left_open_together",
)  # fmt: skip
_MADE_TO_MISLEAD = (_PRACTICE, _TWINS)  # whose questions without an answer are nearer than those asked at work
# Pairs of near misses differ in one thing, which these signs cannot see: learnt from, they only blur the others
# (service/sufficiency/stand_ins.py is for them).
_IN_PAIRS = "near miss: "
_RISK = 0.15  # share of questions without an answer, most of them near misses as typed at work, that may be answered
_REFUSED = 0.025  # share of the questions that other libraries' documents answer that may be refused
# Of a suite's answerable, and of its other questions; else 100. What is typed at work counts most.
_WEIGHTS = {"starter": 150.0, _PRACTICE: 150.0, _BEDSIDE: 250.0, _TWINS: 150.0, _STRANGERS: 250.0}
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A question's features and whether the library answers it."""

    edition: str
    suite: str
    topic: str
    question: str
    values: list[float]
    answerable: bool
    kind: str  # of most documents of its library: document, digest or patient


def judged(library: Library, items: Sequence[Item], suite: str, edition: str | None = None) -> Iterator[Judged]:
    """The questions of ``items`` that say whether they can be answered, with what is judged by."""
    with library.reading(edition) as opened:
        edition_id = opened.id
        kind = Counter(head["kind"] for head in opened.catalogue.list_documents()).most_common(1)[0][0]
    for item in items:
        if item.question is None or item.is_answerable is None:
            continue
        values = library.assess(item.question, edition, item.audience).values
        yield Judged(
            edition_id, suite, str(item.topic or item.id), item.question, values, bool(item.is_answerable), kind
        )


@click.command()
@click.argument("sources", nargs=-1, metavar="DATA=SUITE …", required=True)
@click.option("--write", is_flag=True, help="Write the model that ships.")
@click.option("--show", is_flag=True, help="Print the questions that are judged wrongly.")
@click.option(
    "--without-questions", is_flag=True,
    help="Fit the model for editions without questions: as if none had any, and without questions as typed.",
)  # fmt: skip
def main(sources: tuple[str, ...], write: bool, show: bool, without_questions: bool) -> None:
    """Fit the model that tells whether a question is answered by what was found."""
    points: list[Judged] = []
    for source in sources:
        data, equals, suite = source.partition("=")
        if not equals:
            raise BadInputError(f"{source!r} is not of the form DATA=SUITE.")
        if without_questions and suite in _AS_TYPED:
            continue
        library = Library(settings_of_library(data=Path(data)), with_questions=not without_questions)
        items = [
            item
            for item in load_suite(suite).items
            if (suite == _PRACTICE or item.split in (None, "dev")) and not (item.note or "").startswith(_IN_PAIRS)
        ]
        # Files of one name, wherever they stand, are one suite.
        found = judged(library, items, suite.rsplit("/", 1)[-1])
        points += map(_without_questions, found) if without_questions else found
        library.close()
    likely = _cross_validated(points)
    gold = np.array([point.answerable for point in points])
    # The model is for all editions, the threshold that ships for the texts that ship: those of the first source.
    first = np.array([point.edition == points[0].edition and point.suite not in _MADE_TO_MISLEAD for point in points])
    threshold = conformal_threshold(likely[~gold & first], _RISK)
    # Of other documents as many answerable questions are refused as can be borne.
    documents = np.array([point.kind == "document" for point in points])
    for_documents = (
        max(threshold, float(np.quantile(likely[gold & documents], _REFUSED))) if documents.any() else threshold
    )
    for suite in dict.fromkeys(point.suite for point in points):
        own = np.array([point.suite == suite for point in points])
        yes, no = likely[own & gold], likely[own & ~gold]
        least = for_documents if documents[own].all() else threshold
        refused = f"{(yes < least).mean():.3f} of {len(yes)}" if len(yes) else "-"
        answered = f"{(no >= least).mean():.3f} of {len(no)}" if len(no) else "-"
        click.echo(f"{suite}: answerable refused {refused}; unanswerable answered {answered}")
    click.echo(
        f"Threshold {threshold:.3f} for a risk of {_RISK:.0%}, for documents {for_documents:.3f} (cross-validated)."
    )
    if show:
        for point, value in sorted(zip(points, likely, strict=True), key=lambda pair: pair[1]):
            if (value >= (for_documents if point.kind == "document" else threshold)) != point.answerable:
                click.echo(f"{value:.2f} {'refused' if point.answerable else 'answered'}: {point.question}")
    if write:
        model = _fit(points)
        record = {
            "fitted_on": dict(Counter(point.suite for point in points)),
            "threshold": round(float(threshold), 4),
            "threshold_documents": round(for_documents, 4),
            "constant": round(_log_odds(float(model.init_.class_prior_[1])), 4),
            "trees": [_tree(tree) for tree in model.estimators_[:, 0]],
        }
        file = MODEL_WITHOUT_QUESTIONS if without_questions else MODEL
        file.write_text(_written(record), encoding="utf-8")
        click.echo(f"Written to {file.name}; raise ENGINE in service/engine.py.")


def _without_questions(point: Judged) -> Judged:
    """The same with nothing said by the signs that come of questions."""
    values = [0.0 if name in _OF_QUESTIONS else value for name, value in zip(FEATURES, point.values, strict=True)]
    return replace(point, values=values)


def _written(record: dict[str, Any]) -> str:
    """JSON with a line for each tree."""
    trees = ",\n  ".join(json.dumps(tree) for tree in record["trees"])
    head = json.dumps({key: value for key, value in record.items() if key != "trees"}, indent=1)
    return f'{head[:-2]},\n "trees": [\n  {trees}\n ]\n}}\n'


def _log_odds(likely: float) -> float:
    return float(np.log(likely / (1 - likely)))


def _fit(points: Sequence[Judged]) -> GradientBoostingClassifier:
    """Boosted trees of depth three; each suite, and in it both answers, has its weight."""
    values = np.array([point.values for point in points])
    truth = np.array([point.answerable for point in points])
    weigh = np.ones(len(points))
    for suite, answer in {(point.suite, point.answerable) for point in points}:
        own = np.array([p.suite == suite and p.answerable is answer for p in points])
        weigh[own] = _WEIGHTS.get(suite, 100.0) / own.sum()
    model = GradientBoostingClassifier(
        n_estimators=_TREES,
        learning_rate=_RATE,
        max_depth=_DEPTH,
        min_samples_leaf=_FEWEST,
        subsample=0.6,
        max_features=0.35,
        random_state=0,
    )
    return model.fit(values, truth, sample_weight=weigh)


def _tree(fitted: DecisionTreeRegressor) -> dict[str, Any]:
    """A tree as the model that ships holds it; below a branch that asks no further question all values are the same."""
    tree = fitted.tree_
    signs: list[str] = []
    cuts: list[float] = []
    level = [0]
    for _ in range(_DEPTH):
        below: list[int] = []
        for node in level:
            is_leaf = tree.children_left[node] < 0
            signs.append(FEATURES[0] if is_leaf else FEATURES[tree.feature[node]])
            cuts.append(0.0 if is_leaf else round(float(tree.threshold[node]), 8))
            below += [node, node] if is_leaf else [int(tree.children_left[node]), int(tree.children_right[node])]
        level = below
    return {"signs": signs, "cuts": cuts, "values": [round(_RATE * float(tree.value[node, 0, 0]), 5) for node in level]}


def _cross_validated(points: Sequence[Judged]) -> Matrix:
    likely = np.zeros(len(points))
    folds = np.array([fold_of(point.topic) for point in points])
    for fold in range(FOLDS):
        model = _fit([point for point, own in zip(points, folds, strict=True) if own != fold])
        test = np.array([point.values for point, own in zip(points, folds, strict=True) if own == fold])
        if len(test):
            likely[folds == fold] = model.predict_proba(test)[:, 1]
    return likely


if __name__ == "__main__":
    main()
