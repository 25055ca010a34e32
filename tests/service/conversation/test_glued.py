"""Several questions typed as one message are each understood by themselves."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand
from service.conversation.glued import questions_of

AKI = Before(["Are loop diuretics used in acute kidney injury?"])


@pytest.mark.parametrize(
    "message",
    [
        "when is ultrasound done in acute kidney injury and when is a nephrologist called",  # whole as it is
        "what dose and how long",  # of one and the same
        "when a child has fever, which signs are dangerous",  # one question in a setting
        "which drug is given and why",
        "no response. what then",
    ],
)
def test_one_question_is_not_cut(message: str, glossary: Glossary) -> None:
    assert questions_of(message, glossary) == []


@pytest.mark.parametrize(
    ("message", "pieces"),
    [
        ("when to call renal and when dialysis", ["when to call renal?", "when dialysis?"]),
        ("which antibiotic, how to take cultures", ["which antibiotic?", "how to take cultures?"]),
        ("dose? and for how long", ["dose?", "and for how long"]),
        ("dose? also in dialysis", ["dose?", "also in dialysis"]),
    ],
)
def test_what_is_glued_together_is_taken_apart(message: str, pieces: list[str], glossary: Glossary) -> None:
    assert questions_of(message, glossary) == pieces


def test_each_of_them_goes_on_with_the_topic(glossary: Glossary) -> None:
    found = understand("when to call renal and when dialysis", AKI, glossary).text
    assert found == "When to call renal, in acute kidney injury? When dialysis, in acute kidney injury?"


def test_when_and_an_illness_is_a_setting_and_no_question(glossary: Glossary) -> None:
    assert understand("when pregnant?", AKI, glossary).text.startswith("Are loop diuretics used")
