"""Every test of ingestion has a desk of its own."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest.workbench import Workbench


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """``footnote ingest`` takes the interrupts of its process; a test that runs it in this one gives them back."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def desk(tmp_path: Path) -> Workbench:
    """A folder of texts and an empty data directory."""
    return Workbench(tmp_path)
