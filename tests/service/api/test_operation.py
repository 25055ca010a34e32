"""Health, counters and logs: what operators see, and what they must not."""

from __future__ import annotations

import logging
import threading

import pytest
from fastapi.testclient import TestClient

from corpus.errors import DamagedEditionError, EmbedderError, FootnoteError, NoEditionError, VectorServerError
from corpus.settings import Settings
from service.app import create_app
from tests.service.api.conftest import make_key
from tests.service.fakes import FakeLibrary


def test_while_the_library_is_loaded_the_service_lives_and_is_not_ready(
    settings: Settings, library: FakeLibrary
) -> None:
    library.hold = threading.Event()
    with TestClient(create_app(settings, library), client=("127.0.0.1", 1)) as client:
        assert client.get("/health/live").json() == {"status": "live"}
        response = client.get("/health/ready")
        assert (response.status_code, response.json()["code"]) == (503, "starting")
        library.hold.set()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NoEditionError("empty"), "no_edition"),
        (EmbedderError("missing"), "embedder"),
        (DamagedEditionError("broken"), "damaged_edition"),
        (VectorServerError("gone"), "vectors"),
    ],
)
def test_a_service_that_cannot_answer_says_why_and_recovers_by_itself(
    settings: Settings, library: FakeLibrary, error: FootnoteError, code: str
) -> None:
    library.ready_error = error
    with TestClient(create_app(settings, library), client=("127.0.0.1", 1)) as client:
        response = client.get("/health/ready")
        assert (response.status_code, response.json()["code"]) == (503, code)
        library.ready_error = None
        response = client.get("/health/ready")
    assert (response.status_code, response.json()["edition"]["id"]) == (200, library.shelf.current_id())


def test_health_needs_no_key(client: TestClient, settings: Settings) -> None:
    make_key(settings)
    assert client.get("/health/live").status_code == 200
    assert client.get("/health/ready").status_code == 200


def test_counters_count_by_route_and_status_and_never_by_what_was_sent(
    client: TestClient, library: FakeLibrary
) -> None:
    client.post("/v1/chat", json={"message": "Jane Doe bleeds"})
    client.get("/v1/documents/ascites")
    client.get("/v1/documents/Jane-Doe")
    client.get("/Jane/Doe?name=Jane")
    client.get("/assets/main.js")
    client.request("JANE", "/health/live")
    lines = client.get("/metrics").text.splitlines()
    assert 'footnote_requests_total{method="POST",route="/v1/chat",status="200"} 1.0' in lines
    assert 'footnote_requests_total{method="GET",route="/v1/documents/{document_id}",status="200"} 1.0' in lines
    assert 'footnote_requests_total{method="GET",route="/v1/documents/{document_id}",status="404"} 1.0' in lines
    assert 'footnote_requests_total{method="GET",route="(none)",status="404"} 1.0' in lines
    assert 'footnote_requests_total{method="GET",route="/assets/{file}",status="200"} 1.0' in lines
    assert 'footnote_answers_total{mode="extractive",status="answered"} 1.0' in lines
    assert any(line.startswith('footnote_request_seconds_count{route="/v1/chat"}') for line in lines)
    assert not any("Jane" in line or "JANE" in line for line in lines)


def test_nothing_that_is_sent_gets_into_the_log(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post("/v1/chat", json={"message": "Jane Doe bleeds"})
        client.post("/v1/chat", json={"message": "Jane Doe bleeds", "stream": True})
        client.post("/v1/search", json={"query": "Jane Doe bleeds", "nonsense": 1})
        client.get("/v1/documents/Jane", params={"edition": "Jane"})
        client.get("/Jane?question=Jane")
        client.get("/v1/conversations/Jane")
    logged = [record for record in caplog.records if record.name.startswith("footnote")]
    assert len(logged) >= 6
    assert "Jane" not in "\n".join(record.getMessage() for record in logged)


def test_the_access_log_has_route_status_request_and_key(
    client: TestClient, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    key, shown = make_key(settings)
    with caplog.at_level(logging.INFO, "footnote.access"):
        response = client.get("/v1/documents/ascites", headers=shown)
    (line,) = [record.getMessage() for record in caplog.records if record.name == "footnote.access"]
    assert line.startswith("GET /v1/documents/{document_id} 200 ")
    assert response.headers["x-request-id"] in line
    assert line.endswith(f"key={key}")
    assert shown["Authorization"].removeprefix("Bearer ") not in line
