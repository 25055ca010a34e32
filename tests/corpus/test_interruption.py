"""One interruption may arrive as several signals."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from corpus import interruption
from corpus.interruption import begin, interrupt, interrupted


@pytest.fixture(autouse=True)
def handled() -> Iterator[None]:
    """SIGTERM handled as a command does, from a fresh start; the process's own handler afterwards."""
    begin()
    before = signal.signal(signal.SIGTERM, interrupt)
    yield
    signal.signal(signal.SIGTERM, before)


def test_an_interruption_is_raised_and_remembered() -> None:
    assert not interrupted()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)
    assert interrupted()


def test_what_is_cleared_up_is_not_interrupted_by_the_same_interruption_again() -> None:
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)
    signal.raise_signal(signal.SIGTERM)
    assert interrupted()


def test_another_interruption_later_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(interruption, "monotonic", lambda: now)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)
    now = 106.0
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)
