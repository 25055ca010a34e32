"""Sources on the texts that ship: all of them, and small libraries of some of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.errors import BadInputError
from evals.datasets.shipped import library, practice
from evals.items import Item, Kind
from evals.learn.sources.source import ROOT, Source, asked, place

LIBRARY = ROOT / "corpus" / "library"
TABLES = ROOT / "tests" / "service" / "tables"
SIZES = (2, 5, 10, 16)  # texts of the small libraries
_OUTSIDE = 95  # questions on other texts that each of them is asked


def tables(folder: Path = TABLES) -> Source:
    """The tests' tables of questions that the library that ships answers, and that it cannot answer: invented drugs,
    near misses of names, what is not medicine. Nothing else shows the model what has no likeness to any text.
    """
    items: list[Item] = []
    for name, answerable in (("answerable", True), ("unanswerable", False)):
        file = folder / f"{name}.txt"
        if not file.is_file():
            raise BadInputError(f"{file} is not there: sources are made in a checkout of the project.")
        lines = file.read_text(encoding="utf-8").splitlines()
        for line in (line.strip() for line in lines if line.strip() and not line.startswith("#")):
            key = f"{name}-{len(items) + 1:03d}"
            items.append(asked(key, line, key, answerable))
    return Source("tables", {"tables": items})


def from_titles() -> Source:
    """Questions written from titles and headings of the texts that ship, as answerable ones: wordings that owe nothing
    to the sentence that answers. Some the texts do not hold after all.
    """
    items = [asked(item.id, str(item.question), str(item.topic), True) for item in library().items]
    return Source("libq", {"libq": items})


def small(library: Path = LIBRARY, items: Sequence[Item] | None = None) -> list[Source]:
    """Small libraries of 2 to 16 of the texts that ship, asked the singles of ``practice``: those on their texts, and a
    sample of the others, whose text was left out. The nearest of a few texts is farther away: a model fitted on a full
    library alone would not know that nearness by itself says little there.
    """
    singles = [i for i in (practice().items if items is None else items) if i.kind is Kind.SINGLE and not i.note]
    files = {file.stem: file for file in sorted(library.glob("*/*.md"))}
    texts = sorted({name for item in singles for name in _documents(item)} & set(files))
    return [_small(number, size, singles, texts, files) for number, size in enumerate(SIZES, start=1)]


def _small(number: int, size: int, singles: Sequence[Item], texts: Sequence[str], files: Mapping[str, Path]) -> Source:
    own = str(number)
    chosen = set(sorted(texts, key=lambda name: place("small", own, name))[:size])
    inside = [item for item in singles if _is_held(item, chosen)]
    outside = [item for item in singles if not (_documents(item) | {str(item.topic)}) & chosen]
    outside = sorted(outside, key=lambda item: place("outside", own, item.id))[:_OUTSIDE]
    items = [
        asked(item.id, str(item.question), str(item.topic), answerable)
        for found, answerable in ((inside, True), (outside, False))
        for item in found
    ]
    beside = [file for name in sorted(chosen) for file in sorted(files[name].parent.glob(f"{name}.*"))]
    return Source(f"small-{number}", {"small": items}, files=beside)


def _documents(item: Item) -> set[str]:
    return {sentence.document_id for nugget in item.nuggets for sentence in nugget.sentences}


def _is_held(item: Item, chosen: set[str]) -> bool:
    """Whether each vital fact has a sentence in the chosen texts."""
    vital = [nugget for nugget in item.nuggets if nugget.vital]
    return bool(vital) and all(any(s.document_id in chosen for s in nugget.sentences) for nugget in vital)
