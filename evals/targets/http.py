"""JSON over HTTP to a system that is measured; what goes wrong is told in a form that is recorded with the item."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

import httpx

from corpus.errors import BadInputError
from evals.targets.protocol import TargetError, TargetTimeoutError

_SHOWN = 200  # characters of an error's body
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class JsonClient:
    """A client of one base address. Not thread-safe."""

    def __init__(self, url: str, timeout: float, key_variable: str | None = None) -> None:
        """key_variable: name of the environment variable that holds the API key; the key itself is kept nowhere.

        Raises BadInputError for an address or a variable that cannot be used.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise BadInputError(f"--target {url!r} is no http(s) address.")
        headers = {}
        if key_variable is not None:
            key = os.environ.get(key_variable)
            if not key:
                raise BadInputError(f"The environment variable {key_variable} that should hold the API key is not set.")
            headers["Authorization"] = f"Bearer {key}"
        self.url = url.rstrip("/")
        self._timeout = timeout
        # A proxy of the environment is none of loopback's business.
        local = parts.hostname in _LOOPBACK
        self._client = httpx.Client(timeout=timeout, headers=headers, trust_env=not local, follow_redirects=False)

    def get(self, path: str, **parameters: str | int | None) -> Any:
        """The JSON of a GET. Raises TargetError."""
        return self._send("GET", path, params={k: v for k, v in parameters.items() if v is not None})

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """The JSON of a POST. Raises TargetError."""
        return self._send("POST", path, json=body)

    def _send(self, method: str, path: str, **content: Any) -> Any:
        try:
            reply = self._client.request(method, self.url + path, **content)
        except httpx.TimeoutException:
            raise TargetTimeoutError(f"no answer within {self._timeout:g} s") from None
        except httpx.HTTPError as error:
            raise TargetError(f"{type(error).__name__}: {error}") from error
        if reply.status_code >= 400:
            raise StatusError(reply.status_code, " ".join(reply.text.split())[:_SHOWN])
        try:
            return reply.json()
        except ValueError:
            raise TargetError("the reply is not JSON") from None


class StatusError(TargetError):
    """The target answered with an HTTP error."""

    def __init__(self, status: int, body: str) -> None:
        super().__init__(f"HTTP {status}: {body}")
        self.status = status
