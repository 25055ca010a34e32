"""``footnote editions``: what is on the shelf, and which edition is current."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from corpus.command_line import data_option, json_option, print_json
from corpus.errors import DamagedEditionError, NoEditionError
from corpus.settings import settings_of_library
from corpus.shelf import Shelf
from ingest.difference import difference
from ingest.verify import repair, verify


@click.group()
def editions() -> None:
    """List, compare, verify, roll back and prune editions."""


def _shelf(data: Path | None) -> Shelf:
    settings = settings_of_library(data=data)
    return Shelf(settings.shelf_directory, settings.chroma_url)


def _named(shelf: Shelf, edition_id: str | None) -> str:
    found = edition_id or shelf.current_id()
    if found is None:
        raise NoEditionError("The library is empty: run 'footnote ingest' first.")
    return found


@editions.command("list")
@data_option
@json_option
def list_editions(data: Path | None, as_json: bool) -> None:
    """All editions, newest first; the current one is marked."""
    shelf = _shelf(data)
    current = shelf.current_id()
    rows = [{**_summary(shelf, name), "current": name == current} for name in reversed(shelf.ids())]
    if as_json:
        print_json(rows)
        return
    if not rows:
        click.echo("There is no edition yet: run 'footnote ingest' first.")
        return
    # Narrow enough for 80 columns: an id that is cut cannot be copied.
    table = Table("", "edition", "created (UTC)", "documents", "passages", box=None)
    for row in rows:
        mark = "→" if row["current"] else ""
        if "damaged" in row:
            table.add_row(mark, row["id"], "damaged")
            continue
        created = row["created_at"][:16].replace("T", " ")
        table.add_row(mark, row["id"], created, str(row["documents"]), str(row["passages"]))
    Console().print(table)
    for row in rows:
        if "damaged" in row:
            click.echo(f"{row['id']}: {row['damaged']}", err=True)


def _summary(shelf: Shelf, name: str) -> dict[str, Any]:
    """What the list shows of an edition; of one that cannot be read, why: the others must still be found."""
    try:
        return shelf.manifest(name).summary()
    except DamagedEditionError as error:
        return {"id": name, "damaged": error.message}


@editions.command()
@click.argument("edition_id", metavar="[ID]", required=False)
@data_option
def show(edition_id: str | None, data: Path | None) -> None:
    """The manifest of an edition, by default the current one (JSON)."""
    shelf = _shelf(data)
    click.echo(shelf.manifest(_named(shelf, edition_id)).model_dump_json(indent=1))


@editions.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", required=False)
@data_option
@json_option
def diff(old: str, new: str | None, data: Path | None, as_json: bool) -> None:
    """Documents added, changed and removed between OLD and NEW (by default the current edition)."""
    shelf = _shelf(data)
    changes = difference(shelf, old, _named(shelf, new))
    if as_json:
        print_json(changes)
        return
    for kind, sign in (("added", "+"), ("changed", "~"), ("removed", "-")):
        for document_id in changes[kind]:
            click.echo(f"{sign} {document_id}")
    click.echo(", ".join(f"{len(changes[kind])} {kind}" for kind in ("added", "changed", "removed")))


@editions.command("verify")
@click.argument("edition_id", metavar="[ID]", required=False)
@click.option("--repair", "mend", is_flag=True, help="Build the indexes anew from the catalogue and the vectors first.")
@data_option
@json_option
@click.pass_context
def verify_edition(ctx: click.Context, edition_id: str | None, mend: bool, data: Path | None, as_json: bool) -> None:
    """Check an edition's files and indexes against its manifest; exit code 1 when something is wrong."""
    shelf = _shelf(data)
    name = _named(shelf, edition_id)
    if mend:
        repair(shelf, name)
    results = verify(shelf, name)
    if as_json:
        print_json([result.model_dump() for result in results])
    else:
        for result in results:
            click.echo(f"{'ok   ' if result.passed else 'WRONG'} {result.gate}: {result.detail}")
    ctx.exit(0 if all(result.passed for result in results) else 1)


@editions.command()
@click.argument("edition_id", metavar="[ID]", required=False)
@data_option
def rollback(edition_id: str | None, data: Path | None) -> None:
    """Make ID current again, or the edition before the current one. Servers take it up with the next question."""
    click.echo(f"Edition {_shelf(data).rollback(edition_id)} is current.")


@editions.command()
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    default=None,
    help="How many of the newest to keep (default: FOOTNOTE_KEEP_EDITIONS).",
)
@click.option("--force", is_flag=True, help="Remove also editions that stored answers cite.")
@data_option
@json_option
def prune(keep: int | None, force: bool, data: Path | None, as_json: bool) -> None:
    """Remove old editions. The current one, those in use and those that stored answers cite are spared."""
    settings = settings_of_library(data=data)
    shelf = Shelf(settings.shelf_directory, settings.chroma_url)
    removed, spared = shelf.prune(keep or settings.keep_editions, force)
    if as_json:
        print_json({"removed": removed, "spared": spared})
        return
    for name in removed:
        click.echo(f"removed {name}")
    for name, reason in spared.items():
        click.echo(f"spared {name}: {reason}")
    if not removed and not spared:
        click.echo("Nothing to prune.")
