"""Keys: nothing is open that should not be, from the first key on and for ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from corpus.errors import BadInputError
from corpus.settings import Settings
from service.access import is_loopback, listening_addresses
from service.app import create_app
from service.store import Role
from tests.service.api.conftest import audit_of, make_key, revoke_key
from tests.service.fakes import FakeLibrary

QUESTION = {"message": "How are varices treated?"}
OPEN = {"/", "/health/live", "/health/ready", "/openapi.json"}


@pytest.fixture
def remote(settings: Settings, library: FakeLibrary) -> Iterator[TestClient]:
    """A client on another machine."""
    with TestClient(create_app(settings, library), client=("192.0.2.7", 1)) as running:
        yield running


def routes(client: TestClient) -> list[tuple[str, str]]:
    """Every method and path of the API's description, and what is left out of it."""
    described = client.get("/openapi.json").json()["paths"]
    found = [(method.upper(), path) for path, methods in described.items() for method in methods]
    assert len(found) > 10
    return [*found, ("GET", "/"), ("GET", "/openapi.json"), ("GET", "/v1"), ("PUT", "/v1/of/the/future")]


def test_before_any_key_another_machine_is_refused(remote: TestClient) -> None:
    response = remote.post("/v1/chat", json=QUESTION)
    assert (response.status_code, response.json()["code"]) == (401, "key_required")
    assert "footnote key create" in response.json()["detail"]


def test_before_any_key_this_machine_may_do_everything(client: TestClient) -> None:
    assert client.post("/v1/chat", json=QUESTION).status_code == 200
    assert client.get("/metrics").status_code == 200


def test_from_the_first_key_on_every_route_but_the_open_ones_needs_one(client: TestClient, settings: Settings) -> None:
    make_key(settings)
    for method, path in routes(client):
        response = client.request(method, path)
        if path in OPEN:
            assert response.status_code == 200, path
        else:
            assert (response.status_code, response.json()["code"]) == (401, "key_required"), path
            assert response.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ",
        "Basic {secret}",
        "{secret}",
        "Bearer x{secret}",
        "Bearer {secret}x",
        "Bearer fn_",
        "Bearer ü",
    ],
)
def test_a_header_without_a_valid_key_is_refused(client: TestClient, settings: Settings, header: str) -> None:
    _, shown = make_key(settings)
    secret = shown["Authorization"].removeprefix("Bearer ")
    response = client.get("/v1/documents", headers={b"Authorization": header.format(secret=secret).encode("latin-1")})
    assert response.status_code == 401
    assert response.json()["code"] in ("key_required", "key_invalid")


def test_an_unknown_key_is_told_apart_from_none(client: TestClient, settings: Settings) -> None:
    make_key(settings)
    response = client.get("/v1/documents", headers={"Authorization": "Bearer fn_" + "x" * 43})
    assert response.json()["code"] == "key_invalid"
    assert 'error="invalid_token"' in response.headers["www-authenticate"]


def test_a_revoked_key_opens_nothing_at_once_and_the_last_one_does_not_open_the_service(
    client: TestClient, settings: Settings
) -> None:
    key, shown = make_key(settings, Role.ADMIN)
    assert client.get("/v1/documents", headers=shown).status_code == 200
    revoke_key(settings, key)
    assert client.get("/v1/documents", headers=shown).status_code == 401
    assert client.get("/v1/documents").status_code == 401


@pytest.mark.parametrize("role", list(Role))
def test_every_role_may_ask_and_read(client: TestClient, settings: Settings, role: Role) -> None:
    _, shown = make_key(settings, role)
    assert client.post("/v1/chat", json=QUESTION, headers=shown).status_code == 200
    assert client.post("/v1/search", json={"query": "varices"}, headers=shown).status_code == 200
    assert client.get("/v1/documents", headers=shown).status_code == 200


@pytest.mark.parametrize(
    ("role", "status"), [(Role.CLINICIAN, 403), (Role.REVIEWER, 403), (Role.EVALUATOR, 200), (Role.ADMIN, 200)]
)
def test_counters_are_for_evaluators_and_administrators(
    client: TestClient, settings: Settings, role: Role, status: int
) -> None:
    _, shown = make_key(settings, role)
    response = client.get("/metrics", headers=shown)
    assert response.status_code == status
    if status == 403:
        assert response.json()["code"] == "role_forbidden"


def test_the_scheme_is_read_in_any_case(client: TestClient, settings: Settings) -> None:
    _, shown = make_key(settings)
    secret = shown["Authorization"].removeprefix("Bearer ")
    assert client.get("/v1/documents", headers={"Authorization": f"bearer  {secret} "}).status_code == 200


def test_a_key_from_another_machine_is_as_good(remote: TestClient, settings: Settings) -> None:
    _, shown = make_key(settings)
    assert remote.post("/v1/chat", json=QUESTION, headers=shown).status_code == 200


@pytest.mark.parametrize("content", ["", "x" * 31, "x" * 40 + "\n" + "x" * 40])
def test_a_bootstrap_file_without_a_proper_key_stops_the_start(
    settings: Settings, library: FakeLibrary, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "key"
    file.write_text(content)
    app = create_app(settings.model_copy(update={"bootstrap_key_file": file}), library)
    with pytest.raises(BadInputError, match="FOOTNOTE_BOOTSTRAP_KEY_FILE"), TestClient(app):
        pass


def test_a_bootstrap_file_that_is_missing_stops_the_start(
    settings: Settings, library: FakeLibrary, tmp_path: Path
) -> None:
    app = create_app(settings.model_copy(update={"bootstrap_key_file": tmp_path / "none"}), library)
    with pytest.raises(BadInputError, match="cannot be read"), TestClient(app):
        pass


def test_the_bootstrap_key_is_an_administrators_and_is_adopted_once(
    settings: Settings, library: FakeLibrary, tmp_path: Path
) -> None:
    file = tmp_path / "key"
    file.write_text("0123456789abcdef" * 4 + "\n")
    settings = settings.model_copy(update={"bootstrap_key_file": file})
    for _ in range(2):
        with TestClient(create_app(settings, library), client=("192.0.2.7", 1)) as client:
            shown = {"Authorization": "Bearer " + "0123456789abcdef" * 4}
            assert client.get("/metrics", headers=shown).status_code == 200
            assert client.get("/metrics").status_code == 401
    assert [entry.action for entry in audit_of(settings)] == ["key.bootstrap"]


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_this_machines_own_addresses_are_known(address: str) -> None:
    assert is_loopback(address)


@pytest.mark.parametrize(
    "address", ["0.0.0.0", "::", "192.0.2.7", "::ffff:192.0.2.7", "localhost", "", "127.0.0.1.evil"]
)
def test_no_other_address_passes_for_this_machines(address: str) -> None:
    assert not is_loopback(address)


def test_an_empty_host_means_every_address() -> None:
    assert {address for _, address in listening_addresses("")} <= {"0.0.0.0", "::"}


def test_the_description_names_the_key_for_every_closed_operation_and_no_other(client: TestClient) -> None:
    app = client.app
    described = client.get("/openapi.json").json()
    for path, methods in described["paths"].items():
        for operation in methods.values():
            assert ("security" in operation) is (path not in OPEN), path
    assert described["components"]["securitySchemes"]["ApiKey"]["scheme"] == "bearer"
    assert not any(isinstance(route, APIRoute) and route.path == "/docs" for route in app.routes)  # type: ignore[attr-defined]
