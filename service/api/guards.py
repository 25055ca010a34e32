"""What a request has to pass before a route sees it: the host it names, the key it brings, the size of its body."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import BadInputError
from service.access import Caller
from service.api.problems import ApiError


class HostGuard:
    """Answers only to the hosts that the settings allow, so that no other site's name can be pointed at this server."""

    def __init__(self, app: ASGIApp, allowed: str) -> None:
        """``allowed``: names separated by commas; '*' for any, '*.example.org' for any below that."""
        self._app = app
        self._allowed = [name.strip().strip("[]").lower() for name in allowed.split(",") if name.strip()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] == "http" and not self._knows(Headers(scope=scope).getlist("host")):
            raise ApiError("unknown_host", "Use a host name that FOOTNOTE_ALLOWED_HOSTS lists.")
        await self._app(scope, receive, send)

    def _knows(self, headers: list[str]) -> bool:
        if "*" in self._allowed:
            return True
        if len(headers) != 1:
            return False
        try:
            name = urlsplit(f"//{headers[0]}").hostname or ""
        except ValueError:
            return False
        return any(name == known or (known.startswith("*.") and name.endswith(known[1:])) for known in self._allowed)


class KeyGuard:
    """Lets in who may come in (see :mod:`service.access`) and leaves the caller in the scope."""

    def __init__(self, app: ASGIApp, admit: Callable[[Scope, str | None, str | None], Awaitable[Caller]]) -> None:
        """``admit(scope, authorization header, client's address)`` gives the caller or raises."""
        self._app = app
        self._admit = admit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] == "http" and needs_key(scope["path"]):
            client = scope.get("client")
            caller = await self._admit(scope, Headers(scope=scope).get("authorization"), client[0] if client else None)
            scope["footnote.caller"] = caller
            scope["footnote.key"] = caller.key_id or "-"
        await self._app(scope, receive, send)


def needs_key(path: str) -> bool:
    """Whether a path is closed to those without a key. The page, health and the API's description are open."""
    return path == "/metrics" or path == "/v1" or path.startswith("/v1/")


class BodyGuard:
    """Reads no more of a body than the settings allow, whether or not its length was announced."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > self._limit:
            raise ApiError("body_too_large", f"A body has at most {self._limit} bytes.")
        received = 0

        async def receive_some() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._limit:
                raise HTTPException(413)  # FastAPI's body parser turns any other exception into a 400
            return message

        await self._app(scope, receive_some, send)


async def json_body(request: Request) -> None:
    """Dependency of the routes that read a body: it is JSON, and its strings can be written down again."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        raise ApiError("unsupported_media_type", "Send JSON with the header 'Content-Type: application/json'.")
    if not await request.body():
        return  # missing, which validation says better
    waiting = [await request.json()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and any(char == "\0" or "\ud800" <= char <= "\udfff" for char in value):
            raise BadInputError("A text in the body has a NUL or half a surrogate pair, which no text has.")
