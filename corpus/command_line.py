"""What all commands share: where the data is, and numbers and tables for people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

data_option = click.option(
    "--data",
    "data",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Data directory (default: FOOTNOTE_DATA, else ./data).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def print_json(value: Any) -> None:
    """Print ``value`` as JSON on standard output."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
