"""Runs both sides in turn and compares them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from corpus.errors import FootnoteError
from evals.bench.texts import Texts

FOOTNOTE, LANGCHAIN = "footnote_side", "langchain_side"
_STARTS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of both sides. ``bar``: what Footnote's share of the other's must be, at least or at most."""

    measure: str
    unit: str
    footnote: float
    langchain: float
    bar: float
    at_least: bool = False

    @property
    def ratio(self) -> float:
        """Footnote's value as a multiple of the other's."""
        return self.footnote / self.langchain

    @property
    def met(self) -> bool:
        """Whether the bar is met."""
        return self.ratio >= self.bar if self.at_least else self.ratio <= self.bar


def compare(texts: Texts, workspace: Path, progress: Callable[[str], None]) -> list[Line]:
    """Ingest, ask and start both sides, one after the other; ``workspace`` is an empty directory."""
    data = {side: workspace / side for side in (FOOTNOTE, LANGCHAIN)}

    def run(side: str, action: str, questions: Sequence[str] = ()) -> tuple[float, dict[str, float]]:
        progress(f"{side.removesuffix('_side')}: {action}")
        return _run(side, action, texts.folder, data[side], questions)

    ingest = {side: run(side, "ingest")[0] for side in (FOOTNOTE, LANGCHAIN)}
    serve = {side: run(side, "serve", texts.questions)[1] for side in (LANGCHAIN, FOOTNOTE)}
    turns = [(FOOTNOTE, LANGCHAIN), (LANGCHAIN, FOOTNOTE)]
    starts: dict[str, list[float]] = {FOOTNOTE: [], LANGCHAIN: []}
    for number in range(_STARTS):
        for side in turns[number % 2]:
            starts[side].append(run(side, "start", texts.questions[number : number + 1])[0])
    speed = {side: texts.characters / seconds for side, seconds in ingest.items()}
    start = {side: median(times) for side, times in starts.items()}
    return [
        Line("ingest", "characters/s", speed[FOOTNOTE], speed[LANGCHAIN], 2.5, at_least=True),
        Line("warm search, p50", "ms", serve[FOOTNOTE]["p50_ms"], serve[LANGCHAIN]["p50_ms"], 0.4),
        Line("memory after warm-up", "MB", serve[FOOTNOTE]["steady_mb"], serve[LANGCHAIN]["steady_mb"], 0.6),
        Line("memory at most", "MB", serve[FOOTNOTE]["peak_mb"], serve[LANGCHAIN]["peak_mb"], 0.6),
        Line("start to first answer", "s", start[FOOTNOTE], start[LANGCHAIN], 0.5),
    ]


def _run(side: str, action: str, folder: Path, data: Path, questions: Sequence[str]) -> tuple[float, dict[str, float]]:
    """Seconds from start to end of the child process, and what it printed. Raises FootnoteError when it fails."""
    command = [sys.executable, "-m", f"evals.bench.{side}", action, str(folder), str(data), json.dumps(questions)]
    root = Path(__file__).resolve().parents[2]
    began = perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, cwd=root)
    seconds = perf_counter() - began
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise FootnoteError(f"The benchmark's {side} failed to {action}: {reason}")
    values = json.loads(done.stdout.splitlines()[-1])
    return seconds, {name: float(value) for name, value in values.items()}
