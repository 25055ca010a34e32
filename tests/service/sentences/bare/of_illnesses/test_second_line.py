"""What comes second in an illness is told by what says so, or what is given when the first fails."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asks, told


@pytest.mark.parametrize("question", ["first line for gout", "second dose of gout vaccine", "treatment of gout"])
def test_the_first_line_or_the_treatment_is_another_question(question: str) -> None:
    assert not asks(question, "second line")


@pytest.mark.parametrize(
    "question",
    ["second line for gout", "second-line treatment of hypertension", "2nd line drug for epilepsy", "third line for asthma",
     "rescue therapy for ulcerative colitis", "alternative treatment for gout"],
)  # fmt: skip
def test_the_second_line_is_asked_for_in_many_words(question: str) -> None:
    assert asks(question, "second line")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("second line for gout", "A gout flare is treated first with an NSAID."),
        ("second line for cirrhosis", "TIPS is considered in cirrhosis with ascites when diuretics fail."),
        ("second line for pneumonia", "Lung ultrasound is suggested as an alternative to radiography for pneumonia."),
        ("second line for penicillin allergy", "In penicillin allergy, chloramphenicol is the alternative in bacterial meningitis."),
    ],
)  # fmt: skip
def test_the_first_or_what_is_for_something_else_does_not_tell_it(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("second line for osteoporosis", "Denosumab is the suggested second-line drug for osteoporosis."),
        ("second line for gout", "A corticosteroid injection is considered for a gout flare if NSAIDs and colchicine are contraindicated."),
        ("second line for asthma", "In asthma that does not respond to inhaled treatment, magnesium is given."),
    ],
)  # fmt: skip
def test_what_is_given_when_the_first_fails_tells_it(question: str, text: str) -> None:
    assert told(question, text)
