"""``footnote ingest``."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from corpus.command_line import GivenPath, data_option, json_option, print_json
from corpus.errors import BadInputError
from corpus.interruption import interrupt
from corpus.settings import load_settings
from ingest.build import Progress as Report
from ingest.pipeline import ingest as run_ingest
from ingest.report import IngestReport


@click.command()
@click.argument("paths", metavar="[PATH ...]", nargs=-1, type=GivenPath())
@click.option("--only", is_flag=True, help="The paths become the whole library; everything else is removed.")
@data_option
@json_option
@click.pass_context
def ingest(ctx: click.Context, paths: tuple[Path, ...], only: bool, data: Path | None, as_json: bool) -> None:
    """Build and publish an edition of the library.

    Without PATH: the library that ships. A PATH (a file, a folder of Markdown and text files, or a BEIR folder)
    replaces what the same PATH gave before and leaves the rest. Only what changed is embedded; when nothing changed,
    nothing is published.

    Exit codes: 0 published or unchanged, 2 bad input, 3 published although some files could not be read, 4 a gate
    refused the build, 130 interrupted. Unless it is 0 or 3, the library is as it was before.
    """
    if only and not paths:
        raise BadInputError("--only needs at least one PATH.")
    for number in (signal.SIGINT, signal.SIGTERM):  # also where a parent had the interrupt ignored
        signal.signal(number, interrupt)
    settings = load_settings(data=data)
    with _progress(quiet=as_json) as progress:
        report = run_ingest(settings, paths, only=only, progress=progress)
    if as_json:
        print_json(report.as_json())
    else:
        _print(report)
    ctx.exit(report.exit_code)


@contextmanager
def _progress(quiet: bool) -> Iterator[Report]:
    """A bar on standard error where a person looks on; nothing otherwise."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda stage, done, total: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def report(stage: str, done: int, total: int | None) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield report


def _print(report: IngestReport) -> None:
    for failure in report.failed:
        click.echo(f"not read: {failure.path}: {failure.reason}", err=True)
    if report.published:
        click.echo(
            f"Published edition {report.edition}: {len(report.added)} documents added, {len(report.changed)} changed, "
            f"{len(report.removed)} removed, {len(report.unchanged)} unchanged; "
            f"{report.passages_embedded} passages embedded."
        )
    else:
        click.echo(f"Nothing changed: edition {report.edition} stays current ({len(report.unchanged)} documents).")
    if report.failed:
        click.echo(f"{len(report.failed)} could not be read (see above).", err=True)
    sys.stdout.flush()
