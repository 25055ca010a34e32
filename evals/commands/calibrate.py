"""``footnote eval calibrate``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from corpus.command_line import data_option, json_option, print_json
from corpus.errors import BadInputError
from corpus.settings import load_settings
from evals.datasets import load_suite
from evals.items import Item
from service.library import Library
from service.question import analyse
from service.sufficiency import Verdict, assess

_PASSAGES = 24


@dataclass(frozen=True, slots=True)
class _Point:
    answerable: bool
    sufficient: bool  # what the service decides now
    cosine: float
    coverage: float


@click.command()
@click.argument("suite")
@click.option("--split", default="dev", show_default=True, help="Part of the suite to fit on; 'all' takes everything.")
@click.option("--edition", default=None, metavar="ID")
@data_option
@json_option
def calibrate(suite: str, split: str, edition: str | None, data: Path | None, as_json: bool) -> None:
    """Fit the thresholds of the decision whether to answer, on the dev part of SUITE, and print them.

    Changes nothing: the thresholds are in service/sufficiency.py. They are chosen for the best balanced accuracy
    between questions that the library answers and those that it does not.
    """
    items = [item for item in load_suite(suite).items if split in ("all", item.split)]
    items = [item for item in items if item.question is not None and item.is_answerable is not None]
    if len({item.is_answerable for item in items}) < 2:
        raise BadInputError(f"{suite}: the part {split!r} needs answerable and unanswerable questions.")
    library = Library(load_settings(data=data))
    try:
        points = [_assess(library, item, edition) for item in items]
    finally:
        library.close()
    found = _fit(points)
    found["now"] = _balanced(points, np.array([point.sufficient for point in points]))
    found["questions"] = len(points)
    if as_json:
        print_json(found)
        return
    click.echo(
        f"{len(points)} questions. Best: cosine ≥ {found['cosine']:.2f} and coverage ≥ {found['coverage']:.2f}: "
        f"balanced accuracy {found['balanced_accuracy']:.3f}. The service's decision as it is: {found['now']:.3f}."
    )


def _assess(library: Library, item: Item, edition: str | None) -> _Point:
    with library.using(edition) as reading:
        text = item.question or ""
        hits = reading.retriever.search(text, _PASSAGES)
        found = assess(analyse(text, library.glossary), hits, reading.retriever, library.embedder, library.glossary)
    return _Point(bool(item.is_answerable), found.verdict is Verdict.SUFFICIENT, found.cosine, found.coverage)


def _fit(points: list[_Point]) -> dict[str, float]:
    cosine = np.array([point.cosine for point in points])
    coverage = np.array([point.coverage for point in points])
    best = {"cosine": 0.0, "coverage": 0.0, "balanced_accuracy": 0.0}
    for a in np.arange(0.0, 0.91, 0.02):
        for b in np.arange(0.0, 1.01, 0.05):
            score = _balanced(points, (cosine >= a) & (coverage >= b))
            if score > best["balanced_accuracy"] + 1e-9:
                best = {"cosine": round(float(a), 2), "coverage": round(float(b), 2), "balanced_accuracy": score}
    return best


def _balanced(points: list[_Point], answered: np.ndarray) -> float:
    gold = np.array([point.answerable for point in points])
    return round(float(((answered & gold).sum() / gold.sum() + (~answered & ~gold).sum() / (~gold).sum()) / 2), 4)
