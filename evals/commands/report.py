"""``footnote eval report``."""

from __future__ import annotations

from pathlib import Path

import click

from evals.commands.shared import gates_option, open_gates, write_text
from evals.report import html_report, markdown_report, report_of
from evals.runner import Run

_RUN = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.argument("run_directory", metavar="RUN", type=_RUN)
@click.argument("other", metavar="[RUN2]", type=_RUN, required=False)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The HTML file to write.")
@click.option("--title", default=None, help="Title of the report (default: made from the runs).")
@click.option("--failures", type=click.IntRange(min=0), default=60, show_default=True, help="Faulty answers to show.")
@gates_option
def report(
    run_directory: Path, other: Path | None, out: Path, title: str | None, failures: int, gates: Path | None
) -> None:
    """Write a run, or two side by side, as one HTML file, and beside it the same as Markdown."""
    runs = [Run(path) for path in (run_directory, other) if path is not None]
    made = report_of(runs, open_gates(gates), title)
    write_text(out, html_report(made, failures))
    twin = out.with_suffix(".md")
    write_text(twin, markdown_report(made, failures))
    click.echo(f"Written: {out} and {twin}")
