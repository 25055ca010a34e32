"""``footnote eval calibrate``."""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
import numpy.typing as npt

from corpus.calibration import Calibration, write_calibration
from corpus.command_line import data_option, json_option, print_json
from corpus.errors import BadInputError
from corpus.settings import settings_of_library
from evals.datasets import load_suite
from evals.learn.answerability import judged
from evals.learn.risk import conformal_threshold
from evals.statistics import auroc
from service.library import Library
from service.sufficiency.answerability import probability, shipped_model


@click.command()
@click.argument("suite")
@click.option(
    "--split", default="dev", show_default=True, help="Part of the suite to set it on; 'all' takes everything."
)
@click.option(
    "--risk", type=click.FloatRange(0.001, 0.5), default=0.1, show_default=True,
    help="Share of the questions without an answer that may be answered all the same.",
)  # fmt: skip
@click.option("--write", is_flag=True, help="Let the edition answer by this threshold from now on.")
@click.option("--edition", default=None, metavar="ID", help="Edition to set it for (default: the current one).")
@data_option
@json_option
def calibrate(
    suite: str, split: str, risk: float, write: bool, edition: str | None, data: Path | None, as_json: bool
) -> None:
    """Set the probability from which on a question is answered, for an edition, by the questions of SUITE.

    Conformal risk control on the questions that the edition does not answer: on further questions like them at most
    --risk are answered. Changes nothing without --write; a running server takes it up when it opens the edition.
    """
    items = [item for item in load_suite(suite).items if split in ("all", item.split)]
    items = [item for item in items if item.question is not None and item.is_answerable is not None]
    if len({item.is_answerable for item in items}) < 2:
        raise BadInputError(f"{suite}: the part {split!r} needs answerable and unanswerable questions.")
    settings = settings_of_library(data=data)
    library = Library(settings)
    try:
        with library.using(edition) as reading:
            edition_id, with_questions = reading.edition.id, len(reading.opened.asked) > 0
        points = list(judged(library, items, suite, edition_id))
    finally:
        library.close()
    likely = np.array([probability(point.values, with_questions) for point in points])
    gold = np.array([point.answerable for point in points])
    try:
        threshold = conformal_threshold(likely[~gold], risk)
    except ValueError as error:
        raise BadInputError(f"{suite}: {error}") from None
    now = shipped_model(with_questions).threshold_for(points[0].kind)
    found = {
        "edition": edition_id,
        "risk": risk,
        "threshold": round(threshold, 4),
        "answerable": int(gold.sum()),
        "unanswerable": int((~gold).sum()),
        "auroc": round(auroc(gold.tolist(), likely.tolist()), 4),
        "with_it": _rates(likely, gold, threshold),
        "as_shipped": _rates(likely, gold, now),
    }
    if write:
        calibration = Calibration(threshold=threshold, risk=risk, suite=suite, questions=len(points))
        write_calibration(settings.shelf_directory, edition_id, calibration)
    if as_json:
        print_json(found)
        return
    with_it, shipped = found["with_it"], found["as_shipped"]
    click.echo(
        f"Edition {edition_id}: {found['answerable']} answerable and {found['unanswerable']} unanswerable questions, "
        f"AUROC {found['auroc']:.3f}.\nThreshold {threshold:.3f} for a risk of {risk:.0%}: {with_it}.\n"
        f"The threshold that ships, {now:.3f}: {shipped}."
    )
    click.echo("The edition answers by it from now on." if write else "Nothing was changed: --write lets it.")


def _rates(likely: npt.NDArray[np.float64], gold: npt.NDArray[np.bool_], threshold: float) -> str:
    answered = likely >= threshold
    return (
        f"{(~answered[gold]).mean():.1%} of the answerable refused, {answered[~gold].mean():.1%} of the unanswerable "
        "answered"
    )
