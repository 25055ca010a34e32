"""Files that commands read and write line by line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TextIO, cast

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
    """A file that appears under its name (where that is a link, under what it leads to) when all of it is written, and
    not at all when that fails. What is no file but a device or a pipe (``/dev/stdout``) is written as it comes.

    Raises BadInputError where it cannot be written.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            with path.open("w", encoding="utf-8") as file:
                yield file
            return
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as file:
            draft = Path(file.name)
            try:
                yield cast(TextIO, file)
                file.close()
                draft.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
                draft.replace(target)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
    except BrokenPipeError:  # its reader has gone, which is no fault of the path
        raise
    except OSError as error:
        raise BadInputError(f"{path} cannot be written: {error.strerror}.") from None


def _umask() -> int:
    """What the process takes away from the rights of new files; it can be read only by being set."""
    umask = os.umask(0o077)
    os.umask(umask)
    return umask
