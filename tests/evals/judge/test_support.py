"""The judge that ships: what it must never support, what it must, and that it says how good it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.glossary import Glossary
from evals.judge import SupportJudge
from evals.judge.support import SHIPPED, JudgeError, SupportModel, calibration_path
from tests.evals.fakes import WordEmbedder

EVIDENCE = "Terlipressin is given at 2 mg every 4 hours and is stopped after 5 days at the latest."


@pytest.mark.parametrize(
    "statement",
    [
        "Chocolate cures cirrhosis within a week.",
        "The moon is made of cheese.",
        "Terlipressin turns the skin permanently green in all patients.",
        "Antibiotics are useless against bacteria.",
        "Everybody should drink bleach in the morning.",
    ],
)
def test_an_absurd_claim_is_never_supported(judge: SupportJudge, statement: str) -> None:
    assert judge.judge(statement, EVIDENCE).verdict != "supported"


@pytest.mark.parametrize(
    ("statement", "failed"),
    [
        ("Terlipressin is given at 20 mg every 4 hours and is stopped after 5 days at the latest.", "number"),
        ("Terlipressin is given at 2 mg every 6 hours and is stopped after 5 days at the latest.", "number"),
        ("Terlipressin is given at 2 g every 4 hours and is stopped after 5 days at the latest.", "unit"),
        ("Octreotide is given at 2 mg every 4 hours and is stopped after 5 days at the latest.", "name"),
        ("Terlipressin is not given at 2 mg every 4 hours and is not stopped after 5 days.", "negation"),
    ],
)
def test_one_swapped_detail_takes_all_support_away(judge: SupportJudge, statement: str, failed: str) -> None:
    found = judge.judge(statement, EVIDENCE)
    assert found.verdict != "supported"
    assert failed in found.failed
    assert found.support == 0.0


@pytest.mark.parametrize(
    "statement",
    [
        "Terlipressin is given at 2 mg every 4 hours.",
        "Terlipressin is stopped after 5 days at the latest.",
        "The dose of terlipressin is 2 mg every 4 hours, and it is stopped after 5 days at the latest.",
    ],
)
def test_what_the_evidence_says_in_nearly_its_words_is_supported(judge: SupportJudge, statement: str) -> None:
    assert judge.judge(statement, EVIDENCE).verdict == "supported"


def test_another_sentence_of_the_same_topic_does_not_support(judge: SupportJudge) -> None:
    other = "Ischaemia of fingers and toes is looked for every day while terlipressin runs."
    assert judge.judge(EVIDENCE, other).verdict != "supported"


def test_the_same_pair_is_always_judged_alike(judge: SupportJudge) -> None:
    first = judge.judge("Terlipressin is given.", EVIDENCE)
    judge.prepare(["something else", "and more"])
    assert judge.judge("Terlipressin is given.", EVIDENCE) == first


def test_the_judge_says_how_far_it_agrees_with_people(judge: SupportJudge) -> None:
    assert judge.calibration is not None
    assert {entry["set"] for entry in judge.calibration["sets"]} == {"scifact", "claims"}
    assert all(entry["pairs"] > 900 for entry in judge.calibration["sets"])


def test_the_calibration_belongs_to_the_model_that_ships() -> None:
    identity = json.loads(SHIPPED.read_text("utf-8"))["identity"]
    assert json.loads(calibration_path(SHIPPED).read_text("utf-8"))["judge"] == identity


def test_a_calibration_of_another_model_is_not_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model = tmp_path / "support-1.json"
    model.write_text(SHIPPED.read_text("utf-8"), "utf-8")
    calibration_path(model).write_text('{"judge": "another", "sets": []}', "utf-8")
    monkeypatch.setattr("evals.judge.support.SHIPPED", model)
    assert SupportJudge.shipped(WordEmbedder(), Glossary([])).calibration is None


def test_a_model_of_other_features_is_refused() -> None:
    model = SupportModel.model_validate_json(SHIPPED.read_text("utf-8"))
    with pytest.raises(JudgeError, match="does not fit"):
        SupportJudge(model.model_copy(update={"features": ("another",)}), WordEmbedder(), Glossary([]))


def test_it_was_fitted_on_the_library_and_pubmedqa_alone() -> None:
    trained = json.loads(SHIPPED.read_text("utf-8"))["trained_on"]
    assert set(trained["pairs"]) == {"library", "pubmedqa"}
