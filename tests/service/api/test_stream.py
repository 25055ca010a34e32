"""The stream: each event in its place, nothing taken back, and a failure that is heard."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import anyio
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from corpus.settings import Settings
from service.answer import Answer, AnswerSection, Conflict, Premise, Statement, statements_of
from service.api.events import answer_events
from service.api.examples import ANSWER, REFERENCE, STATEMENT
from service.app import create_app
from service.disclaimer import DISCLAIMER
from tests.service.fakes import FakeLibrary

QUESTION = {"message": "How are varices treated?"}


def read(text: str) -> list[tuple[str, Any]]:
    """Names and data of the events of a stream."""
    events = []
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line and not line.startswith(":")]
        if lines:
            name, data = lines
            assert name.startswith("event: ")
            assert data.startswith("data: ")
            events.append((name[7:], json.loads(data[6:])))
    return events


def test_a_failure_is_the_last_event_a_problem_with_the_disclaimer(client: TestClient, library: FakeLibrary) -> None:
    library.error = RuntimeError("Jane Doe bleeds")
    response = client.post("/v1/chat", json={**QUESTION, "stream": True})
    assert response.status_code == 200
    name, problem = read(response.text)[-1]
    assert (name, problem["code"], problem["status"]) == ("error", "internal_error", 500)
    assert problem["disclaimer"] == DISCLAIMER
    assert "Jane" not in response.text


def test_what_can_be_refused_beforehand_is_refused_without_a_stream(client: TestClient) -> None:
    response = client.post("/v1/chat", json={"message": "?", "stream": True})
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")


def test_a_reader_who_leaves_does_not_undo_the_question(settings: Settings, library: FakeLibrary) -> None:
    async def ask_and_leave(app: FastAPI) -> list[dict[str, Any]]:
        body = json.dumps({**QUESTION, "stream": True}).encode()
        left = anyio.Event()
        sent: list[dict[str, Any]] = []
        requests = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> dict[str, Any]:
            if requests:
                return requests.pop()
            await left.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)
            if b"event: status" in message.get("body", b""):
                left.set()

        headers = [(b"host", b"testserver"), (b"content-type", b"application/json")]
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "path": "/v1/chat",
            "raw_path": b"/v1/chat", "query_string": b"", "headers": headers, "client": ("127.0.0.1", 1),
            "server": ("testserver", 80), "scheme": "http", "root_path": "",
        }  # fmt: skip
        library.hold = threading.Event()
        async with app.router.lifespan_context(app):
            await app(scope, receive, send)
            library.hold.set()
        return sent

    sent = asyncio.run(ask_and_leave(create_app(settings, library)))
    assert not any(b"event: answer" in message.get("body", b"") for message in sent)
    with TestClient(create_app(settings, library), client=("127.0.0.1", 1)) as client:
        assert client.get("/v1/conversations").json()["conversations"][0]["first_question"] == QUESTION["message"]


def test_a_reader_who_waits_hears_that_the_connection_lives(
    client: TestClient, library: FakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.api.events.KEEP_ALIVE_SECONDS", 0.01)
    library.hold = threading.Event()
    text = ""
    with client.stream("POST", "/v1/chat", json={**QUESTION, "stream": True}) as response:
        for chunk in response.iter_text():
            text += chunk
            if "\n: ping\n" in text:
                library.hold.set()
    assert read(text)[-1][0] == "answer"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ({**QUESTION, "stream": True}, {}),
        (QUESTION, {"accept": "text/event-stream"}),
        (QUESTION, {"accept": "text/html, Text/Event-Stream; q=0.9"}),
    ],
)
def test_a_stream_is_asked_for_in_the_body_or_by_the_header(
    client: TestClient, body: dict[str, Any], headers: dict[str, str]
) -> None:
    response = client.post("/v1/chat", json=body, headers=headers)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["cache-control"] == "no-store"
    assert [name for name, _ in read(response.text)] == [
        "status", "status", "reference", "statement", "statement", "reference", "statement", "answer",
    ]  # fmt: skip


def test_the_last_event_is_the_answer_that_is_kept(client: TestClient) -> None:
    answer = read(client.post("/v1/chat", json={**QUESTION, "stream": True}).text)[-1][1]
    kept = client.get(f"/v1/conversations/{answer['conversation_id']}").json()["history"]
    assert [turn["answer"] for turn in kept] == [answer]


def test_stages_are_told_in_their_order(client: TestClient) -> None:
    events = read(client.post("/v1/chat", json={**QUESTION, "stream": True}).text)
    assert [data["stage"] for name, data in events if name == "status"] == ["retrieve", "compose"]


def statements() -> st.SearchStrategy[Statement]:
    """Statements with one to three citations out of four references."""

    def cite(numbers: list[int]) -> Statement:
        evidence = [{**STATEMENT["evidence"][0], "reference": number} for number in numbers]
        return Statement.model_validate({**STATEMENT, "citations": numbers, "evidence": evidence})

    return st.lists(st.integers(1, 4), min_size=1, max_size=3, unique=True).map(cite)


def sections(depth: int) -> st.SearchStrategy[list[AnswerSection]]:
    """Sections, two levels of them at most."""
    inner = sections(depth - 1) if depth else st.just([])
    return st.lists(
        st.builds(
            AnswerSection, heading=st.text(max_size=5), statements=st.lists(statements(), max_size=3), sections=inner
        ),
        max_size=3,
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Answers of every shape."""
    answer = Answer.model_validate({**ANSWER, "bottom_line": None, "references": []})
    answer.premise = draw(st.lists(st.builds(Premise, assumed=st.text(), correction=statements()), max_size=2))
    answer.bottom_line = draw(st.none() | statements())
    answer.sections = draw(sections(1))
    pair = st.lists(statements(), min_size=2, max_size=3)
    answer.conflicts = draw(st.lists(st.builds(Conflict, about=st.text(), statements=pair), max_size=2))
    used = dict.fromkeys(number for statement in statements_of(answer) for number in statement.citations)
    made = [{**REFERENCE, "number": number} for number in used]
    return Answer.model_validate({**answer.model_dump(mode="json"), "references": made})


@given(answers())
def test_every_statement_comes_once_in_its_place_after_its_references(answer: Answer) -> None:
    *events, (last, whole) = read(b"".join(answer_events(answer)).decode())
    assert (last, whole) == ("answer", answer.model_dump(mode="json"))
    known: list[int] = []
    seen = []
    for name, data in events:
        if name == "reference":
            known.append(data["number"])
            continue
        assert set(data["statement"]["citations"]) <= set(known)
        assert at(whole, data["place"]) == data["statement"]
        seen.append(data["statement"])
    assert seen == [statement.model_dump(mode="json") for statement in statements_of(answer)]
    assert known == [reference["number"] for reference in whole["references"]]


def at(document: Any, pointer: str) -> Any:
    """What a JSON pointer leads to."""
    for step in pointer.split("/")[1:]:
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document
