"""The sentences of a stored section, made when they are first looked at: a question looks at few sections of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

from corpus.document import Sentence

Stored = Sequence[Sequence[Any]]  # of each sentence: start, end, ids of its sources, strength, certainty


class StoredSentences(Sequence[Sentence]):
    """Equal to a tuple of the same sentences. Thread-safe: made twice at worst."""

    __slots__ = ("_made", "_stored")

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._made: tuple[Sentence, ...] | None = None

    def _all(self) -> tuple[Sentence, ...]:
        made = self._made
        if made is None:
            made = self._made = tuple([Sentence(a, b, tuple(ids), *grades) for a, b, ids, *grades in self._stored])
        return made

    def __len__(self) -> int:
        return len(self._stored)

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, index: int | slice) -> Sentence | tuple[Sentence, ...]:
        return self._all()[index]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StoredSentences):
            return self._all() == other._all()
        return self._all() == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())
