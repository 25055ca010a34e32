"""``footnote eval check``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from corpus.command_line import data_option
from corpus.errors import BadInputError
from corpus.settings import settings_of_library
from evals.datasets import SHIPPED, freeze, frozen_state, load_suite
from evals.items import Item, SentenceReference
from evals.texts import LibraryTexts, resolve
from service.library import Library


@click.command()
@click.argument("suite")
@click.option(
    "--edition", default=None, metavar="ID", help="Edition to look sentences up in (default: the current one)."
)
@click.option(
    "--freeze",
    "do_freeze",
    is_flag=True,
    help="Write down the hashes of the starter suite's test part, which are committed.",
)
@data_option
@click.pass_context
def check(ctx: click.Context, suite: str, edition: str | None, do_freeze: bool, data: Path | None) -> None:
    """Check the items of SUITE: form, ids, twins, and that every tied sentence and document is in the library.

    Exit code 1 when something is tied to a sentence or document that the edition does not have.
    """
    loaded = load_suite(suite)
    library = Library(settings_of_library(data=data))
    try:
        library.require(edition)
        texts = LibraryTexts(library, edition)
        wrong = [f"{item.id}: {text}" for item in loaded.items for text in _not_there(item, texts)]
    finally:
        library.close()
    for line in wrong:
        click.echo(line)
    kinds = Counter(str(item.kind) for item in loaded.items)
    splits = Counter(item.split or "no split" for item in loaded.items)
    click.echo(f"{len(loaded.items)} items: " + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
    click.echo(", ".join(f"{count} {split}" for split, count in sorted(splits.items())))
    if do_freeze:
        if suite not in SHIPPED or loaded.name != "starter":
            raise BadInputError("Only the starter suite is frozen.")
        freeze(loaded)
    state = frozen_state(loaded)
    if state is not None:
        click.echo("The test part is the frozen one." if state.part else "The test part is NOT the frozen one.")
        if not state.ties:
            click.echo("It is tied to other sentences of the library than when it was frozen (--freeze notes them).")
    if wrong:
        ctx.exit(1)


def _not_there(item: Item, texts: LibraryTexts) -> list[str]:
    tied: list[SentenceReference] = [s for nugget in item.nuggets for s in nugget.sentences]
    tied += [s for turn in item.turns for nugget in turn.nuggets for s in nugget.sentences]
    tied += list(item.premise.correction) if item.premise else []
    found = [
        f"no sentence of {reference.document_id!r} begins with {reference.begins!r}"
        for reference in tied
        if resolve(reference, texts) is None
    ]
    named = [item.document_id] if item.document_id else []
    return found + [
        f"there is no document {name!r}" for name in [*named, *item.accepted_documents] if texts.document(name) is None
    ]
