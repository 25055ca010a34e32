"""Searching and reading the library: offsets that hold, pages that miss nothing."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.settings import Settings
from service.answer import Answer, statements_of
from tests.service.api.conftest import audit_of
from tests.service.fakes import FakeLibrary


def document(client: TestClient, name: str, edition: str | None = None) -> dict[str, Any]:
    """A document as the API gives it."""
    response = client.get(f"/v1/documents/{name}", params={"edition": edition} if edition else {})
    assert response.status_code == 200
    found: dict[str, Any] = response.json()
    return found


def test_an_empty_library_is_told_apart_from_an_unknown_document(
    settings: Settings, client: TestClient, library: FakeLibrary
) -> None:
    library.shelf.directory = settings.data / "empty"
    response = client.get("/v1/documents")
    assert (response.status_code, response.json()["code"]) == (503, "no_edition")


def test_every_quote_of_an_answer_is_found_at_its_offsets(client: TestClient) -> None:
    answer = Answer.model_validate(client.post("/v1/chat", json={"message": "varices"}).json())
    assert answer.edition is not None
    spans = [evidence for statement in statements_of(answer) for evidence in statement.evidence]
    assert spans
    for evidence in spans:
        text = document(client, evidence.document_id, answer.edition.id)["text"]
        assert text[evidence.start : evidence.end] == evidence.quote


def test_a_document_is_given_with_what_its_sentences_rest_on_and_not_where_it_was_read(client: TestClient) -> None:
    found = document(client, "bleeding-varices")
    sources = {source["source_id"]: source for source in found["sources"]}
    first = found["sections"][0]["sentences"][0]
    assert found["text"][first["start"] : first["end"]].startswith("Terlipressin")
    assert (sources[first["source_ids"][0]]["title"], first["strength"]) == ("Guideline on varices", "strong")
    assert (found["kind"], found["reviewed_by"], found["written"]) == ("digest", None, "2026-01-02")
    assert not {"origin", "path", "metadata"} & set(found)


def test_pages_of_documents_name_each_once_in_order(client: TestClient) -> None:
    seen: list[str] = []
    parameters: dict[str, Any] = {"limit": 1}
    while True:
        page = client.get("/v1/documents", params=parameters).json()
        assert page["total"] == 2
        seen += [head["id"] for head in page["documents"]]
        if page["next"] is None:
            break
        parameters["cursor"] = page["next"]
    assert seen == ["ascites", "bleeding-varices"]


def test_a_passage_stands_in_its_context_without_a_gap(client: TestClient) -> None:
    hits = client.post("/v1/search", json={"query": "varices", "k": 100}).json()["hits"]
    assert len(hits) >= 3
    for hit in hits:
        passage = client.get(f"/v1/passages/{hit['passage_id']}").json()
        text = document(client, passage["document_id"])["text"]
        assert passage["text"] == hit["text"] == text[passage["start"] : passage["end"]]
        around = passage["before"] + passage["text"] + passage["after"]
        begin = passage["start"] - len(passage["before"])
        assert around == text[begin : begin + len(around)]
        assert passage["section"] == hit["section"]


def test_context_does_not_reach_into_another_section(client: TestClient) -> None:
    hits = client.post("/v1/search", json={"query": "varices", "k": 100}).json()["hits"]
    rats = next(hit for hit in hits if "In rats" in hit["text"])
    passage = client.get(f"/v1/passages/{rats['passage_id']}").json()
    assert (passage["before"], passage["after"]) == ("", "")


def test_search_says_which_edition_and_gives_no_more_than_was_asked_for(
    client: TestClient, library: FakeLibrary
) -> None:
    edition = library.shelf.current_id()
    found = client.post("/v1/search", json={"query": "varices", "k": 1, "edition": edition}).json()
    assert found["edition"] == edition
    assert len(found["hits"]) == 1
    assert set(found["hits"][0]) >= {"passage_id", "document_id", "section", "score", "text"}


@pytest.mark.parametrize("path", ["/v1/documents", "/v1/documents/ascites"])
def test_an_edition_may_be_named(client: TestClient, library: FakeLibrary, path: str) -> None:
    edition = library.shelf.current_id()
    assert client.get(path, params={"edition": edition}).json()["edition"] == edition


def test_a_search_is_noted_without_its_words(client: TestClient, settings: Settings) -> None:
    client.post("/v1/search", json={"query": "Jane Doe bleeds"})
    (entry,) = audit_of(settings)
    assert (entry.action, entry.object, entry.status) == ("search", None, "ok")
