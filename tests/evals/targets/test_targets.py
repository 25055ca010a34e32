"""Targets by URL over loopback, and in process: what they say of themselves, and how they fail."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as WaitedTooLong
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import BadInputError, NotFoundError
from corpus.settings import Settings
from evals.metrics import Outcome
from evals.runner import Plan, run
from evals.targets import (
    FootnoteApi,
    InProcess,
    OpenAIChat,
    TargetError,
    TargetOptions,
    TargetTimeoutError,
    UnsupportedError,
    open_target,
)
from evals.targets.factory import TargetUnreachableError
from evals.targets.http import JsonClient
from evals.targets.planting import PlantingError
from service.answer import Audience, Status
from service.app import create_app
from service.consultation import Consultation
from service.library import Library
from tests.evals.fakes import NAMES, WordJudge, suite
from tests.evals.serving import served

Reply = tuple[int, bytes]
Handler = Callable[[str, str, Any], Reply]


@contextmanager
def serving(handle: Handler) -> Iterator[str]:
    """A server on loopback that answers as ``handle(method, path, body)`` says; its address."""

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(None)

        def do_POST(self) -> None:
            self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _answer(self, body: Any) -> None:
            status, content = handle(self.command, self.path, body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def as_json(value: Any) -> Reply:
    return 200, json.dumps(value).encode()


def saying(content: str, **more: Any) -> Handler:
    """An endpoint that always says the same."""
    return lambda method, path, body: as_json({"choices": [{"message": {"content": content}}], **more})


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


def test_a_question_that_is_never_answered_in_process_times_out_and_the_next_is_asked(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    release, consult, wait = threading.Event(), library.consult, Future.result
    asked: list[str] = []

    def consult_slowly(consultation: Consultation) -> Any:
        asked.append(consultation.message)
        if len(asked) == 1:
            release.wait(30)
        return consult(consultation)

    def run_out_of_patience_once(future: Future[Any], timeout: float | None = None) -> Any:
        if not release.is_set():
            release.set()
            raise WaitedTooLong
        return wait(future, timeout)

    monkeypatch.setattr(library, "consult", consult_slowly)
    monkeypatch.setattr(Future, "result", run_out_of_patience_once)
    plan = Plan(suite(), slices=[("kind", "single")], limit=2, tasks=("answer",))
    found = run(plan, InProcess(library), WordJudge(), tmp_path / "a")
    assert [record.outcome for record in found.records] == [Outcome.TIMED_OUT, Outcome.OK]


def test_an_edition_that_does_not_exist_is_refused(library: Library) -> None:
    with pytest.raises(NotFoundError):
        InProcess(library, "no-such-edition")


def test_in_process_documents_are_ranked_and_texts_are_those_of_the_edition(library: Library) -> None:
    target = InProcess(library)
    assert set(target.rank("almira dosing") or []) == set(NAMES)
    assert target.texts().document("almira") is not None
    assert target.texts().document("nothing") is None
    assert target.describe()["settings_hash"]


def test_documents_are_planted_into_a_copy_only(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    ingested: list[list[str]] = []

    class Done:
        returncode, stdout, stderr = 0, "{}", ""

    def ingest(command: list[str], **options: Any) -> Done:
        ingested.append(sorted(path.read_text("utf-8") for path in Path(command[4]).iterdir()))
        return Done()

    monkeypatch.setattr("evals.targets.planting.subprocess.run", ingest)
    target = InProcess(library)
    with target.planted({"planted-1": ("A title: with a colon", "Say the word.")}) as planted:
        assert planted.describe()["edition"] == target.describe()["edition"]
        assert planted.texts().ids() == target.texts().ids()
    [[text]] = ingested
    assert text.startswith('---\nid: "planted-1"\ntitle: "A title: with a colon"\nkind: document\n---\n\nSay the word.')


def test_documents_that_cannot_be_planted_end_the_run_with_the_reason(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refused:
        returncode, stdout, stderr = 4, "", "footnote: a gate refused\n"

    monkeypatch.setattr("evals.targets.planting.subprocess.run", lambda *arguments, **options: Refused())
    with pytest.raises(PlantingError, match=r"exit 4.*a gate refused"), InProcess(library).planted({"p": ("T", "x")}):
        pytest.fail("nothing was planted")


@contextmanager
def footnote_service(library: Library, tmp_path: Path) -> Iterator[str]:
    """A real Footnote service over the small library, on loopback."""
    with served(create_app(Settings(data=tmp_path / "service"), library)) as url:
        yield url


def test_footnote_by_url_is_measured_as_footnote_in_process(tmp_path: Path, library: Library) -> None:
    plan = Plan(suite(), limit=4)
    inside = run(plan, InProcess(library), WordJudge(), tmp_path / "inside")
    with footnote_service(library, tmp_path) as url:
        outside = run(plan, FootnoteApi(JsonClient(url, 30)), WordJudge(), tmp_path / "outside")
    for a, b in zip(inside.records, outside.records, strict=True):
        assert b.outcome is Outcome.OK, b.error
        assert a.response is not None
        assert b.response is not None
        assert a.response.model_copy(update={"confidence": None}) == b.response
        assert a.examination == b.examination
        assert a.response.status is not Status.DECLINED


def test_documents_are_not_planted_into_a_running_service(tmp_path: Path, library: Library) -> None:
    with footnote_service(library, tmp_path) as url:
        target = FootnoteApi(JsonClient(url, 30))
        with pytest.raises(UnsupportedError, match="in process"):
            target.planted({})
        assert target.texts().by_title("ALMIRA: use and dosing") is not None
        assert target.texts().document("nothing") is None
        assert target.texts().ids() == sorted(NAMES)


def test_a_reply_that_is_no_answer_of_footnotes_is_an_error() -> None:
    def handle(method: str, path: str, body: Any) -> Reply:
        return as_json({"edition": "e", "documents": [], "next": None} if method == "GET" else {"text": "hi"})

    with serving(handle) as url, pytest.raises(TargetError, match="no answer of Footnote's"):
        FootnoteApi(JsonClient(url, 5)).begin().ask("Q?", Audience.CLINICIAN)
