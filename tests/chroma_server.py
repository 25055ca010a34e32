"""Chroma's own server on a free port of loopback, with a directory that goes when it stops."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from urllib.error import URLError
from urllib.request import urlopen

_PATIENCE = 60.0


@contextmanager
def chroma_server() -> Iterator[str]:
    """The server's address; it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as directory:
        command = [str(Path(sys.executable).with_name("chroma")), "run", "--host", "127.0.0.1", "--port", str(port)]
        server = subprocess.Popen(
            [*command, "--path", directory], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=directory
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(server, url)
            yield url
        finally:
            server.terminate()
            server.wait()


def _wait(server: subprocess.Popen[bytes], url: str) -> None:
    end = monotonic() + _PATIENCE
    while monotonic() < end:
        assert server.poll() is None, "the Chroma server did not start"
        try:
            urlopen(f"{url}/api/v2/heartbeat", timeout=1).close()
        except (URLError, OSError):
            continue
        return
    raise AssertionError(f"the Chroma server did not answer within {_PATIENCE:.0f} s")
