"""Which drugs a question says cannot be given: it asks for something else then, and not whether they can be."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.analysis.ruled_out import reasons, ruled_out


@pytest.mark.parametrize(
    "question",
    [
        "is colchicine contraindicated in CKD?",
        "when is metformin contraindicated?",
        "aspirin contraindicated?",
        "metformin contraindicated at which eGFR?",
        "colchicine dose in gout?",
        "is apixaban 20 hours ago a contraindication to alteplase?",
    ],
)
def test_who_asks_whether_a_drug_can_be_given_rules_out_none(question: str) -> None:
    assert ruled_out(analyse(question, shipped_glossary())) == frozenset()


@pytest.mark.parametrize(
    "question",
    [
        "Since metformin is contraindicated below an eGFR of 60, what should replace it at 50?",
        "apixaban contraindicated with a creatinine clearance under 30, what instead?",
    ],
)
def test_a_limit_that_is_told_of_a_drug_does_not_rule_it_out(question: str) -> None:
    assert ruled_out(analyse(question, shipped_glossary())) == frozenset()


@pytest.mark.parametrize(
    ("question", "out"),
    [
        ("colchicine contraindicated, what else?", {"colchicine"}),
        ("gout flare, NSAID and colchicine both contraindicated, options?", {"NSAID", "colchicine"}),
        ("can't tolerate ramipril, HFrEF, what instead?", {"ramipril"}),
        ("allergic to allopurinol, gout", {"allopurinol"}),
        ("metformin contraindicated because of an eGFR below 30, what else?", {"metformin"}),
        ("NSAIDs contraindicated, eGFR below 30, what else?", {"NSAID"}),
        ("statin intolerant, LDL above target", {"statin"}),
        ("is there an alternative if adenosine is contraindicated?", {"adenosine"}),
    ],
)
def test_what_cannot_be_given_is_read_before_and_behind_the_drug(question: str, out: set[str]) -> None:
    assert ruled_out(analyse(question, shipped_glossary())) == out


def test_the_illness_that_only_tells_why_is_not_what_is_asked_about() -> None:
    asked = analyse("tachycardia, adenosine contraindicated because of asthma, what instead?", shipped_glossary())
    assert reasons(asked) == {"asthma"}
    assert reasons(analyse("adenosine in asthma?", shipped_glossary())) == frozenset()


@pytest.mark.parametrize(
    "question",
    ["What happens when terlipressin is not available?", "Is terlipressin given when albumin cannot be used at 50 g?"],
)
def test_what_happens_without_a_drug_asks_for_no_other(question: str) -> None:
    assert "terlipressin" not in ruled_out(analyse(question, shipped_glossary()))


@pytest.mark.parametrize(
    ("question", "out"),
    [
        ("What is given in hepatorenal syndrome when terlipressin is not available?", {"terlipressin"}),
        ("Which drug is used in gout if colchicine and prednisolone cannot be used?", {"colchicine", "prednisolone"}),
    ],
)
def test_what_is_given_in_case_a_drug_is_out_asks_for_another(question: str, out: set[str]) -> None:
    assert ruled_out(analyse(question, shipped_glossary())) == out
