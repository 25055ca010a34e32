"""``python -m evals.learn.sources --medquad FOLDER --pubmedqa FOLDER --out DIR``: makes what
``service/sufficiency/answerability-2.json`` is fitted on beside the suites that ship.

Writes for each source a suite and a folder of texts below DIR and ingests it into a data directory there. All choices
are made by hashes of ids, so that two calls write the same. The commands that fit both models stand in ``DIR/COMMAND``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from evals.learn.sources.medquad import medquad
from evals.learn.sources.pubmedqa import pubmedqa
from evals.learn.sources.shipped import from_titles, small, tables
from evals.learn.sources.source import DATA, Source

_SHIPPED_SUITES = ("starter", "practice", "bedside", "twins", "strangers")
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.option("--medquad", "medquad_folder", type=_FOLDER, required=True, help="MedQuAD as a BEIR folder.")
@click.option("--pubmedqa", "pubmedqa_folder", type=_FOLDER, required=True, help="PubMedQA as a BEIR folder.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where all is written.")
@click.option(
    "--library", type=click.Path(path_type=Path), default=Path("data"), show_default=True,
    help="Data directory with the library that ships, as the commands name it.",
)  # fmt: skip
@click.option("--ingest/--no-ingest", default=True, show_default=True, help="Ingest what is written.")
def main(medquad_folder: Path, pubmedqa_folder: Path, out: Path, library: Path, ingest: bool) -> None:
    """Make the sources of the model that tells whether a question is answered by what was found."""
    sources = [tables(), from_titles(), *small(), medquad(medquad_folder), pubmedqa(pubmedqa_folder)]
    for source in sources:
        source.write(out)
        for name, items in source.suites.items():
            answerable = sum(bool(item.answerable) for item in items)
            click.echo(f"{source.folder}: {name}: {answerable} answerable, {len(items) - answerable} not")
        if ingest and source.has_texts:
            source.ingest(out)
    file = out / "COMMAND"
    file.write_text(commands(sources, out, library), encoding="utf-8")
    click.echo(f"How to fit on them: {file}")


def commands(sources: Sequence[Source], out: Path, library: Path) -> str:
    """The commands that fit the model and the one for editions without questions, a line each."""
    told = [f"{library}={suite}" for suite in _SHIPPED_SUITES]
    for source in sources:
        data = out.resolve() / source.folder / DATA if source.has_texts else library
        told += [f"{data}=jsonl:{source.suite_file(out.resolve(), name)}" for name in source.suites]
    command = f"python -m evals.learn.answerability {' '.join(told)}"
    return f"{command} --write\n{command} --without-questions --write\n"


if __name__ == "__main__":
    main()
