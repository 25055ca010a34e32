"""Fits ``service/answerability-1.json``: does what was found answer the question?

``python -m evals.learn.answerability DATA=SUITE …``: questions of each suite (of ``starter`` the dev part) that say
whether the edition current in DATA answers them. Prints what five-fold cross-validation over topics gives, and writes
the model with ``--write``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from corpus.document import stable_hash
from corpus.errors import BadInputError
from corpus.settings import load_settings
from evals.datasets import load_suite
from evals.items import Item
from evals.learn.risk import conformal_threshold
from service.answerability import FEATURES, MODEL
from service.library import Library

_FOLDS = 5
_RIDGE = 0.3
_RISK = 0.10  # share of questions without an answer that may be answered all the same
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


def judged(library: Library, items: Sequence[Item], suite: str, edition: str | None = None) -> Iterator[Judged]:
    """The questions of ``items`` that say whether they can be answered, with what is judged by."""
    with library.reading(edition) as opened:
        edition_id = opened.id
    for item in items:
        if item.question is None or item.is_answerable is None:
            continue
        values = library.assess(item.question, edition).values
        yield Judged(edition_id, suite, str(item.topic or item.id), item.question, values, bool(item.is_answerable))


@click.command()
@click.argument("sources", nargs=-1, metavar="DATA=SUITE …", required=True)
@click.option("--write", is_flag=True, help="Write the model that ships.")
@click.option("--show", is_flag=True, help="Print the questions that are judged wrongly.")
def main(sources: tuple[str, ...], write: bool, show: bool) -> None:
    """Fit the model that tells whether a question is answered by what was found."""
    points: list[Judged] = []
    for source in sources:
        data, equals, suite = source.partition("=")
        if not equals:
            raise BadInputError(f"{source!r} is not of the form DATA=SUITE.")
        library = Library(load_settings(data=Path(data)))
        items = [item for item in load_suite(suite).items if item.split in (None, "dev")]
        points += judged(library, items, suite)
        library.close()
    likely = _cross_validated(points)
    gold = np.array([point.answerable for point in points])
    # The model is for all editions, the threshold that ships for the texts that ship: those of the first source.
    first = np.array([point.edition == points[0].edition for point in points])
    threshold = conformal_threshold(likely[~gold & first], _RISK)
    for suite in dict.fromkeys(point.suite for point in points):
        own = np.array([point.suite == suite for point in points])
        yes, no = likely[own & gold], likely[own & ~gold]
        refused = f"{(yes < threshold).mean():.3f} of {len(yes)}" if len(yes) else "-"
        answered = f"{(no >= threshold).mean():.3f} of {len(no)}" if len(no) else "-"
        click.echo(f"{suite}: answerable refused {refused}; unanswerable answered {answered}")
    click.echo(f"Threshold {threshold:.3f} for a risk of {_RISK:.0%} (cross-validated).")
    if show:
        for point, value in sorted(zip(points, likely, strict=True), key=lambda pair: pair[1]):
            if (value >= threshold) != point.answerable:
                click.echo(f"{value:.2f} {'refused' if point.answerable else 'answered'}: {point.question}")
    if write:
        weights = _fit(points)
        named = {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights[:-1], strict=True)}
        fitted = {suite: sum(p.suite == suite for p in points) for suite in dict.fromkeys(p.suite for p in points)}
        record = {
            "fitted_on": {suite.rsplit("/", 1)[-1]: count for suite, count in fitted.items()},
            "threshold": round(float(threshold), 4),
            "constant": round(float(weights[-1]), 4),
            "weights": named,
        }
        MODEL.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        click.echo(f"Written to {MODEL.name}; raise ENGINE in service/consult.py.")


def _fit(points: Sequence[Judged]) -> Matrix:
    """Ridge logistic regression on standardised features; returns weights for the features as they are, and the
    constant.
    """
    values = np.array([point.values for point in points])
    truth = np.array([float(point.answerable) for point in points])
    groups = [(edition, answer) for edition in dict.fromkeys(p.edition for p in points) for answer in (True, False)]
    weigh = np.ones(len(points))
    for edition, answer in groups:  # each edition, and in it both answers, weigh the same
        own = np.array([p.edition == edition and p.answerable is answer for p in points])
        weigh[own] = 100 / max(1, own.sum())
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    standard = np.hstack([(values - mean) / spread, np.ones((len(values), 1))])

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        likely = 1 / (1 + np.exp(-(standard @ weights)))
        shrunk = np.append(weights[:-1], 0.0)
        value = -(weigh * np.log(np.where(truth == 1, likely, 1 - likely) + 1e-12)).sum() + _RIDGE * (shrunk**2).sum()
        return float(value), standard.T @ (weigh * (likely - truth)) + 2 * _RIDGE * shrunk

    found = minimize(loss, np.zeros(standard.shape[1]), jac=True, method="L-BFGS-B").x
    own = found[:-1] / spread
    return np.append(own, found[-1] - float(own @ mean))


def _cross_validated(points: Sequence[Judged]) -> Matrix:
    likely = np.zeros(len(points))
    folds = np.array([int(stable_hash(point.topic)[:8], 16) % _FOLDS for point in points])
    for fold in range(_FOLDS):
        weights = _fit([point for point, own in zip(points, folds, strict=True) if own != fold])
        test = np.array([point.values for point, own in zip(points, folds, strict=True) if own == fold])
        if len(test):
            likely[folds == fold] = 1 / (1 + np.exp(-(test @ weights[:-1] + weights[-1])))
    return likely


if __name__ == "__main__":
    main()
