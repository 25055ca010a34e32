"""`footnote serve`: what it refuses, and a real server from end to end."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from corpus.errors import BadInputError, FootnoteError
from corpus.settings import Settings
from ingest.pipeline import ingest
from service.answer import Answer, statements_of
from service.commands.serve import serve
from service.consultation import Consultation
from service.library import Library
from service.store import Role
from tests.fakes import HashingEmbedder
from tests.service.api.conftest import make_key
from tests.service.fakes import DIGEST, NOTE
from tests.service.server import Server, footnote, serving

QUESTION = "When is terlipressin started in variceal bleeding?"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", ""])
def test_another_address_than_this_machines_is_refused_while_no_key_exists(tmp_path: Path, host: str) -> None:
    ended = footnote("serve", "--host", host, "--port", "0", "--data", str(tmp_path))
    assert (ended.returncode, ended.stdout) == (2, "")
    (line,) = ended.stderr.splitlines()
    assert "footnote key create" in line


def test_the_setting_is_refused_as_the_option_is(tmp_path: Path) -> None:
    ended = footnote("serve", FOOTNOTE_HOST="0.0.0.0", FOOTNOTE_DATA=str(tmp_path))
    assert ended.returncode == 2
    assert "footnote key create" in ended.stderr


def test_a_name_is_judged_by_all_the_addresses_it_stands_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: Any, **__: Any) -> list[Any]:
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, ("127.0.0.1", 0)), (*kind, ("192.0.2.7", 0))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    ended = CliRunner().invoke(serve, ["--host", "server.example", "--data", str(tmp_path)])
    assert isinstance(ended.exception, BadInputError)
    assert "footnote key create" in ended.exception.message


def test_a_name_that_means_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: Any, **__: Any) -> list[Any]:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    ended = CliRunner().invoke(serve, ["--host", "nowhere.example", "--data", str(tmp_path)])
    assert isinstance(ended.exception, BadInputError)
    assert "nowhere.example" in ended.exception.message


def test_a_revoked_last_key_still_counts_as_one(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    make_key(settings)
    (key,) = json.loads(footnote("key", "list", "--json", "--data", str(tmp_path)).stdout)
    footnote("key", "revoke", key["id"], "--data", str(tmp_path))
    ended = footnote("serve", "--host", "192.0.2.7", "--data", str(tmp_path))
    assert "footnote key create" not in ended.stderr
    assert "cannot be listened on" in ended.stderr  # it is no address of this machine


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = footnote("serve", "--port", str(port), "--data", str(tmp_path))
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert str(port) in line
    assert "--port" in line


@pytest.mark.parametrize("content", [None, "short", "x" * 40 + " " + "x" * 40])
def test_a_bootstrap_file_without_a_key_is_refused_in_one_line(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "key"
    if content is not None:
        file.write_text(content)
    ended = footnote("serve", FOOTNOTE_BOOTSTRAP_KEY_FILE=str(file), FOOTNOTE_DATA=str(tmp_path / "data"))
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert "FOOTNOTE_BOOTSTRAP_KEY_FILE" in line
    assert "xxxx" not in line


def test_a_failed_ingest_of_the_shipped_library_stops_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    ended = CliRunner().invoke(serve, ["--port", "0", "--data", str(tmp_path)])
    assert isinstance(ended.exception, FootnoteError)
    assert "could not be ingested (exit code 1)" in ended.exception.message


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory whose edition was built with the real embedder."""
    folder = tmp_path_factory.mktemp("real")
    (folder / "texts").mkdir()
    (folder / "texts" / "varices.md").write_text(DIGEST, encoding="utf-8")
    (folder / "texts" / "ascites.txt").write_text(NOTE, encoding="utf-8")
    ended = footnote("ingest", str(folder / "texts"), "--data", str(folder / "data"))
    assert ended.returncode == 0, ended.stderr
    return folder / "data"


