"""``footnote eval baseline``."""

from __future__ import annotations

from pathlib import Path

import click

from evals.compare.baseline import SHIPPED_BASELINE, write_baseline
from evals.runner import Run


@click.command()
@click.argument("run_directory", metavar="RUN", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=SHIPPED_BASELINE,
    show_default="evals/baseline of this checkout",
)
def baseline(run_directory: Path, out: Path) -> None:
    """Make RUN the baseline: scores, statuses and statements, small enough to be committed."""
    run = Run(run_directory)
    write_baseline(run, out)
    click.echo(f"{len(run.plan)} questions are the baseline now, in {out}.")
