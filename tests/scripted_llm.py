"""An OpenAI-compatible chat server on loopback whose replies a test lays out beforehand."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class ScriptedModel:
    """Replies in order (a text, or a number for an HTTP status), and the requests that came."""

    replies: list[str | int]
    requests: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    def prompt(self) -> str:
        """The user's part of the last request."""
        return str(self.requests[-1]["messages"][-1]["content"])


@contextmanager
def scripted_model(*replies: str | int) -> Iterator[ScriptedModel]:
    """Serve ``replies``; the last one is repeated."""
    script = ScriptedModel(list(replies))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            script.requests.append(json.loads(self.rfile.read(length)))
            reply = script.replies.pop(0) if len(script.replies) > 1 else script.replies[0]
            status, body = (reply, {"error": {"message": "scripted"}}) if isinstance(reply, int) else (200, _completion(reply))
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()


def _completion(text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    return {
        "id": "x", "object": "chat.completion", "created": 0, "model": "test",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }  # fmt: skip
