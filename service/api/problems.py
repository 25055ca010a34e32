"""Every error of the API as an RFC 9457 problem document with a stable ``code``."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import cast
from uuid import uuid4

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Scope

from corpus.errors import FootnoteError
from service.answer import Audience
from service.disclaimer import disclaimer_for

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
_READER = "footnote.audience"
_log = logging.getLogger("footnote.api")

# Every code that the API can answer with, its HTTP status and its title. docs/api.md lists them; a test compares.
CODES: dict[str, tuple[int, str]] = {
    "malformed_json": (400, "The body is not JSON"),
    "unknown_host": (400, "The Host header is not one that is served here"),
    "key_required": (401, "An API key is needed"),
    "key_invalid": (401, "The API key is not valid"),
    "role_forbidden": (403, "The API key's role does not allow this"),
    "not_found": (404, "What was asked for does not exist"),
    "unknown_calculator": (404, "There is no such calculator"),
    "no_such_route": (404, "There is no such address"),
    "method_not_allowed": (405, "The address does not answer to this method"),
    "busy": (409, "Something else is being done that excludes this"),
    "body_too_large": (413, "The body is too large"),
    "unsupported_media_type": (415, "The body is not of a kind that is read here"),
    "validation": (422, "The request is not as it should be"),
    "calculator_input": (422, "A value for the calculator cannot be used"),
    "bad_input": (422, "What was given cannot be used"),
    "message_empty": (422, "The message has no words"),
    "message_too_long": (422, "The message is too long"),
    "internal_error": (500, "Something went wrong here"),
    "no_edition": (503, "The library is empty"),
    "damaged_edition": (503, "The library cannot be read"),
    "embedder": (503, "The embedding model cannot be used"),
    "vectors": (503, "The vectors of the library cannot be searched"),
    "store": (503, "The service's database cannot be used"),
    "starting": (503, "The service is starting"),
    "overloaded": (503, "Too many questions at once"),
}

# What is told instead of an error's own message where that may speak of files, hosts or statements.
_TOLD = {
    "internal_error": "The request could not be answered. The log has this problem's instance.",
    "damaged_edition": "The library on this server cannot be read just now; its operator finds the reason in the log.",
    "embedder": "The embedding model of this server cannot be used just now; its operator finds the reason in the log.",
    "vectors": "The vector server of this service does not answer just now; try again later.",
    "store": "The database of this server cannot be used just now; try again later.",
}


class FieldProblem(BaseModel):
    """What is wrong with one part of a request."""

    model_config = ConfigDict(extra="forbid")

    pointer: str = Field(description="Where: 'body', 'query' or 'path', then the names, joined by '/'.")
    detail: str


class Problem(BaseModel):
    """An RFC 9457 problem document. Programs decide by ``code``; people read ``detail``."""

    model_config = ConfigDict(extra="forbid")

    type: str = Field(description="Names the kind of problem; made from `code`.")
    title: str = Field(description="The kind of problem in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What is wrong here and what to do.")
    code: str = Field(description="Stable: programs may depend on it.")
    instance: str = Field(description="This one occurrence; the service's log has it, too.")
    errors: list[FieldProblem] | None = Field(None, description="Each part of the request that is wrong.")
    disclaimer: str | None = Field(None, description="The disclaimer for its reader, where a question was asked.")


class ApiError(FootnoteError):
    """A problem that arises in the API itself: one of CODES, with a detail and headers."""

    def __init__(
        self,
        code: str,
        detail: str,
        headers: Mapping[str, str] | None = None,
        errors: list[FieldProblem] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.status = CODES[code][0]
        self.headers = dict(headers or {})
        self.errors = errors


def make_problem(
    scope: Scope, code: str, detail: str, errors: list[FieldProblem] | None = None, status: int | None = None
) -> Problem:
    """The problem document for the request of ``scope``. Where a question was asked it carries the disclaimer."""
    usual, title = CODES.get(code, (status or 500, HTTPStatus(status or 500).phrase))
    return Problem(
        type=f"urn:footnote:problem:{code}",
        title=title,
        status=status or usual,
        detail=_TOLD.get(code, detail),
        code=code,
        instance=f"urn:uuid:{request_id(scope)}",
        errors=errors,
        disclaimer=disclaimer_for(_reader(scope)) if str(scope.get("path", "")).startswith("/v1/chat") else None,
    )


def note_reader(scope: Scope, audience: Audience) -> None:
    """Keep who reads the answer with the request, so that a problem carries the disclaimer that is theirs."""
    scope[_READER] = audience


def _reader(scope: Scope) -> Audience:
    """Who reads the answer; a clinician until the body has been read."""
    return cast(Audience, scope.get(_READER, Audience.CLINICIAN))


def problem_of(scope: Scope, error: Exception) -> Problem:
    """The problem document for an exception. What the client must not learn is logged, without anybody's words."""
    if isinstance(error, FootnoteError) and error.code in CODES:
        if error.code in _TOLD:
            _log.error("%s: %s: %s", request_id(scope), error.code, error.message)
        return make_problem(scope, error.code, error.message, error.errors if isinstance(error, ApiError) else None)
    _log.error("%s: %s\n%s", request_id(scope), type(error).__qualname__, _places(error))
    return make_problem(scope, "internal_error", "")


