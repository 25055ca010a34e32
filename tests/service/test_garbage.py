"""The search for dead objects in a process that serves."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from service.garbage import search_rarely


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_dead_objects_are_still_found() -> None:
    search_rarely()
    assert gc.isenabled()
    knot = weakref.ref(Knot())
    kept = [[number] for number in range(100_000)]
    assert knot() is None
    assert kept


def test_a_few_new_objects_are_not_searched() -> None:
    search_rarely()
    gc.collect()
    before = gc.get_stats()[0]["collections"]
    kept = [[number] for number in range(5_000)]
    assert gc.get_stats()[0]["collections"] == before
    assert kept
