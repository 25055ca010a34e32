"""A chat endpoint by its URL: what it is sent, what is read from it, and how it fails."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest

from corpus.errors import BadInputError
from evals.targets import (
    OpenAIChat,
    TargetError,
    TargetOptions,
    TargetTimeoutError,
    UnsupportedError,
    open_target,
)
from evals.targets.factory import TargetUnreachableError
from evals.targets.http import JsonClient
from service.answer import Audience
from service.library import Library
from tests.evals.targets.endpoint import Handler, Reply, as_json, saying, serving


def ask(handler: Handler, message: str = "Q?", **options: Any) -> Any:
    with serving(handler) as url:
        return OpenAIChat(JsonClient(url, 5), "m", **options).begin().ask(message, Audience.CLINICIAN)


def test_a_chat_endpoint_is_given_the_conversation_so_far() -> None:
    bodies: list[Any] = []

    def handle(method: str, path: str, body: Any) -> Reply:
        bodies.append(body)
        return as_json({"choices": [{"message": {"content": f"Answer {len(bodies)} [1]."}}]})

    with serving(handle) as url:
        dialogue = OpenAIChat(JsonClient(f"{url}/v1", 5), "m", "Cite.").begin()
        dialogue.ask("First?", Audience.CLINICIAN)
        dialogue.ask("Second?", Audience.PATIENT)
    assert [m["content"] for m in bodies[0]["messages"]] == ["Cite.", "First?"]
    assert [m["role"] for m in bodies[1]["messages"]] == ["system", "user", "assistant", "user"]
    assert bodies[1]["messages"][2]["content"] == "Answer 1 [1]."
    assert "plain words" in bodies[1]["messages"][0]["content"]
    assert (bodies[0]["model"], bodies[0]["temperature"], bodies[0]["seed"]) == ("m", 0, 0)


def test_an_empty_system_prompt_sends_none() -> None:
    bodies: list[Any] = []

    def handle(method: str, path: str, body: Any) -> Reply:
        bodies.append(body)
        return as_json({"choices": [{"message": {"content": "Hello [1]."}}]})

    ask(handle, system_prompt="")
    assert [m["role"] for m in bodies[0]["messages"]] == ["user"]


def test_references_beside_the_text_are_read() -> None:
    found = ask(saying("Rest helps [1].", citations=["https://a.example"])).response
    assert found.references[0].url == "https://a.example"


def test_content_in_parts_is_one_text() -> None:
    parts = [{"type": "text", "text": "Rest "}, {"type": "image"}, {"type": "text", "text": "helps."}]
    handler: Handler = lambda method, path, body: as_json({"choices": [{"message": {"content": parts}}]})  # noqa: E731
    assert ask(handler).response.statements[0].text == "Rest helps."


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        ((500, b"on fire"), "HTTP 500: on fire"),
        ((200, b"<html>"), "not JSON"),
        ((200, b"{}"), "no chat completion"),
        ((200, b'{"choices": []}'), "no chat completion"),
        ((200, b'{"choices": [{"message": {"content": " "}}]}'), "reply is empty"),
    ],
)
def test_what_is_no_answer_is_an_error_that_says_so(reply: Reply, message: str) -> None:
    with pytest.raises(TargetError, match=message):
        ask(lambda method, path, body: reply)


def test_an_answer_that_comes_too_late_is_a_timeout() -> None:
    release = threading.Event()

    def handle(method: str, path: str, body: Any) -> Reply:
        release.wait(30)
        return as_json({})

    with serving(handle) as url:
        dialogue = OpenAIChat(JsonClient(url, 0.2), "m").begin()
        try:
            with pytest.raises(TargetTimeoutError, match=r"no answer within 0\.2 s"):
                dialogue.ask("Q?", Audience.CLINICIAN)
        finally:
            release.set()


def test_a_key_comes_from_the_environment_and_is_recorded_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEER_KEY", "s3cret")
    client = JsonClient("http://127.0.0.1:9", 1, "PEER_KEY")
    assert "s3cret" not in json.dumps(OpenAIChat(client, "m").describe())
    monkeypatch.delenv("PEER_KEY")
    with pytest.raises(BadInputError, match="PEER_KEY"):
        JsonClient("http://127.0.0.1:9", 1, "PEER_KEY")


@pytest.mark.parametrize("url", ["ftp://example.org", "localhost:8000", "http://"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(BadInputError, match="no http"):
        JsonClient(url, 1)


def test_a_target_that_is_not_there_is_told_before_anything_is_asked(library: Library) -> None:
    with (
        pytest.raises(TargetUnreachableError, match="cannot be measured"),
        open_target(TargetOptions(url="http://127.0.0.1:9", timeout=2), library),
    ):
        pytest.fail("nothing is there")


def test_a_chat_endpoint_neither_searches_nor_takes_documents() -> None:
    target = OpenAIChat(JsonClient("http://127.0.0.1:9", 1), "m")
    assert target.rank("Q?") is None
    with pytest.raises(UnsupportedError):
        target.planted({})


def test_an_endpoint_without_models_asks_for_a_name() -> None:
    with serving(lambda method, path, body: as_json({"data": []})) as url, pytest.raises(TargetError, match="--model"):
        OpenAIChat(JsonClient(url, 5))
