"""Which loader reads what. A format is one module with one :class:`Loader`, and one line here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from corpus.document import Document
from corpus.errors import BadInputError, FootnoteError
from ingest.loaders.beir import BeirLoader
from ingest.loaders.failure import Failure
from ingest.loaders.markdown import MarkdownLoader
from ingest.loaders.plaintext import PlainTextLoader

# Files that belong to a library and are no documents: evidence for the editors, and the glossary.
_COMPANIONS = (".evidence.yaml", "glossary.yaml")


class Loader(Protocol):
    """Reads one format."""

    suffixes: tuple[str, ...]

    def takes(self, path: Path) -> bool:
        """Whether this loader reads ``path``, a file or a folder that is one collection."""
        ...

    def load(self, path: Path, name: str) -> Iterator[Document | Failure]:
        """The documents of ``path``; ``name`` is how it is called in messages and, where it gives none, its id."""
        ...


LOADERS: tuple[Loader, ...] = (BeirLoader(), MarkdownLoader(), PlainTextLoader())


def load_path(path: Path, origin: str) -> Iterator[Document | Failure]:
    """Documents of a file or folder, in a stable order, each with ``origin``; what cannot be read comes as a Failure.

    A folder that one loader takes whole (a BEIR collection) is one; otherwise every file below it is read, hidden ones left
    out. Raises BadInputError when ``path`` does not exist or holds no file at all.
    """
    if not path.exists():
        raise BadInputError(f"{path} does not exist.")
    found = False
    for item in _walk(path):
        found = True
        name = item.name if item == path else item.relative_to(path).as_posix()
        for result in _load_one(item, name):
            yield replace(result, origin=origin) if isinstance(result, Document) else result
    if not found:
        raise BadInputError(f"{path} holds no files.")


def _walk(path: Path) -> Iterator[Path]:
    if path.is_file() or BeirLoader().takes(path):
        yield path
        return
    for child in sorted(path.iterdir()):
        if child.name.startswith(".") or child.name.endswith(_COMPANIONS):
            continue
        if child.is_dir():
            yield from _walk(child)
        else:
            yield child


def _load_one(path: Path, name: str) -> Iterator[Document | Failure]:
    loader = next((loader for loader in LOADERS if loader.takes(path)), None)
    if loader is None:
        known = ", ".join(sorted(suffix for loader in LOADERS for suffix in loader.suffixes))
        yield Failure(name, f"no loader reads {path.suffix or 'files without a suffix'}; there are loaders for {known} and BEIR folders")
        return
    try:
        yield from loader.load(path, name)
    except UnicodeDecodeError as error:
        yield Failure(name, f"it is not UTF-8 text (byte {error.start})")
    except FootnoteError as error:
        yield Failure(name, error.message.rstrip("."))
    except OSError as error:
        yield Failure(name, error.strerror or str(error))
