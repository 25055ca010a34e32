"""Cursors of paged lists: opaque to the client, which hands back what it was given."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated

from fastapi import Query

from corpus.errors import BadInputError

LimitParam = Annotated[int, Query(ge=1, le=200, description="How many to give at most.")]
CursorParam = Annotated[
    str | None, Query(max_length=2000, description="`next` of the page before; the first without it.")
]
EditionParam = Annotated[str | None, Query(max_length=200, description="Id of an edition; the current one without it.")]


def make_cursor(*values: str) -> str:
    """A cursor for the place after the item with these sort values."""
    return urlsafe_b64encode(json.dumps(values, ensure_ascii=False).encode()).decode().rstrip("=")


def read_cursor(cursor: str, length: int) -> list[str]:
    """The values in a cursor. Raises BadInputError for one that was not made here."""
    try:
        values = json.loads(urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except ValueError:  # also what is no base64, UTF-8 or JSON
        values = None
    if not isinstance(values, list) or len(values) != length or not all(isinstance(value, str) for value in values):
        raise BadInputError("The cursor is not one that this service gave: begin with the first page.")
    return values
