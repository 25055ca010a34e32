"""What was said before a message."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


def _nothing() -> AbstractSet[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Before:
    """The conversation so far, oldest first.

    ``questions``: the standalone questions; ``messages``: the same as they were typed (empty: as the questions);
    ``said``: the statements of the last answer in the order in which they are read; ``unsupported``: clinical terms of
    drugs of the last question that no source recommends for what was asked; ``about``: conditions that the text which
    the last answer rests on most has in its title; ``abouts``: the same of each answer, as far as known; ``near``: gives the terms (see :func:`corpus.text.terms`) of the
    texts that the last answer cites, asked for only where it matters.
    """

    questions: Sequence[str] = ()
    messages: Sequence[str] = ()
    said: Sequence[str] = ()
    unsupported: Collection[str] = ()
    about: Sequence[str] = ()
    abouts: Sequence[Sequence[str]] = ()
    near: Callable[[], AbstractSet[str]] = _nothing

    @property
    def typed(self) -> Sequence[str]:
        """The messages as they were typed."""
        return self.messages or self.questions
