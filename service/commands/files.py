"""Files that commands read and write line by line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from corpus.errors import BadInputError


def read_lines(path: Path) -> list[str]:
    """The lines of a file in UTF-8, parted by line feeds alone: JSON may hold other signs that part lines.

    Raises BadInputError.
    """
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"{path} cannot be read: {error}.") from None


@contextmanager
def written_whole(path: Path) -> Iterator[TextIO]:
    """A file that appears under its name when all of it is written, and not at all when that fails.

    Raises BadInputError where it cannot be written.
    """
    draft = path.with_name(f"{path.name}.part")
    try:
        file = draft.open("w", encoding="utf-8")
    except OSError as error:
        raise BadInputError(f"{path} cannot be written: {error.strerror}.") from None
    try:
        with file:
            yield file
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
