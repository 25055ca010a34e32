"""``footnote library``: the texts themselves."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from corpus.command_line import GivenPath, json_option, print_json
from ingest.library_check import Coverage, LibraryReport, check_library
from ingest.pipeline import LIBRARY


@click.group()
def library() -> None:
    """Check the texts of a library."""


@library.command()
@click.argument("path", metavar="[PATH]", required=False, type=GivenPath())
@json_option
@click.pass_context
def check(ctx: click.Context, path: Path | None, as_json: bool) -> None:
    """Check digests and texts for patients: front matter, source marks, evidence files, wording, glossary.

    PATH is a folder or one text; without it, the library that ships is checked. Problems are printed one a line
    (file: problem), then what the library covers. Exit code 0 when it is clean, 1 with problems, 2 without texts.
    """
    report = check_library(path or LIBRARY)
    if as_json:
        print_json(asdict(report))
    else:
        _print(report)
    ctx.exit(1 if report.problems else 0)


def _print(report: LibraryReport) -> None:
    for problem in report.problems:
        click.echo(f"{problem.file}: {problem.problem}")
    names = [field.name for field in fields(Coverage)]
    table = Table(*(name.replace("_", " ") for name in names), box=None)
    for folder in report.coverage:
        table.add_row(*(str(getattr(folder, name)) for name in names))
    table.add_row("all", *(str(sum(getattr(folder, name) for folder in report.coverage)) for name in names[1:]))
    Console().print(table)
    click.echo("No problems." if not report.problems else f"{len(report.problems)} problems.")
