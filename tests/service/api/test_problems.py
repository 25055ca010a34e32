"""Whatever goes wrong is answered with a problem document, and says nothing that it should not."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import DamagedEditionError, EmbedderError, NoEditionError
from corpus.settings import Settings
from service.api.problems import CODES
from service.app import create_app
from service.disclaimer import DISCLAIMER, PATIENT_DISCLAIMER
from tests.service.fakes import FakeLibrary

JSON = {"content-type": "application/json"}
QUESTION = {"message": "How are varices treated?"}


def chunks(size: int) -> Iterator[bytes]:
    """A body whose length is not announced."""
    yield b'{"message": "'
    for _ in range(size // 1000):
        yield b"x" * 1000
    yield b'"}'


REFUSED: list[tuple[str, str, dict[str, Any], str]] = [
    ("GET", "/nowhere", {}, "no_such_route"),
    ("GET", "/v1/nowhere", {}, "no_such_route"),
    ("POST", "/v1/chat/", {"json": QUESTION}, "no_such_route"),
    ("GET", "/assets/nothing.js", {}, "no_such_route"),
    ("GET", "/assets/../index.html", {}, "no_such_route"),
    ("GET", "/v1/chat", {}, "method_not_allowed"),
    ("DELETE", "/health/live", {}, "method_not_allowed"),
    ("POST", "/v1/chat", {"content": b"{", "headers": JSON}, "malformed_json"),
    ("POST", "/v1/chat", {"content": b"", "headers": JSON}, "validation"),
    ("POST", "/v1/chat", {"content": b"\xff\xfe\x00", "headers": JSON}, "malformed_json"),
    ("POST", "/v1/chat", {"content": b"[" * 60000, "headers": JSON}, "malformed_json"),
    ("POST", "/v1/chat", {"content": b'{"message": ' + b"9" * 5000 + b"}", "headers": JSON}, "malformed_json"),
    ("POST", "/v1/chat", {"content": b'{"message": NaN}', "headers": JSON}, "validation"),
    ("POST", "/v1/chat", {"content": json.dumps(QUESTION).encode()}, "unsupported_media_type"),
    (
        "POST",
        "/v1/chat",
        {"content": b"message=x", "headers": {"content-type": "text/plain"}},
        "unsupported_media_type",
    ),
    ("POST", "/v1/search", {"data": {"query": "x"}}, "unsupported_media_type"),
    ("POST", "/v1/chat", {"json": {"message": "x" * 70000}}, "body_too_large"),
    ("POST", "/v1/chat", {"content": chunks(70000), "headers": JSON}, "body_too_large"),
    ("POST", "/v1/chat", {"json": []}, "validation"),
    ("POST", "/v1/chat", {"json": {}}, "validation"),
    ("POST", "/v1/chat", {"json": {"message": 7}}, "validation"),
    ("POST", "/v1/chat", {"json": {**QUESTION, "temperature": 0}}, "validation"),
    ("POST", "/v1/chat", {"json": {**QUESTION, "audience": "surgeon"}}, "validation"),
    ("POST", "/v1/chat", {"json": {"message": ""}}, "message_empty"),
    ("POST", "/v1/chat", {"json": {"message": " \n\t\u200b ?!"}}, "message_empty"),
    ("POST", "/v1/chat", {"json": {"message": "ä" * 4001}}, "message_too_long"),
    ("POST", "/v1/chat", {"json": {"message": "a\0b"}}, "bad_input"),
    ("POST", "/v1/chat", {"content": b'{"message": "\\ud800 what"}', "headers": JSON}, "bad_input"),
    ("POST", "/v1/chat", {"content": b'{"message": "what", "\\udfff": 1}', "headers": JSON}, "bad_input"),
    ("POST", "/v1/chat", {"json": {**QUESTION, "edition": "none"}}, "not_found"),
    ("POST", "/v1/chat", {"json": {**QUESTION, "edition": "../editions"}}, "not_found"),
    ("POST", "/v1/chat", {"json": {**QUESTION, "conversation_id": "none"}}, "not_found"),
    ("POST", "/v1/chat", {"json": {**QUESTION, "conversation_id": "none", "stream": True}}, "not_found"),
    ("POST", "/v1/chat", {"json": {**QUESTION, "article_id": "none"}}, "not_found"),
    ("POST", "/v1/search", {"json": {"query": "   "}}, "message_empty"),
    ("POST", "/v1/search", {"json": {"query": "x" * 4001}}, "message_too_long"),
    ("POST", "/v1/search", {"json": {"query": "x", "k": 0}}, "validation"),
    ("POST", "/v1/search", {"json": {"query": "x", "k": 101}}, "validation"),
    ("POST", "/v1/search", {"json": {"query": "x", "edition": "none"}}, "not_found"),
    ("GET", "/v1/passages/none", {}, "not_found"),
    ("GET", "/v1/passages/none?edition=none", {}, "not_found"),
    ("GET", "/v1/documents/none", {}, "not_found"),
    ("GET", "/v1/documents/%00%ff/../x", {}, "not_found"),
    ("GET", "/v1/documents?limit=0", {}, "validation"),
    ("GET", "/v1/documents?limit=many", {}, "validation"),
    ("GET", "/v1/documents?cursor=zzz", {}, "bad_input"),
    ("GET", "/v1/documents?edition=none", {}, "not_found"),
    ("GET", "/v1/conversations/none", {}, "not_found"),
    ("GET", "/v1/conversations/%00", {}, "not_found"),
    ("GET", "/v1/conversations?cursor=WyJ4IiwgInkiXQ", {}, "bad_input"),
    ("DELETE", "/v1/conversations/none", {}, "not_found"),
    ("GET", "/", {"headers": {"host": "evil.example"}}, "unknown_host"),
    ("POST", "/v1/chat", {"json": QUESTION, "headers": {"host": "localhost.evil.example"}}, "unknown_host"),
    ("POST", "/v1/chat", {"json": QUESTION, "headers": {"host": "[::1"}}, "unknown_host"),
]


@pytest.mark.parametrize(
    ("method", "path", "request_", "code"),
    REFUSED,
    ids=[f"{code}-{method}{path}-{number}".replace("/", "_") for number, (method, path, _, code) in enumerate(REFUSED)],
)
def test_a_refusal_is_a_problem_document(
    client: TestClient, method: str, path: str, request_: dict[str, Any], code: str
) -> None:
    response = client.request(method, path, **request_)
    problem = response.json()
    status, title = CODES[code]
    assert (problem["code"], problem["status"], response.status_code, problem["title"]) == (code, status, status, title)
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["type"] == f"urn:footnote:problem:{code}"
    assert problem["instance"] == f"urn:uuid:{response.headers['x-request-id']}"
    assert problem["detail"]
    assert problem.get("disclaimer") == (DISCLAIMER if path.startswith("/v1/chat") else None)


@pytest.mark.parametrize("wanted", [{}, {"stream": True}])
def test_a_patients_problem_carries_the_disclaimer_for_patients(
    client: TestClient, library: FakeLibrary, wanted: dict[str, Any]
) -> None:
    library.error = RuntimeError("boom")
    response = client.post("/v1/chat", json={"message": "what is AF", "audience": "patient", **wanted})
    assert PATIENT_DISCLAIMER in response.text
    assert DISCLAIMER not in response.text


def test_a_method_that_is_not_allowed_names_those_that_are(client: TestClient) -> None:
    assert client.get("/v1/chat").headers["allow"] == "POST"


def test_a_validation_problem_names_the_place_and_repeats_nothing_of_what_was_sent(client: TestClient) -> None:
    response = client.post("/v1/chat", json={"message": ["Jane Doe bleeds"], "mode": "Jane Doe"})
    assert [error["pointer"] for error in response.json()["errors"]] == ["body/message", "body/mode"]
    assert "Jane" not in response.text


def test_an_exception_is_answered_and_logged_without_anybodys_words(
    client: TestClient, library: FakeLibrary, caplog: pytest.LogCaptureFixture
) -> None:
    library.error = RuntimeError("Jane Doe bleeds")
    with caplog.at_level(logging.DEBUG):
        response = client.post("/v1/chat", json={"message": "Jane Doe bleeds"})
    assert (response.status_code, response.json()["code"]) == (500, "internal_error")
    assert response.json()["disclaimer"] == DISCLAIMER
    assert "Jane" not in response.text
    assert "RuntimeError" in caplog.text
    assert response.headers["x-request-id"] in caplog.text
    assert "Jane" not in caplog.text


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NoEditionError("The library is empty: run 'footnote ingest' first."), "no_edition"),
        (DamagedEditionError("/secret/place/manifest.json cannot be read."), "damaged_edition"),
        (EmbedderError("/secret/place/model.onnx is missing."), "embedder"),
    ],
)
def test_a_library_that_cannot_be_used_is_unavailable_and_keeps_its_places_to_itself(
    client: TestClient, library: FakeLibrary, error: Exception, code: str
) -> None:
    library.error = error
    response = client.post("/v1/chat", json=QUESTION)
    assert (response.status_code, response.json()["code"]) == (503, code)
    assert int(response.headers["retry-after"]) > 0
    assert "/secret" not in response.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:80", "[::1]", "[::1]:8000"])
def test_the_hosts_of_the_settings_are_answered_with_any_port(client: TestClient, host: str) -> None:
    assert client.get("/health/live", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("allowed", "host", "answered"),
    [
        ("*", "anything.example", True),
        ("*.example.org", "a.example.org", True),
        ("*.example.org", "example.org", False),
        ("*.example.org", "a.example.org.evil.example", False),
    ],
)
def test_hosts_may_be_allowed_by_pattern(
    settings: Settings, library: FakeLibrary, allowed: str, host: str, answered: bool
) -> None:
    app = create_app(settings.model_copy(update={"allowed_hosts": allowed}), library)
    with TestClient(app, client=("127.0.0.1", 1)) as client:
        assert (client.get("/health/live", headers={"host": host}).status_code == 200) is answered


class TestAnyBody:
    """Property tests share one running application."""

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def running(cls, shelf_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
        settings = Settings(data=tmp_path_factory.mktemp("any"), allowed_hosts="testserver")
        library = FakeLibrary(shelf_settings)
        with TestClient(create_app(settings, library), client=("127.0.0.1", 1)) as client:
            cls.client = client
            yield
        library.close()

    client: TestClient

    @given(body=st.binary(max_size=300), path=st.sampled_from(["/v1/chat", "/v1/search"]))
    def test_any_bytes_are_answered_with_a_problem_document(self, body: bytes, path: str) -> None:
        response = self.client.post(path, content=body, headers=JSON)
        assert 400 <= response.status_code < 500
        assert response.json()["code"] in CODES

    @given(
        body=st.dictionaries(
            st.sampled_from(["message", "conversation_id", "article_id", "audience", "mode", "edition", "stream", "x"]),
            st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
        )
    )
    def test_any_json_is_answered_or_refused_and_never_an_internal_error(self, body: dict[str, Any]) -> None:
        response = self.client.post("/v1/chat", content=json.dumps(body).encode(), headers=JSON)
        assert response.status_code < 500
        assert DISCLAIMER[:20] in response.text
