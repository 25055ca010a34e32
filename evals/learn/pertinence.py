"""Fits ``service/sentences/pertinence.json`` on ``judgements.jsonl``: which sentences belong into an answer.

Each line is a question (of ``practice``, or of the dev part of another suite) with the dozen sentences that came next
for it, graded as a strict consultant reads them as parts of the answer: 3 answers, 2 is said in the same breath, 1 is
on the topic and not asked, 0 is for others or would mislead. ``python -m evals.learn.pertinence --data DIR`` (the
shipped library ingested there) prints what five-fold cross-validation over topics gives at several thresholds, and
writes the model with ``--write``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import numpy.typing as npt

from corpus.settings import settings_of_library
from evals.learn.folds import FOLDS, fold_of
from evals.learn.logistic import Matrix, ridge_logistic
from service.compose.choosing import fitting
from service.compose.first_statement import Directness, first_statement
from service.library import Library
from service.sentences.pertinence import FEATURES, MODEL, signs
from service.sentences.roles import Role
from service.sentences.selection import select

JUDGEMENTS = Path(__file__).with_name("judgements.jsonl")
_GAIN = (0.0, 0.1, 0.75, 1.0)  # how far a sentence of each grade belongs
_RIDGE = 20.0
_SENTENCES = 12
_THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4)


@dataclass(frozen=True, slots=True)
class _Judged:
    """The graded sentences of a question: their signs and grades."""

    topic: str
    values: Matrix
    grades: npt.NDArray[np.int64]


@click.command()
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=None)
@click.option("--threshold", type=click.FloatRange(0, 1, min_open=True, max_open=True), default=0.2, show_default=True)
@click.option("--write", is_flag=True, help="Write the model that ships.")
def main(data: Path | None, threshold: float, write: bool) -> None:
    """Fit the model that tells which sentences belong into an answer."""
    library = Library(settings_of_library(data=data))
    try:
        judged = list(_judged(library))
    finally:
        library.close()
    grades = np.hstack([found.grades for found in judged])
    click.echo(
        f"{len(judged)} questions, {len(grades)} sentences: {np.bincount(grades, minlength=4).tolist()} of grade 0 to 3"
    )
    likely = _cross_validated(judged)
    for least in _THRESHOLDS:
        kept = likely >= least
        shares = ", ".join(f"{name} {np.isin(grades[kept], of).mean():.2f}" for name, of in _NAMED.items())
        found = ", ".join(
            f"grade {grade} {(kept & (grades == grade)).sum() / (grades == grade).sum():.2f}" for grade in (3, 2)
        )
        click.echo(f"from {least:.2f}: {kept.sum() / len(judged):.1f} sentences, of these {shares}; found of {found}")
    if write:
        weights = _fit(judged)
        named = {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights[:-1], strict=True)}
        record = {
            "fitted_on": "evals/learn/judgements.jsonl",
            "sentences": len(grades),
            "threshold": threshold,
            "constant": round(float(weights[-1]), 4),
            "weights": named,
        }
        MODEL.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        click.echo(f"Written to {MODEL.name}; raise ENGINE in service/engine.py.")


_NAMED = {"answer": (3,), "answer or said with it": (2, 3), "mislead": (0,)}


def _judged(library: Library) -> Iterator[_Judged]:
    """The judged questions, each with those of its graded sentences that are still among the candidates. The one that
    the answer begins with is left out.
    """
    for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines():
        held = json.loads(line)
        grades = {(s["document_id"], s["begins"]): int(s["grade"]) for s in held["sentences"]}
        with library.using(None) as reading:
            material = library.material(held["question"], reading)
            ordered = fitting(material, material.found)
            chosen = select(ordered, _SENTENCES, 0.0, dict.fromkeys(Role, _SENTENCES), worth=lambda c: c.useful)
            first = first_statement(material, chosen, Directness(material, chosen))
            others = [candidate for candidate in chosen if candidate is not first]
            values = signs(material, others, first)
        found = [
            (row, grade)
            for candidate, row in zip(others, values, strict=True)
            for (document, begins), grade in grades.items()
            if candidate.document.id == document and candidate.text.startswith(begins)
        ]
        if found:
            yield _Judged(
                str(held["topic"]), np.array([row for row, _ in found]), np.array([grade for _, grade in found])
            )


def _fit(judged: list[_Judged]) -> Matrix:
    gained = np.array(_GAIN)[np.hstack([found.grades for found in judged])]
    return ridge_logistic(np.vstack([found.values for found in judged]), gained, _RIDGE)


def _cross_validated(judged: list[_Judged]) -> Matrix:
    """For each sentence its probability by the model that was fitted without its topic."""
    folds = [fold_of(found.topic) for found in judged]
    models = [_fit([found for found, own in zip(judged, folds, strict=True) if own != fold]) for fold in range(FOLDS)]
    return np.hstack(
        [
            1 / (1 + np.exp(-(found.values @ models[fold][:-1] + models[fold][-1])))
            for found, fold in zip(judged, folds, strict=True)
        ]
    )


if __name__ == "__main__":
    main()
