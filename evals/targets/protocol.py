"""What can be measured: anything that answers questions, and, where it can, finds documents for them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from evals.response import Response
from evals.texts import Texts
from service.answer import Audience

DEPTH = 100  # documents a query that a ranking holds


class TargetError(Exception):
    """The target gave no usable answer; the text says why. Recorded with the item, which counts as failed."""


class TargetTimeoutError(TargetError):
    """The target did not answer in time."""


class UnsupportedError(TargetError):
    """The target cannot do what the item needs; recorded as such."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer with what differs from run to run, which is kept apart from it."""

    response: Response
    timings: Mapping[str, float] = field(default_factory=dict)  # milliseconds by stage; "wall" is the harness's own
    ids: Mapping[str, str] = field(default_factory=dict)


class Dialogue(Protocol):
    """One conversation with a target."""

    def ask(self, message: str, audience: Audience) -> Asked:
        """The answer to ``message``, which goes on with what was asked before. Raises TargetError."""
        ...


class Target(Protocol):
    """A system that is measured."""

    def describe(self) -> dict[str, Any]:
        """What it is, for the record of the run: everything that its answers depend on, no addresses of keys or
        times.
        """
        ...

    def begin(self) -> Dialogue:
        """A new conversation."""
        ...

    def rank(self, query: str) -> list[str] | None:
        """Documents for ``query``, best first, to depth 100; None where the target cannot search. Raises
        TargetError.
        """
        ...

    def texts(self) -> Texts:
        """The stored texts that its citations lead to, as far as the harness can read them."""
        ...

    def planted(self, documents: Mapping[str, tuple[str, str]]) -> AbstractContextManager[Target]:
        """The same target over a library with these documents added: id → title and Markdown text.

        Raises UnsupportedError where that cannot be done.
        """
        ...
