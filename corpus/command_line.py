"""What all commands share: where the data is, and numbers and tables for people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


class GivenPath(click.Path):
    """A path that names something: an empty one, such as of a shell's unset variable, is not the folder one is in."""

    def __init__(self, file_okay: bool = True) -> None:
        super().__init__(path_type=Path, file_okay=file_okay)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Fails for an empty one."""
        if value == "":
            self.fail("the path is empty; '.' is the folder you are in.", param, ctx)
        return super().convert(value, param, ctx)


data_option = click.option(
    "--data",
    "data",
    type=GivenPath(file_okay=False),
    default=None,
    help="Data directory (default: FOOTNOTE_DATA, else ./data).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def print_json(value: Any) -> None:
    """Print ``value`` as JSON on standard output."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
