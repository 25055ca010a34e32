"""What the evaluation commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from evals.compare import SHIPPED, Gates, read_gates
from evals.judge import ChatJudge, Judge, SupportJudge
from service.library import Library

judge_option = click.option(
    "--judge",
    "judge_name",
    default=None,
    metavar="PROVIDER:MODEL",
    help="A chat model as judge of support and nuggets (default: the judge that ships, no language model).",
)
gates_option = click.option(
    "--gates",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    default=None,
    help="Gate file: metrics that must not drop, with bounds (default: the one that ships).",
)


def open_judge(library: Library, name: str | None) -> Judge:
    """The judge that ships, or the chat model of that name. Raises JudgeError, EmbedderError or BadInputError."""
    shipped = SupportJudge.shipped(library.embedder, library.glossary)
    return ChatJudge.named(name, shipped) if name else shipped


def open_gates(path: Path | None) -> Gates:
    """The gates of the file, or those that ship. Raises BadInputError."""
    return read_gates(path or SHIPPED)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error where a person looks on; nothing otherwise."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda done, of: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def write_text(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    draft = path.with_name(path.name + ".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
