"""Endpoints on loopback that answer as the test says."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = tuple[int, bytes]
Handler = Callable[[str, str, Any], Reply]


@contextmanager
def serving(handle: Handler) -> Iterator[str]:
    """A server on loopback that answers as ``handle(method, path, body)`` says; its address."""

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _answer(self, body: Any) -> None:
            status, content = handle(self.command, self.path, body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def as_json(value: Any) -> Reply:
    return 200, json.dumps(value).encode()


def saying(content: str, **more: Any) -> Handler:
    """An endpoint that always says the same."""
    return lambda method, path, body: as_json({"choices": [{"message": {"content": content}}], **more})
