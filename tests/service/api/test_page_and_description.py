"""The page's safety, and the API's description of itself."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel

from service.answer import Answer, ChatRequest
from service.api import examples
from service.api.conversations import ConversationList, ConversationOut
from service.api.documents import DocumentList, DocumentOut, PassageOut
from service.api.search import SearchResponse
from service.compose.arrangement import RELATED, RELATED_PLAIN
from service.disclaimer import DISCLAIMER, PATIENT_DISCLAIMER

WEB = Path(__file__).parents[3] / "service" / "web"


class Tags(HTMLParser):
    """Collects the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser."""
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("path", ["/", "/health/live", "/v1/documents", "/openapi.json"])
def test_head_gives_the_headers_of_get_and_no_body(client: TestClient, path: str) -> None:
    asked, got = client.head(path), client.get(path)
    assert (asked.status_code, asked.content) == (got.status_code, b"")
    assert asked.headers["content-type"] == got.headers["content-type"]
    assert asked.headers["content-length"] == got.headers["content-length"]


def test_head_is_refused_where_get_is(client: TestClient) -> None:
    assert client.head("/v1/chat").status_code == client.get("/v1/chat").status_code == 405


def test_the_page_may_run_and_load_nothing_but_its_own(client: TestClient) -> None:
    headers = client.get("/").headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


def test_the_page_needs_no_other_host_and_no_inline_script(client: TestClient) -> None:
    parser = Tags()
    parser.feed(client.get("/").text)
    for tag, attributes in parser.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes), (tag, attributes)
        for name in ("src", "href"):
            address = attributes.get(name) or "/"
            assert address.startswith(("/", "#")), address
            if address.startswith("/assets/"):
                assert client.get(address).status_code == 200, address
    assert all("src" in attributes for tag, attributes in parser.tags if tag == "script")


@pytest.mark.parametrize("file", sorted(WEB.glob("assets/*.js")), ids=lambda file: file.name)
def test_the_pages_programs_make_no_html_out_of_texts(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text)
    assert not re.search(r"(?<!doi\.org)https?://(?!doi\.org|pubmed\.ncbi\.nlm\.nih\.gov)", text)


def test_the_page_shows_the_disclaimers_of_the_service(client: TestClient) -> None:
    page = client.get("/").text
    assert DISCLAIMER in page
    assert PATIENT_DISCLAIMER in page


def test_the_page_knows_the_sections_that_stand_apart() -> None:
    told = re.search(r"const APART = new Set\(\[(.*)\]\)", (WEB / "assets" / "answer.js").read_text(encoding="utf-8"))
    assert told is not None
    assert set(re.findall(r'"([^"]+)"', told[1])) == {RELATED, RELATED_PLAIN}


def test_an_api_answer_can_be_neither_framed_nor_kept_nor_run(client: TestClient) -> None:
    headers = client.get("/v1/documents").headers
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_pages_that_load_scripts_from_elsewhere_are_not_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.fixture
def description(client: TestClient) -> dict[str, Any]:
    """The API's description."""
    described: dict[str, Any] = client.get("/openapi.json").json()
    return described


def operations(description: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every operation with its name."""
    return [(f"{m} {path}", found) for path, methods in description["paths"].items() for m, found in methods.items()]


def test_every_operation_is_described_with_its_errors(description: dict[str, Any]) -> None:
    for name, operation in operations(description):
        assert operation["summary"], name
        assert operation["description"], name
        assert operation["tags"], name
        assert {"400", "500"} <= set(operation["responses"]), name
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                content = response["content"]["application/problem+json"]
                assert content["schema"] == {"$ref": "#/components/schemas/Problem"}, name
                assert content["examples"], name
    names = [operation["operationId"] for _, operation in operations(description)]
    assert len(names) == len(set(names))


def test_every_reference_in_the_description_leads_somewhere(description: dict[str, Any]) -> None:
    for reference in re.findall(r'"#/components/schemas/(\w+)"', str(description).replace("'", '"')):
        assert reference in description["components"]["schemas"]
    assert "HTTPValidationError" not in description["components"]["schemas"]


def test_every_example_is_valid_against_its_schema(description: dict[str, Any]) -> None:
    checked = 0
    for name, operation in operations(description):
        contents = [response.get("content", {}) for response in operation["responses"].values()]
        contents.append(operation.get("requestBody", {}).get("content", {}))
        for content in contents:
            for kind, media in content.items():
                values = [example["value"] for example in media.get("examples", {}).values()]
                values += [media["example"]] if "example" in media else []
                if "json" in kind and values:
                    schema = {**media["schema"], "components": description["components"]}
                    for value in values:
                        jsonschema.validate(value, schema)
                        checked += 1
        assert "requestBody" not in operation or "examples" in str(operation["requestBody"]), name
    assert checked > 30


@pytest.mark.parametrize(
    ("model", "example"),
    [
        (Answer, examples.ANSWER),
        (SearchResponse, examples.SEARCH),
        (DocumentList, examples.DOCUMENTS),
        (DocumentOut, examples.DOCUMENT),
        (PassageOut, examples.PASSAGE),
        (ConversationList, examples.CONVERSATIONS),
        (ConversationOut, examples.CONVERSATION),
        *((ChatRequest, example["value"]) for example in examples.CHAT_REQUESTS.values()),
    ],
)
def test_an_example_is_valid_for_its_model(model: type[BaseModel], example: dict[str, Any]) -> None:
    model.model_validate(example)


def test_the_examples_quote_is_where_it_says(description: dict[str, Any]) -> None:
    evidence = examples.STATEMENT["evidence"][0]
    assert examples.DOCUMENT["text"][evidence["start"] : evidence["end"]] == evidence["quote"]
