"""Python's search for cycles of dead objects, in a process that keeps a hundred thousand and answers in milliseconds.

By default all of them are looked through again and again: 2 ms of each answer, and up to 90 in one piece. Nearly all
that an answer leaves behind goes at once, without that search.
"""

from __future__ import annotations

import gc

_NEW = 20_000  # objects more than went since the last search, after which the newest are looked through: ten answers
_NEWER, _ALL = 20, 50  # such searches before the next oldest, and then all, are


def search_rarely() -> None:
    """For the whole process, from now on."""
    gc.set_threshold(_NEW, _NEWER, _ALL)
