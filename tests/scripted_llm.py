"""An OpenAI-compatible chat server on loopback whose replies a test lays out beforehand."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# A text; a number for an HTTP status; bytes for a body that is no completion; a function of the user's prompt for a
# text that depends on it; None for no reply at all until the server stops.
Reply = str | int | bytes | Callable[[str], str] | None


@dataclass
class ScriptedModel:
    """Replies in order, the last one again and again, and the requests that came."""

    replies: list[Reply]
    requests: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""
    stopped: threading.Event = field(default_factory=threading.Event)

    def prompt(self) -> str:
        """The user's part of the last request."""
        return str(self.requests[-1]["messages"][-1]["content"])


def number_of(prompt: str, words: str) -> int:
    """The number under which the model was given the sentence that begins with ``words``."""
    found = re.search(rf"^(\d+)\. \(\w+\) {re.escape(words)}", prompt, re.M)
    assert found is not None, f"no sentence begins with {words!r} in {prompt}"
    return int(found[1])


@contextmanager
def scripted_model(*replies: Reply) -> Iterator[ScriptedModel]:
    """Serve ``replies``."""
    script = ScriptedModel(list(replies))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            script.requests.append(json.loads(self.rfile.read(length)))
            reply = script.replies.pop(0) if len(script.replies) > 1 else script.replies[0]
            if reply is None:
                script.stopped.wait(60)
                return
            status, body = _answered(reply, script)
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield script
    finally:
        script.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _answered(reply: str | int | bytes | Callable[[str], str], script: ScriptedModel) -> tuple[int, bytes]:
    if isinstance(reply, bytes):
        return 200, reply
    if isinstance(reply, int):
        return reply, json.dumps({"error": {"message": "scripted"}}).encode()
    return 200, json.dumps(_completion(reply if isinstance(reply, str) else reply(script.prompt()))).encode()


def _completion(text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    return {
        "id": "x", "object": "chat.completion", "created": 0, "model": "test",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }  # fmt: skip
