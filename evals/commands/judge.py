"""``footnote eval judge``."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from corpus.command_line import data_option, json_option, print_json
from corpus.errors import BadInputError
from corpus.settings import load_settings
from evals.commands.shared import judge_option, open_judge, progress, write_text
from evals.datasets import load_suite
from evals.judge.agreement import calibrate
from evals.judge.support import SHIPPED, calibration_path
from evals.verdict import VERDICTS
from service.library import Library


@click.command()
@click.argument("suites", nargs=-1, required=True)
@click.option("--write", is_flag=True, help="Make it the calibration that reports show for the judge that ships.")
@judge_option
@data_option
@json_option
def judge(suites: tuple[str, ...], write: bool, judge_name: str | None, data: Path | None, as_json: bool) -> None:
    """Measure the support judge on people's labels: SUITES such as scifact:FOLDER and claims:FILE."""
    loaded = [load_suite(spec) for spec in suites]
    without = [suite.name for suite in loaded if not suite.pairs]
    if without:
        raise BadInputError(f"{without[0]} holds no labelled pairs.")
    if write and judge_name:
        raise BadInputError("--write is for the judge that ships.")
    library = Library(load_settings(data=data))
    try:
        with progress("judging") as advance:
            found = calibrate(open_judge(library, judge_name), loaded, advance)
    finally:
        library.close()
    if write:
        write_text(calibration_path(SHIPPED), json.dumps(found, indent=1) + "\n")
    if as_json:
        print_json(found)
        return
    console = Console(highlight=False)
    for entry in found["sets"]:
        console.print(
            f"{found['judge']} on {entry['set']}, {entry['pairs']} pairs. Support against the rest: balanced accuracy "
            f"{entry['balanced_accuracy']:.3f}, AUROC {entry['auroc']:.3f}, κ {entry['kappa']:.3f}. "
            f"Three classes: balanced accuracy {entry['balanced_accuracy_three']:.3f}, κ "
            f"{entry['kappa_three']:.3f}. Contradiction: AUROC "
            f"{entry['auroc_contradiction']:.3f}."
        )
        table = Table("people ↓  judge →", *VERDICTS, box=None)
        for gold in VERDICTS:
            table.add_row(gold, *(str(entry["confusion"][gold][given]) for given in VERDICTS))
        console.print(table)