@pytest.fixture(scope="module")
def server(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with one worker."""
    with serving(tmp_path_factory.mktemp("server"), "--data", str(data)) as running:
        yield running


def test_a_question_is_answered_and_its_citation_leads_to_the_words(server: Server) -> None:
    with httpx.Client(base_url=server.url, timeout=60) as client:
        answer = Answer.model_validate(client.post("/v1/chat", json={"message": QUESTION}).json())
        assert answer.status == "answered"
        assert answer.edition is not None
        spans = [evidence for statement in statements_of(answer) for evidence in statement.evidence]
        assert any("Terlipressin is started" in evidence.quote for evidence in spans)
        for evidence in spans:
            passage = client.get(f"/v1/passages/{evidence.passage_id}", params={"edition": answer.edition.id}).json()
            inside = passage["text"][evidence.start - passage["start"] : evidence.end - passage["start"]]
            assert inside == evidence.quote


def test_equal_requests_get_equal_answers(server: Server) -> None:
    answers = []
    for _ in range(2):
        answer = httpx.post(f"{server.url}/v1/chat", json={"message": QUESTION}, timeout=60).json()
        answers.append({k: v for k, v in answer.items() if k not in ("id", "conversation_id", "created_at", "timings")})
    assert answers[0] == answers[1]


def test_search_finds_the_passage(server: Server) -> None:
    found = httpx.post(f"{server.url}/v1/search", json={"query": QUESTION, "k": 3}, timeout=60).json()
    assert found["hits"][0]["document_id"] == "bleeding-varices"
    assert 0 <= found["hits"][0]["score"] <= 1


def test_an_emergency_is_met_with_its_message_and_the_disclaimer(server: Server) -> None:
    answer = httpx.post(f"{server.url}/v1/chat", json={"message": "I am vomiting blood"}, timeout=60).json()
    assert (answer["status"], answer["references"]) == ("emergency", [])
    assert answer["disclaimer"]


def test_what_an_alarm_suggests_leads_to_the_answer_in_the_stored_conversation(server: Server) -> None:
    first = httpx.post(
        f"{server.url}/v1/chat",
        json={"message": "my dad has varices and is vomiting blood, when is endoscopy done?"},
        timeout=60,
    ).json()
    assert first["status"] == "emergency"
    request = {"message": first["follow_ups"][0], "conversation_id": first["conversation_id"], "audience": "patient"}
    answer = httpx.post(f"{server.url}/v1/chat", json=request, timeout=60).json()
    assert answer["status"] != "emergency"
    assert answer["notices"][0] == first["notices"][0]
    assert answer["standalone_question"] == first["question"]


def test_a_stream_over_a_real_connection_ends_with_the_answer(server: Server) -> None:
    request = {"message": QUESTION, "stream": True}
    with httpx.stream("POST", f"{server.url}/v1/chat", json=request, timeout=60) as response:
        names = [line[7:] for line in response.iter_lines() if line.startswith("event: ")]
    assert names[0] == "status"
    assert names[-1] == "answer"
    assert "statement" in names


def test_an_oversized_body_gets_its_problem_over_a_real_connection(server: Server) -> None:
    response = httpx.post(f"{server.url}/v1/chat", json={"message": "x" * 200_000}, timeout=60)
    assert (response.status_code, response.json()["code"]) == (413, "body_too_large")


def test_the_log_of_a_real_server_has_no_words_and_no_query_strings(server: Server) -> None:
    httpx.post(f"{server.url}/v1/chat?note=Jane", json={"message": "Jane Doe bleeds"}, timeout=60)
    httpx.get(f"{server.url}/Jane/Doe", timeout=60)
    log = server.log.read_text()
    assert "POST /v1/chat 200" in log
    assert "Jane" not in log


def test_the_server_does_not_name_its_software(server: Server) -> None:
    assert "server" not in httpx.get(f"{server.url}/health/live", timeout=60).headers


def test_several_workers_share_conversations_keys_and_counters(data: Path, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("0123456789abcdef" * 2)
    own = {
        "FOOTNOTE_DATABASE_URL": f"sqlite:///{tmp_path}/own.sqlite",
        "FOOTNOTE_BOOTSTRAP_KEY_FILE": str(tmp_path / "key"),
    }
    with serving(tmp_path, "--data", str(data), "--workers", "2", **own) as running:
        shown = {"Authorization": "Bearer " + "0123456789abcdef" * 2}

        def ask(number: int) -> httpx.Response:  # each on a connection of its own, so that both workers get some
            body = {"message": f"{QUESTION} {number}"}
            return httpx.post(f"{running.url}/v1/chat", json=body, headers=shown, timeout=60)

        with ThreadPoolExecutor(max_workers=6) as pool:
            responses = list(pool.map(ask, range(12)))
        assert {response.status_code for response in responses} == {200}
        assert httpx.post(f"{running.url}/v1/chat", json={"message": QUESTION}, timeout=60).status_code == 401
        listed = httpx.get(f"{running.url}/v1/conversations", headers=shown, timeout=60).json()
        assert listed["total"] == 12
        counts = httpx.get(f"{running.url}/metrics", headers=shown, timeout=60).text
        assert 'footnote_requests_total{method="POST",route="/v1/chat",status="200"} 12.0' in counts
        assert running.stop() == 0


def test_a_server_that_is_asked_to_end_finishes_what_it_began(data: Path, tmp_path: Path) -> None:
    with serving(tmp_path, "--data", str(data)) as running:
        with ThreadPoolExecutor() as pool:
            asked = pool.submit(httpx.post, f"{running.url}/v1/chat", json={"message": QUESTION}, timeout=60)
            asked.result()
        running.stop()
        assert "Application shutdown complete" in running.log.read_text()


def test_the_first_questions_may_come_all_at_once(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "varices.md").write_text(DIGEST, encoding="utf-8")
    settings = Settings(data=tmp_path / "data")
    ingest(settings, [texts], embedder=HashingEmbedder())
    for _ in range(5):
        library = Library(settings, embedder=HashingEmbedder)
        with ThreadPoolExecutor(max_workers=8) as pool:
            asked = [Consultation(QUESTION, f"c{number}") for number in range(8)]
            answers = list(pool.map(library.consult, asked))
        library.close()
        assert len({answer.status for answer in answers}) == 1


@pytest.mark.slow
def test_an_empty_data_directory_is_filled_with_the_texts_that_ship(tmp_path: Path) -> None:
    with serving(tmp_path, "--data", str(tmp_path / "data")) as running:
        documents = httpx.get(f"{running.url}/v1/documents", timeout=60).json()
        assert documents["total"] >= 14
    assert "Published edition" in running.log.read_text()


def test_a_key_made_beside_a_running_server_closes_it(data: Path, tmp_path: Path) -> None:
    own = {"FOOTNOTE_DATABASE_URL": f"sqlite:///{tmp_path}/own.sqlite"}
    with serving(tmp_path, "--data", str(data), **own) as running:
        assert httpx.get(f"{running.url}/v1/documents", timeout=60).status_code == 200
        made = footnote("key", "create", "--role", Role.CLINICIAN, "--data", str(data), **own)
        secret = made.stdout.strip()
        assert httpx.get(f"{running.url}/v1/documents", timeout=60).status_code == 401
        shown = {"Authorization": f"Bearer {secret}"}
        assert httpx.get(f"{running.url}/v1/documents", headers=shown, timeout=60).status_code == 200
