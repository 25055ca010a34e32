"""The API's description: what every operation has in common, and the document at /openapi.json."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.security import HTTPBearer

from service.api.examples import REQUESTS, RESPONSES
from service.api.problems import CODES, MEDIA_TYPE, Problem

TAGS = [
    {"name": "answers", "description": "Questions and cited answers."},
    {"name": "calculators", "description": "Scores with their formula and source."},
    {"name": "library", "description": "The texts that answers rest on."},
    {"name": "conversations", "description": "What was asked before. Each belongs to the key it was held with."},
    {"name": "operation", "description": "Health and counters."},
]
DESCRIPTION = """\
Medical answers in which every statement leads to the very words that it rests on.

Every error is an RFC 9457 problem document with a stable `code`. Keys travel as `Authorization: Bearer fn_…`; while
no key has ever been made, the service answers its own machine only, and without one.
"""
# Describes the key; it is checked before any route is reached (see guards.KeyGuard).
key_scheme = HTTPBearer(
    auto_error=False, scheme_name="ApiKey", bearerFormat="fn_…", description="A key of `footnote key create`."
)
_REF = "#/components/schemas/{model}"


def problems(*codes: str, body: bool = False, open_to_all: bool = False) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of an operation that can fail with ``codes`` and with what every operation can fail with.

    body: it reads one. open_to_all: it needs no key.
    """
    everywhere = ["unknown_host", "internal_error"]
    if not open_to_all:
        everywhere += ["key_required", "key_invalid", "store"]
    if body:
        everywhere += ["malformed_json", "body_too_large", "unsupported_media_type", "bad_input"]
    found: dict[int | str, dict[str, Any]] = {}
    for code in sorted({*codes, *everywhere}, key=lambda code: (CODES[code][0], code)):
        status, title = CODES[code]
        response = found.setdefault(status, {"description": "", "content": {MEDIA_TYPE: _problem_content()}})
        response["description"] = "; ".join(filter(None, [response["description"], f"{title} (`{code}`)"]))
        response["content"][MEDIA_TYPE]["examples"][code] = {"value": _example(code)}
    return found


def _problem_content() -> dict[str, Any]:
    return {"schema": {"$ref": _REF.format(model="Problem")}, "examples": {}}


def _example(code: str) -> dict[str, Any]:
    status, title = CODES[code]
    return {
        "type": f"urn:footnote:problem:{code}",
        "title": title,
        "status": status,
        "detail": title + ".",
        "code": code,
        "instance": "urn:uuid:6f1c2a52-9d0e-4c0a-8a55-0b8f2a3d1e77",
    }


def _add_examples(schema: dict[str, Any]) -> None:
    for operation in (operation for methods in schema["paths"].values() for operation in methods.values()):
        name = operation["operationId"]
        if name in REQUESTS:
            operation["requestBody"]["content"]["application/json"]["examples"] = REQUESTS[name]
        if name in RESPONSES:
            operation["responses"]["200"]["content"]["application/json"]["example"] = RESPONSES[name]


def install_openapi(app: FastAPI) -> None:
    """Let ``app`` describe itself with all schemas that its problem documents need."""

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(
                title=app.title,
                version=app.version,
                description=DESCRIPTION,
                routes=app.routes,
                tags=TAGS,
                license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
            )
            _add_examples(schema)
            problem = Problem.model_json_schema(ref_template=_REF)
            schemas = schema.setdefault("components", {}).setdefault("schemas", {})
            schemas.update(problem.pop("$defs", {}))
            schemas["Problem"] = problem
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = describe  # type: ignore[method-assign]
