"""What one side measured of itself, as its process prints it."""

from __future__ import annotations

import gc
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

WARM_UP = 20  # questions that are not counted


def serve_and_measure(search: Callable[[str], list[str]], questions: Sequence[str]) -> dict[str, float]:
    """Ask all ``questions``, the first ones for warming up; milliseconds and megabytes.

    Raises AssertionError when a question finds nothing: a side that does not answer is not fast.
    """
    for question in questions[:WARM_UP]:
        assert search(question), question
    gc.collect()
    steady = steady_megabytes()
    times = []
    for question in questions[WARM_UP:]:
        began = perf_counter()
        found = search(question)
        times.append(perf_counter() - began)
        assert found, question
    return {"p50_ms": 1000 * median(times), "steady_mb": steady, "peak_mb": peak_megabytes()}


def steady_megabytes() -> float:
    """Resident memory of this process now; where the system does not tell, the most it ever was."""
    status = Path("/proc/self/status")
    if not status.exists():
        return peak_megabytes()
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def peak_megabytes() -> float:
    """The most resident memory that this process ever had."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def read_documents(corpus: Path) -> list[dict[str, Any]]:
    """The lines of a corpus.jsonl."""
    import json

    return [json.loads(line) for line in corpus.read_text("utf-8").splitlines() if line.strip()]
