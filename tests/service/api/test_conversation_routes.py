"""Conversations over HTTP: one's own, and no one else's."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from fastapi.testclient import TestClient

from corpus.settings import Settings
from service.app import create_app
from service.store import Role, utc_now
from tests.service.api.conftest import audit_of, make_key
from tests.service.fakes import FakeLibrary


def ask(client: TestClient, message: str, headers: dict[str, str] | None = None, **more: Any) -> str:
    """Ask; gives the conversation's id."""
    response = client.post("/v1/chat", json={"message": message, **more}, headers=headers)
    assert response.status_code == 200
    return str(response.json()["conversation_id"])


def test_another_keys_conversation_does_not_exist_not_even_for_an_administrator(
    client: TestClient, settings: Settings
) -> None:
    _, mine = make_key(settings)
    _, admin = make_key(settings, Role.ADMIN)
    conversation = ask(client, "varices", mine)
    unknown = client.get(f"/v1/conversations/c{'0' * 32}", headers=admin)
    for method in ("GET", "DELETE"):
        response = client.request(method, f"/v1/conversations/{conversation}", headers=admin)
        assert (response.status_code, response.json()["code"]) == (unknown.status_code, unknown.json()["code"])
    assert client.get("/v1/conversations", headers=admin).json()["total"] == 0
    assert client.get(f"/v1/conversations/{conversation}", headers=mine).status_code == 200


def test_what_was_held_without_a_key_is_closed_when_there_is_one(client: TestClient, settings: Settings) -> None:
    conversation = ask(client, "varices")
    _, shown = make_key(settings)
    assert client.get(f"/v1/conversations/{conversation}", headers=shown).status_code == 404


def test_a_deleted_conversation_is_gone_and_the_audit_says_so(client: TestClient, settings: Settings) -> None:
    conversation = ask(client, "varices")
    assert client.delete(f"/v1/conversations/{conversation}").status_code == 204
    assert client.get(f"/v1/conversations/{conversation}").status_code == 404
    assert client.delete(f"/v1/conversations/{conversation}").status_code == 404
    last = [entry for entry in audit_of(settings) if entry.action == "conversation.delete"]
    assert [entry.object for entry in last] == [conversation]


def test_deleting_all_leaves_those_of_others(client: TestClient, settings: Settings) -> None:
    _, mine = make_key(settings)
    _, other = make_key(settings)
    ask(client, "varices", mine)
    ask(client, "ascites", other)
    assert client.delete("/v1/conversations", headers=mine).status_code == 204
    assert client.get("/v1/conversations", headers=mine).json()["total"] == 0
    assert client.get("/v1/conversations", headers=other).json()["total"] == 1


def test_a_conversation_is_read_with_its_questions_and_answers(client: TestClient) -> None:
    conversation = ask(client, "varices")
    ask(client, "and rats?", conversation_id=conversation)
    found = client.get(f"/v1/conversations/{conversation}").json()
    assert (found["id"], found["first_question"], found["turns"]) == (conversation, "varices", 2)
    assert [turn["question"] for turn in found["history"]] == ["varices", "and rats?"]
    assert found["history"][1]["standalone_question"] == "varices / and rats?"
    assert found["history"][0]["answer"]["edition"]["id"] == found["history"][0]["edition"]


def test_pages_of_conversations_name_each_once_last_used_first(client: TestClient) -> None:
    made = [ask(client, f"question {number}") for number in range(5)]
    ask(client, "again", conversation_id=made[0])
    seen: list[str] = []
    parameters: dict[str, Any] = {"limit": 2}
    while True:
        page = client.get("/v1/conversations", params=parameters).json()
        assert page["total"] == 5
        seen += [each["id"] for each in page["conversations"]]
        if page["next"] is None:
            break
        parameters["cursor"] = page["next"]
    assert seen == [made[0], *made[:0:-1]]


def test_a_page_that_is_exactly_full_is_the_last(client: TestClient) -> None:
    ask(client, "varices")
    assert client.get("/v1/conversations", params={"limit": 1}).json()["next"] is None


def test_conversations_outlive_the_service(client: TestClient, settings: Settings, library: FakeLibrary) -> None:
    conversation = ask(client, "varices")
    with TestClient(create_app(settings, library), client=("127.0.0.1", 1)) as again:
        assert again.get(f"/v1/conversations/{conversation}").json()["first_question"] == "varices"


def test_conversations_past_their_retention_are_gone_after_a_start(
    client: TestClient, settings: Settings, library: FakeLibrary
) -> None:
    conversation = ask(client, "varices")
    keeping = settings.model_copy(update={"retention_days": 30})
    for days, left in ((29, 1), (31, 0)):
        clock = partial(lambda passed: utc_now() + passed, timedelta(days=days))
        with TestClient(create_app(keeping, library, clock), client=("127.0.0.1", 1)) as again:
            assert again.get("/v1/conversations").json()["total"] == left
    assert client.get(f"/v1/conversations/{conversation}").status_code == 404
