"""`footnote serve` in a process of its own, as users start it."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
_ADDRESS = re.compile(r"Footnote is at (http://\S+?)/ ")
_PATIENCE = 6000  # tenths of a second: a first start ingests the texts that ship


def environment(**more: str) -> dict[str, str]:
    """This process' environment without its settings, with ``more``."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith("FOOTNOTE_") or "MODEL_CACHE" in name
    }
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **more}


def footnote(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "footnote", *arguments],
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=120,
    )


@dataclass
class Server:
    """A running server."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def stop(self) -> int:
        """Ask it to end, as an operator does; returns its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)


@contextlib.contextmanager
def serving(folder: Path, *arguments: str, **more: str) -> Iterator[Server]:
    """Serve on a free port of this machine until the context ends; ``folder`` takes the log. Given once it is ready."""
    log = folder / "serve.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "footnote", "serve", "--port", "0", *arguments]
        process = subprocess.Popen(command, env=environment(**more), stdout=output, stderr=output)
    try:
        yield _ready(process, log)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def _ready(process: subprocess.Popen[bytes], log: Path) -> Server:
    for _ in range(_PATIENCE):
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.1)
            break
        found = _ADDRESS.search(log.read_text())
        if found is None:
            continue
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(f"{found[1]}/health/ready", timeout=30).status_code == 200:
                return Server(found[1], process, log)
    raise AssertionError(f"the server did not become ready:\n{log.read_text()}")
