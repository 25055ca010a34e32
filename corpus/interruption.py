"""Ctrl+C on a command while its libraries are imported.

A library that is interrupted in the middle of its import may make an ImportError of it, or swallow it. So an
interruption waits until the libraries are there, and is remembered where it was raised all the same.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_arrived = False


def interrupt(signum: int, frame: object) -> None:
    """A signal's handler for commands that end alike on several. Raises KeyboardInterrupt."""
    _note(signum, frame)
    raise KeyboardInterrupt


def interrupted() -> bool:
    """Whether an interruption was raised by ``interrupt``, whatever a library has made of the exception."""
    return _arrived


@contextmanager
def loading() -> Iterator[None]:
    """Within, libraries are imported; an interruption is raised at the end.

    Only while they are: asyncio ends its tasks in order only where it finds Python's own handler.
    """
    global _arrived
    _arrived = False
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if ours:
        signal.signal(signal.SIGINT, _note)
    try:
        yield
    finally:
        if ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
    if _arrived:
        raise KeyboardInterrupt


def _note(signum: int, frame: object) -> None:
    global _arrived
    _arrived = True
