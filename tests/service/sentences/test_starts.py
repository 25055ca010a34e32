"""When something is started is told by what says so of that, in the illness that is asked about; no other time is."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.starts import Starts, starts_asked
from tests.service.sentences.single import candidate

INSULIN = "When to start insulin in type 2 diabetes"


def _asked(question: str) -> Starts | None:
    return starts_asked(analyse(question, shipped_glossary()), shipped_glossary())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (INSULIN, "Timing of birth differs by type of diabetes: 37 to 38 weeks for type 1 and type 2 diabetes."),
        (INSULIN, "Insulin for diabetic ketoacidosis is started once potassium is above 3.5 mmol/L."),
        (INSULIN, "If you take insulin in type 2 diabetes and are too ill to eat, your dose may have to change."),
        ("when should dialysis be started in CKD?", "Dialysis is started urgently in AKI with hyperkalaemia."),
        ("when to start apixaban in atrial fibrillation", "Apixaban is stopped before surgery in atrial fibrillation."),
    ],
)
def test_a_time_of_something_else_or_in_another_illness_does_not_tell_it(question: str, text: str) -> None:
    asked = _asked(question)
    assert asked is not None
    assert not asked.told_by(candidate(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (INSULIN, "Insulin is started in type 2 diabetes when HbA1c stays above the target."),
        (INSULIN, "Type 2 diabetes with weight loss is offered insulin if ketones are raised."),
        ("When do I start levothyroxine?", "Levothyroxine is considered if TSH is ≥10 mIU/L on 2 occasions."),
    ],
)
def test_what_says_it_of_that_in_the_illness_tells_it(question: str, text: str) -> None:
    asked = _asked(question)
    assert asked is not None
    assert asked.told_by(candidate(text))


@pytest.mark.parametrize(
    "question",
    ["When to check potassium after starting spironolactone", "when is apixaban started again?", "when to start"],
)
def test_where_another_time_or_that_of_nothing_is_asked_nothing_is_missing(question: str) -> None:
    assert _asked(question) is None


def test_what_is_missing_is_named_with_the_illness() -> None:
    asked = _asked(INSULIN)
    assert asked is not None
    assert asked.missing() == "when insulin is started in type 2 diabetes"
