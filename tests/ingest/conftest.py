"""Every test of ingestion has a desk of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.workbench import Workbench


@pytest.fixture
def desk(tmp_path: Path) -> Workbench:
    """A folder of texts and an empty data directory."""
    return Workbench(tmp_path)
