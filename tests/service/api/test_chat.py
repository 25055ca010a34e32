"""Asking: a question in, an answer out, and the turn kept."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient

from corpus.settings import Settings
from service.answer import Answer, Mode, Status
from service.disclaimer import DISCLAIMER
from tests.service.api.conftest import audit_of, make_key
from tests.service.fakes import FakeLibrary

QUESTION = {"message": "How are varices treated?"}


def test_a_failed_question_leaves_no_conversation_and_an_audit_line_with_its_code(
    client: TestClient, library: FakeLibrary, settings: Settings
) -> None:
    library.error = RuntimeError("boom")
    assert client.post("/v1/chat", json=QUESTION).status_code == 500
    assert client.get("/v1/conversations").json()["total"] == 0
    assert [(entry.action, entry.status) for entry in audit_of(settings)] == [("chat", "internal_error")]


def test_a_conversation_deleted_while_it_is_answered_stays_deleted(client: TestClient, library: FakeLibrary) -> None:
    conversation = client.post("/v1/chat", json=QUESTION).json()["conversation_id"]
    library.hold, library.begun = threading.Event(), threading.Event()
    with ThreadPoolExecutor() as pool:
        going_on = pool.submit(client.post, "/v1/chat", json={"message": "And then?", "conversation_id": conversation})
        assert library.begun.wait(timeout=30)
        assert client.delete(f"/v1/conversations/{conversation}").status_code == 204
        library.hold.set()
        response = going_on.result()
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert client.get("/v1/conversations").json()["total"] == 0


def test_another_keys_conversation_cannot_be_gone_on_with(client: TestClient, settings: Settings) -> None:
    _, mine = make_key(settings)
    _, other = make_key(settings)
    conversation = client.post("/v1/chat", json=QUESTION, headers=mine).json()["conversation_id"]
    going_on = {"message": "And then?", "conversation_id": conversation}
    assert client.post("/v1/chat", json=going_on, headers=other).status_code == 404
    assert client.post("/v1/chat", json=going_on, headers=mine).status_code == 200


def test_more_questions_than_can_wait_are_turned_away(
    client: TestClient, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.api.asking._WAITING", -7)  # with eight at once: one
    library.hold = threading.Event()
    with ThreadPoolExecutor() as pool:
        first = pool.submit(client.post, "/v1/chat", json=QUESTION)
        assert library.begun.wait(timeout=30)
        refused = client.post("/v1/chat", json=QUESTION)
        library.hold.set()
        assert first.result().status_code == 200
    assert (refused.status_code, refused.json()["code"]) == (503, "overloaded")
    assert client.post("/v1/chat", json=QUESTION).status_code == 200


def test_the_answer_is_given_whole_with_the_disclaimer(client: TestClient) -> None:
    response = client.post("/v1/chat", json=QUESTION)
    answer = Answer.model_validate(response.json())
    assert response.headers["content-type"] == "application/json"
    assert (answer.question, answer.status, answer.disclaimer) == (QUESTION["message"], "answered", DISCLAIMER)


@pytest.mark.parametrize("status", list(Status))
def test_an_answer_that_answers_nothing_is_no_error(
    client: TestClient, library: FakeLibrary, settings: Settings, status: Status
) -> None:
    library.change = lambda answer: answer.model_copy(update={"status": status})
    response = client.post("/v1/chat", json=QUESTION)
    assert (response.status_code, response.json()["status"]) == (200, status)
    assert audit_of(settings)[-1].status == status


def test_what_is_asked_reaches_the_consultant_as_it_was_sent(
    client: TestClient, library: FakeLibrary, shelf_settings: Settings
) -> None:
    edition = library.shelf.current_id()
    message = "  Wie?  ≥20% 🐀\n"
    client.post("/v1/chat", json={"message": message, "audience": "student", "mode": "generative", "edition": edition})
    (asked,) = library.asked
    assert (asked.message, asked.audience, asked.mode, asked.edition) == (message, "student", Mode.GENERATIVE, edition)


def test_a_follow_up_hears_what_was_said_before(client: TestClient, library: FakeLibrary) -> None:
    first = client.post("/v1/chat", json=QUESTION).json()
    second = client.post("/v1/chat", json={"message": "And rats?", "conversation_id": first["conversation_id"]}).json()
    assert second["conversation_id"] == first["conversation_id"]
    history = library.asked[1].history
    assert [(turn.question, turn.standalone_question) for turn in history] == [(QUESTION["message"],) * 2]
    assert history[0].answer == Answer.model_validate(first)


def test_a_question_without_a_conversation_begins_a_new_one(client: TestClient, library: FakeLibrary) -> None:
    ids = {client.post("/v1/chat", json=QUESTION).json()["conversation_id"] for _ in range(3)}
    assert len(ids) == 3
    assert all(not asked.history for asked in library.asked)


def test_messages_that_arrive_together_in_one_conversation_are_all_kept(client: TestClient) -> None:
    conversation = client.post("/v1/chat", json=QUESTION).json()["conversation_id"]
    with ThreadPoolExecutor(max_workers=6) as pool:
        asked = [{"message": f"question {number}", "conversation_id": conversation} for number in range(12)]
        responses = list(pool.map(lambda body: client.post("/v1/chat", json=body), asked))
    assert {response.status_code for response in responses} == {200}
    history = client.get(f"/v1/conversations/{conversation}").json()["history"]
    assert [turn["position"] for turn in history] == list(range(13))
    assert {turn["question"] for turn in history[1:]} == {body["message"] for body in asked}


def test_an_answer_of_an_earlier_contract_does_not_stand_in_the_way(client: TestClient, library: FakeLibrary) -> None:
    library.change = lambda answer: answer.model_copy(update={"status": "of an earlier version"})
    with pytest.warns(UserWarning, match="serialized"):
        conversation = client.post("/v1/chat", json=QUESTION).json()["conversation_id"]
    library.change = lambda answer: answer
    assert client.post("/v1/chat", json={"message": "And?", "conversation_id": conversation}).status_code == 200
    assert library.asked[1].history[0].answer is None


def test_the_edition_of_a_kept_answer_is_marked_as_cited(client: TestClient, settings: Settings) -> None:
    edition = client.post("/v1/chat", json=QUESTION).json()["edition"]["id"]
    assert (settings.shelf_directory / "cited" / edition).exists()


def test_the_audit_has_who_what_and_how_and_nobodys_words(client: TestClient, settings: Settings) -> None:
    key, shown = make_key(settings)
    answer = client.post("/v1/chat", json=QUESTION, headers=shown).json()
    (entry,) = audit_of(settings)
    assert (entry.key, entry.action, entry.status) == (key, "chat", "answered")
    assert (entry.object, entry.edition) == (answer["conversation_id"], answer["edition"]["id"])
