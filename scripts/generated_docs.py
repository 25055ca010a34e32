"""Write the documents that are made from the code: docs/cli.md from the command's own help, docs/settings.md
from the settings' own descriptions.

`--check` writes nothing: it exits with 1 and names the documents that no longer say what the code does.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

WIDTH = 100
MADE_BY = "<!-- Made by `make format` from the code: change it there. -->"


def cli_document() -> str:
    """docs/cli.md: the help text of `footnote` and of every command below it."""
    from footnote import main

    parts = ["# The command `footnote`", MADE_BY]
    for path, help_text in _help_texts(main, None, "footnote"):
        parts.append(f"{'#' * (1 + len(path.split()))} `{path}`\n\n```text\n{help_text}\n```")
    return "\n\n".join(parts) + "\n"


def _help_texts(command: click.Command, parent: click.Context | None, name: str) -> Iterator[tuple[str, str]]:
    """(command path, help text) of a command and, after it, of those below it."""
    context = click.Context(command, parent=parent, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
    lines = command.get_help(context).splitlines()
    yield context.command_path, "\n".join(line.rstrip() for line in lines)
    if isinstance(command, click.Group):
        for sub_name in command.list_commands(context):
            sub_command = command.get_command(context, sub_name)
            if sub_command is not None and not sub_command.hidden:
                yield from _help_texts(sub_command, context, sub_name)


def settings_document() -> str:
    """docs/settings.md: every variable with its default and its meaning."""
    from corpus.settings import PREFIX, Settings

    rows = ["| variable | default | meaning |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else f"`{field.default}`"
        meaning = (field.description or "").replace("|", "\\|")
        rows.append(f"| `{PREFIX}{name.upper()}` | {default} | {meaning} |")
    opening = (
        "Footnote is set up by environment variables. One that begins with "
        f"`{PREFIX}` and is not listed here is an error, so that a misspelt one cannot pass for the default. "
        "An empty one counts as not set."
    )
    return "\n\n".join(["# Settings", MADE_BY, opening, "\n".join(rows)]) + "\n"


DOCUMENTS = {"docs/cli.md": cli_document, "docs/settings.md": settings_document}


def main() -> int:
    """Write the documents, or check them; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail when a document is out of date")
    check = parser.parse_args().check
    stale = []
    for name, make in DOCUMENTS.items():
        path, text = ROOT / name, make()
        if path.exists() and path.read_text("utf-8") == text:
            continue
        if check:
            stale.append(name)
        else:
            path.write_text(text, "utf-8")
            print(f"wrote {name}")
    if stale:
        print(f"out of date: {', '.join(stale)}; run `make format`", file=sys.stderr)
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main())
