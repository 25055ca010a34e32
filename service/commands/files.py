"""Files that commands read and write line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from corpus.errors import BadInputError


def read_lines(path: Path) -> list[str]:
    """The lines of a file in UTF-8, parted by line feeds alone: JSON may hold other signs that part lines.

    Raises BadInputError.
    """
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise BadInputError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise BadInputError(f"{path} cannot be read: byte {error.start + 1} is not UTF-8.") from None


def read_objects(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """The JSON objects of a file that holds one a line, each with where it stands ("Line 2 of batch.jsonl").

    Lines without a sign are passed over. Raises BadInputError.
    """
    objects = []
    for number, line in enumerate(read_lines(path), start=1):
        if not line.strip():
            continue
        place = f"Line {number} of {path}"
        try:
            entry = json.loads(line)
        except ValueError:
            raise BadInputError(f"{place} is not JSON.") from None
        if not isinstance(entry, dict):
            raise BadInputError(f"{place} is no JSON object.")
        objects.append((place, entry))
    return objects


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
