"""Which loader reads what. A format is one module with one :class:`Loader`, and one line here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from corpus.document import Document
from corpus.errors import BadInputError, FootnoteError
from ingest.loaders.beir import BeirLoader
from ingest.loaders.companion_questions import LEFT_OPEN_SUFFIX, QUESTIONS_SUFFIX
from ingest.loaders.failure import Failure
from ingest.loaders.markdown import MarkdownLoader
from ingest.loaders.plaintext import PlainTextLoader

# Files that belong to a library and are no documents: evidence for the editors, questions that a text answers and
# leaves open, and the glossary.
_COMPANIONS = (".evidence.yaml", QUESTIONS_SUFFIX, LEFT_OPEN_SUFFIX, "glossary.yaml")


class Loader(Protocol):
    """Reads one format."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file name suffixes that it reads, for messages."""
        ...

    def takes(self, path: Path) -> bool:
        """Whether this loader reads ``path``, a file or a folder that is one collection."""
        ...

    def load(self, path: Path, name: str) -> Iterator[Document | Failure]:
        """The documents of ``path``; ``name`` is how it is called in messages and, where it gives none, its id."""
        ...


LOADERS: tuple[Loader, ...] = (BeirLoader(), MarkdownLoader(), PlainTextLoader())


def load_path(path: Path, origin: str) -> Iterator[Document | Failure]:
    """Documents of a file or folder, in a stable order, each with ``origin``; what cannot be read comes as a Failure.

    A folder that one loader takes whole (a BEIR collection) is one; otherwise every file below it is read, hidden
    ones left out. Raises BadInputError when ``path`` does not exist or holds no file at all.
    """
    if not path.exists():
        raise BadInputError(f"{path} does not exist.")
    found = False
    for item, fault in _walk(path, ()):
        found = True
        name = item.resolve().name if item == path else item.relative_to(path).as_posix()
        if not name.isprintable() and (fault := _misnamed(name)) is not None:
            name = os.fsencode(name).decode("utf-8", "backslashreplace")
        for result in [Failure(name, fault)] if fault else _load_one(item, name):
            yield replace(result, origin=origin)
    if not found:
        raise BadInputError(f"{path} holds no files.")


def _misnamed(name: str) -> str | None:
    """Why a file's name cannot be kept, as an id or in a report; None where it can."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return "its name is not UTF-8: rename it"
    return None


def _walk(path: Path, above: tuple[Path, ...]) -> Iterator[tuple[Path, str | None]]:
    """Files and collections below ``path``; with the reason, folders that cannot be read and what is no file.

    ``above``: the real folders above it, into which a link may lead back.
    """
    try:
        whole = path.is_file() or BeirLoader().takes(path)
    except OSError as error:
        yield path, f"the folder cannot be read ({error.strerror})"
        return
    if whole:
        yield path, None
        return
    if not path.is_dir():
        yield path, "it is neither a file nor a folder" if path.exists() else "the link leads nowhere"
        return
    real = path.resolve()
    if real in above:
        return
    try:
        children = sorted(path.iterdir())
    except OSError as error:
        yield path, f"the folder cannot be read ({error.strerror})"
        return
    names = {child.stem + child.suffix.lower() for child in children}
    for child in children:
        if child.name.startswith("."):
            continue
        if child.name.endswith(_COMPANIONS):
            if (fault := _without_text(child.name, names)) is not None:
                yield child, fault
            continue
        yield from _walk(child, (*above, real))


def _without_text(companion: str, beside: set[str]) -> str | None:
    """Why a file of questions is read for no text; None where there is one, and for other companions."""
    for suffix in (QUESTIONS_SUFFIX, LEFT_OPEN_SUFFIX):
        name = companion.removesuffix(suffix)
        if name != companion and beside.isdisjoint(name + ending for ending in MarkdownLoader.suffixes):
            return f"its questions belong to no text: there is no {name}.md beside it"
    return None


def _load_one(path: Path, name: str) -> Iterator[Document | Failure]:
    loader = next((loader for loader in LOADERS if loader.takes(path)), None)
    if loader is None:
        known = ", ".join(sorted(suffix for loader in LOADERS for suffix in loader.suffixes))
        yield Failure(
            name,
            f"no loader reads {path.suffix or 'files without a suffix'}; "
            f"there are loaders for {known} and BEIR folders",
        )
        return
    try:
        yield from loader.load(path, name)
    except UnicodeDecodeError as error:
        yield Failure(name, f"it is not UTF-8 text (byte {error.start}): save it as UTF-8")
    except FootnoteError as error:
        yield Failure(name, error.message.rstrip("."))
    except OSError as error:
        yield Failure(name, error.strerror or str(error))
