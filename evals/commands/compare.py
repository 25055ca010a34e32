"""``footnote eval compare``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from corpus.command_line import json_option, print_json
from evals.commands.shared import gates_option, open_gates, write_text
from evals.compare import compare as compare_runs
from evals.compare import comparison_markdown
from evals.runner import Run

_RUN = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.argument("a", type=_RUN)
@click.argument("b", type=_RUN)
@gates_option
@click.option(
    "--all", "everything", is_flag=True, help="Compare all metrics, not those of the gate file alone; none is a gate."
)
@click.option("--items", type=click.IntRange(min=0), default=10, show_default=True, help="Changed items to show.")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Write Markdown to this file too."
)
@json_option
@click.pass_context
def compare(
    ctx: click.Context, a: Path, b: Path, gates: Path | None, everything: bool, items: int, seed: int,
    out: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Compare run B with run A, question by question.

    Exit code 1 when a metric of the gate file drops significantly (paired permutation test, Holm over the metrics), or
    B does not keep a bound of it.
    """
    found = compare_runs(Run(a), Run(b), None if everything else open_gates(gates), seed)
    text = comparison_markdown(found, items)
    if out is not None:
        write_text(out, comparison_markdown(found, len(found.changed)))
    if as_json:
        print_json({**asdict(found), "failed": found.failed})
    else:
        click.echo(text, nl=False)
    if found.failed:
        ctx.exit(1)
