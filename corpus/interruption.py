"""Ctrl+C on a command.

A library that is interrupted in the middle of its import may make an ImportError of it, or swallow it. So an
interruption waits until the libraries are there, and is remembered where it was raised all the same.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

_SAME_SECONDS = 5.0
_arrived: float | None = None  # when, on the monotonic clock


def interrupt(signum: int, frame: object) -> None:
    """A signal's handler for commands that end alike on several. Raises KeyboardInterrupt.

    Further signals within five seconds are the same interruption: a terminal sends one to a command and to its child,
    to which the command then sends its own. What the child clears up must not be interrupted in turn.
    """
    again = _arrived is not None and monotonic() - _arrived < _SAME_SECONDS
    if not again:
        _note(signum, frame)
        raise KeyboardInterrupt


def interrupted() -> bool:
    """Whether an interruption has arrived, whatever a library has made of the exception."""
    return _arrived is not None


def begin() -> None:
    """A command begins: no interruption has arrived."""
    global _arrived
    _arrived = None


@contextmanager
def loading() -> Iterator[None]:
    """Within, libraries are imported; an interruption is raised at the end.

    Only while they are: asyncio ends its tasks in order only where it finds Python's own handler.
    """
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if ours:
        signal.signal(signal.SIGINT, _note)
    try:
        yield
    finally:
        if ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
    if interrupted():
        raise KeyboardInterrupt


def _note(signum: int, frame: object) -> None:
    global _arrived
    _arrived = monotonic()
