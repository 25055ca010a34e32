"""``/v1/calculators``: scores over HTTP, refusals that say what to send, and access as everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.settings import Settings
from ingest.pipeline import LIBRARY, ingest
from service.api import examples
from service.api.calculators import CalculatorList, CalculatorResult
from service.app import create_app
from service.calculators import CALCULATORS
from tests.fakes import HashingEmbedder
from tests.service.api.conftest import make_key
from tests.service.fakes import FakeLibrary

CHILD_PUGH = {
    "bilirubin": "2.3 mg/dL",
    "albumin": {"value": 31, "unit": "g/L"},
    "inr": 1.8,
    "ascites": "mild",
    "encephalopathy": "none",
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeLibrary]:
    """A library that holds the digest on liver scores."""
    folder = tmp_path_factory.mktemp("scores")
    settings = Settings(data=folder / "data")
    ingest(settings, [LIBRARY / "scores" / "liver-disease-scores.md"], embedder=HashingEmbedder())
    library = FakeLibrary(settings)
    yield library
    library.close()


@pytest.fixture
def citing(tmp_path: Path, scores: FakeLibrary) -> Iterator[TestClient]:
    """A client of a service that can cite the scores."""
    settings = Settings(data=tmp_path / "service", allowed_hosts="testserver")
    with TestClient(create_app(settings, scores), client=("127.0.0.1", 1)) as running:
        yield running


def compute(client: TestClient, name: str, inputs: dict[str, Any]) -> dict[str, Any]:
    """The answer to a request that is accepted."""
    response = client.post(f"/v1/calculators/{name}", json={"inputs": inputs})
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def test_an_unknown_calculator_is_a_404_that_names_those_there_are(client: TestClient) -> None:
    response = client.post("/v1/calculators/apache", json={"inputs": {}})
    assert (response.status_code, response.json()["code"]) == (404, "unknown_calculator")
    assert "child_pugh" in response.json()["detail"]


@pytest.mark.parametrize(
    ("inputs", "field", "what"),
    [
        ({"bilirubin": 40}, "bilirubin", "mg/dL or µmol/L"),
        ({"bilirubin": "4000 mg/dL"}, "bilirubin", "not plausible"),
        ({"ascites": "a lot"}, "ascites", "none, mild, moderate or more"),
        ({"bili": "2 mg/dL"}, "bili", "no input of this name"),
    ],
)
def test_a_value_that_cannot_be_used_is_a_422_that_names_it(
    client: TestClient, inputs: dict[str, Any], field: str, what: str
) -> None:
    response = client.post("/v1/calculators/child_pugh", json={"inputs": inputs})
    problem = response.json()
    assert (response.status_code, problem["code"]) == (422, "calculator_input")
    assert problem["errors"][0]["pointer"] == f"body/inputs/{field}"
    assert what in problem["detail"]


def test_a_field_that_is_not_known_is_refused(client: TestClient) -> None:
    response = client.post("/v1/calculators/bmi", json={"inputs": {}, "audience": "clinician"})
    assert (response.status_code, response.json()["code"]) == (422, "validation")


def test_scores_need_a_key_once_there_is_one(client: TestClient, settings: Settings) -> None:
    _, header = make_key(settings)
    assert client.get("/v1/calculators").status_code == 401
    assert client.post("/v1/calculators/bmi", json={"inputs": {}}).status_code == 401
    assert client.get("/v1/calculators", headers=header).status_code == 200


def test_the_list_has_every_calculator_with_units_and_bounds(client: TestClient) -> None:
    listed = client.get("/v1/calculators").json()["calculators"]
    assert [item["name"] for item in listed] == list(CALCULATORS)
    [bilirubin] = [item for item in listed[0]["inputs"] if item["name"] == "bilirubin"]
    assert bilirubin["units"] == ["mg/dL", "µmol/L"]
    assert bilirubin["low"] < bilirubin["high"]
    assert bilirubin["required"]


def test_a_score_comes_with_the_sentences_that_it_rests_on(citing: TestClient) -> None:
    found = compute(citing, "child_pugh", CHILD_PUGH)
    assert (found["score"], found["band"], found["missing"]) == (9, "class B", [])
    assert found["inputs"]["albumin"] == "31 g/L"
    statement = found["interpretation"]
    assert statement["type"] == "computed"
    assert statement["text"] == "Child-Pugh score: 9 points (class B)."
    assert statement["citations"] == [1, 2, 3] == [reference["number"] for reference in found["references"]]
    for evidence in statement["evidence"]:
        text = citing.get(f"/v1/documents/{evidence['document_id']}").json()["text"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_what_is_missing_is_named_and_nothing_is_computed(citing: TestClient) -> None:
    found = compute(citing, "child_pugh", {**CHILD_PUGH, "inr": None})
    assert (found["score"], found["interpretation"], found["missing"]) == (None, None, ["inr"])


def test_a_library_without_the_text_gives_the_score_without_a_statement(client: TestClient) -> None:
    found = compute(client, "child_pugh", CHILD_PUGH)
    assert (found["score"], found["interpretation"], found["references"]) == (9, None, [])
    assert "not in this library" in found["notice"]


def test_criteria_that_are_not_sent_are_counted_absent_and_said(client: TestClient) -> None:
    found = compute(client, "padua", {"age": 74, "active_cancer": True})
    assert found["score"] == 4
    assert "previous venous thromboembolism" in found["assumptions"][0]


def test_the_examples_are_valid_for_their_models() -> None:
    CalculatorResult.model_validate(examples.CALCULATION)
    CalculatorList.model_validate(examples.CALCULATORS)