def _places(error: BaseException) -> str:
    """Where an exception came from. Without its message, which may quote what was asked."""
    lines = []
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{step.tb_lineno} {code.co_qualname}")
        step = step.tb_next
    if error.__cause__ is not None:
        lines += [f"  from {type(error.__cause__).__qualname__}", _places(error.__cause__)]
    return "\n".join(lines)


def respond(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """The problem as a response."""
    body = problem.model_dump_json(exclude_none=True)
    return Response(body, problem.status, {**_headers_of(problem), **(headers or {})}, MEDIA_TYPE)


def _headers_of(problem: Problem) -> dict[str, str]:
    match problem.status:
        case 401:  # RFC 6750
            error = ', error="invalid_token"' if problem.code == "key_invalid" else ""
            return {"www-authenticate": f'Bearer realm="footnote"{error}'}
        case 503:
            return {"retry-after": str(RETRY_SECONDS)}
    return {}


def respond_to(scope: Scope, error: Exception) -> Response:
    """The response for an exception, with the headers that it brings."""
    return respond(problem_of(scope, error), error.headers if isinstance(error, ApiError) else None)


def request_id(scope: Scope) -> str:
    """Id of the request, the same in its log line and its problem document."""
    return str(scope.setdefault("footnote.request_id", str(uuid4())))


def install_handlers(app: FastAPI) -> None:
    """Let every error that a route or the framework raises be answered with a problem document."""

    async def footnote_error(request: Request, error: Exception) -> Response:
        return respond_to(request.scope, error)

    async def http_error(request: Request, error: Exception) -> Response:
        raised = cast(HTTPException, error)
        return respond(_http_problem(request, raised), raised.headers)

    async def validation_error(request: Request, error: Exception) -> Response:
        return respond(_validation_problem(request, cast(RequestValidationError, error)))

    app.add_exception_handler(FootnoteError, footnote_error)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(RequestValidationError, validation_error)


def _http_problem(request: Request, error: HTTPException) -> Problem:
    match error.status_code:
        case 404:
            return make_problem(request.scope, "no_such_route", f"There is nothing at {request.url.path!r}.")
        case 405:
            return make_problem(
                request.scope, "method_not_allowed", f"{request.url.path!r} does not answer to {request.method}."
            )
        case 413:
            return make_problem(request.scope, "body_too_large", "The body is larger than this server reads.")
        case 400:  # FastAPI's word for a body that the JSON parser gave up on
            return make_problem(request.scope, "malformed_json", "Send one JSON object in UTF-8.")
        case status:
            return make_problem(request.scope, "http_error", HTTPStatus(status).phrase, status=status)


def _validation_problem(request: Request, error: RequestValidationError) -> Problem:
    found = error.errors()
    if any(item["type"] == "json_invalid" for item in found):
        return make_problem(request.scope, "malformed_json", "Send one JSON object in UTF-8.")
    # pydantic's entries carry the input: only the place and the message go out
    fields = [FieldProblem(pointer="/".join(map(str, item["loc"])), detail=str(item["msg"])) for item in found]
    first = fields[0]
    return make_problem(request.scope, "validation", f"{first.pointer}: {first.detail}.", fields)
