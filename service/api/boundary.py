"""The outermost layer of the API: request ids, security headers, access log, counters, the last net for exceptions."""

from __future__ import annotations

import logging
from time import perf_counter

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.metrics import Metrics
from service.api.problems import request_id, respond_to

_log = logging.getLogger("footnote.access")

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_API_POLICY = "default-src 'none'; frame-ancestors 'none'"
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Boundary:
    """ASGI middleware around everything else.

    The access log has method, route, status, time, request id and key id: no path as it was sent, no query string
    and no body, because people write questions into all three.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = perf_counter()
        status = 0

        async def send_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add_headers(scope, MutableHeaders(raw=message["headers"]))
                message = {**message, "headers": message["headers"]}
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        except Exception as error:
            response = respond_to(scope, error)
            if status == 0:
                await response(scope, receive, send_on)
            # else: the response has begun and is left unfinished, which the client sees as a broken connection
        finally:
            seconds = perf_counter() - began
            route = _route(scope)
            self._metrics.request(str(scope["method"]), route, status, seconds)
            _log.info(
                "%s %s %s %.0f ms %s key=%s",
                scope["method"], route, status, seconds * 1000, request_id(scope), scope.get("footnote.key", "-"),
            )  # fmt: skip


def _route(scope: Scope) -> str:
    """The pattern that the path matched, such as /v1/documents/{id}; never the path itself."""
    if str(scope["path"]).startswith("/assets/") and scope.get("endpoint") is not None:
        return "/assets/{file}"  # mounted, which leaves no route behind
    route = scope.get("route")
    return str(getattr(route, "path_format", None) or getattr(route, "path", None) or "(none)")


def _add_headers(scope: Scope, headers: MutableHeaders) -> None:
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    path = str(scope["path"])
    is_page = path == "/" or path.startswith("/assets/")
    headers.setdefault("content-security-policy", PAGE_POLICY if is_page else _API_POLICY)
    # What is answered is about patients; what the page is made of changes with the program.
    headers.setdefault("cache-control", "no-cache" if is_page else "no-store")
    headers["x-request-id"] = request_id(scope)
