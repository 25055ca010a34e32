"""What one side does in a process of its own, and what it prints that it measured of itself."""

from __future__ import annotations

import gc
import json
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

WARM_UP = 20  # questions that are not counted
Search = Callable[[str], list[str]]


def run_side(
    ingest: Callable[[Path, Path], None],
    open_search: Callable[[Path], Search],
    action: str,
    folder: str,
    data: str,
    questions: str = "[]",
) -> None:
    """Do one thing and print what was measured as JSON.

    ``action``: "ingest" reads ``folder`` into ``data``; "serve" asks ``questions`` (a JSON list), "start" the first.
    """
    if action == "ingest":
        ingest(Path(folder), Path(data))
        print(json.dumps({}))
        return
    search, asked = open_search(Path(data)), json.loads(questions)
    print(json.dumps(serve_and_measure(search, asked) if action == "serve" else {"found": len(search(asked[0]))}))


def serve_and_measure(search: Search, questions: Sequence[str]) -> dict[str, float]:
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
    return [json.loads(line) for line in corpus.read_text("utf-8").splitlines() if line.strip()]
