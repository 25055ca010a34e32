"""``python -m evals.bench`` (``make bench``)."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from corpus.command_line import json_option, print_json
from corpus.errors import FootnoteError
from evals.bench.comparison import Line, compare
from evals.bench.texts import Texts, make_texts, read_texts


@click.command()
@click.option("--corpus", type=click.Path(path_type=Path, file_okay=False), help="A BEIR folder with queries.jsonl.")
@click.option("--characters", default=1_600_000, show_default=True, help="Size of the texts made from the library.")
@click.option("--questions", default=220, show_default=True, help="Distinct questions; the first 20 are not counted.")
@json_option
def bench(corpus: Path | None, characters: int, questions: int, as_json: bool) -> None:
    """Compare Footnote with a plain LangChain pipeline over the same texts: speed, memory, start.

    Exit code 0 when every bar is met, 1 when one is missed.
    """
    console = Console(stderr=True)
    with tempfile.TemporaryDirectory() as directory:
        folder, workspace = Path(directory) / "texts", Path(directory) / "work"
        folder.mkdir()
        workspace.mkdir()
        texts = read_texts(corpus, questions) if corpus else make_texts(folder, characters, questions)
        with console.status("starting") as status:
            lines = compare(texts, workspace, status.update)
    if as_json:
        print_json([{**asdict(line), "ratio": line.ratio, "met": line.met} for line in lines])
    else:
        _print(texts, lines)
    sys.exit(0 if all(line.met for line in lines) else 1)


def _print(texts: Texts, lines: list[Line]) -> None:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    title = (
        f"{texts.documents} documents, {texts.characters:,} characters, {len(texts.questions)} questions, {cores} cores"
    )
    table = Table("", "Footnote", "LangChain", "ratio", "bar", "", title=title, box=None, title_justify="left")
    for line in lines:
        digits = 0 if line.footnote >= 100 else 1
        table.add_row(
            f"{line.measure} ({line.unit})", f"{line.footnote:,.{digits}f}", f"{line.langchain:,.{digits}f}",
            f"{line.ratio:.2f}", f"{'≥' if line.at_least else '≤'} {line.bar}", "met" if line.met else "MISSED",
        )  # fmt: skip
    Console().print(table)


if __name__ == "__main__":
    try:
        bench(standalone_mode=False)
    except FootnoteError as error:
        click.echo(f"bench: {error.message}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
