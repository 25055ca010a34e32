"""What an answer must have in it, by how the question asks."""

from __future__ import annotations

import pytest

from service.sentences.expected import expects


@pytest.mark.parametrize(
    ("question", "answers", "misses"),
    [
        (
            "whats a good hba1c",
            "The HbA1c goal is 48 mmol/mol for most people.",
            "HbA1c is a blood test of the average blood sugar.",
        ),
        (
            "What should he not eat in cirrhosis?",
            "Limit the salt in your food if you have cirrhosis.",
            "Avoid ibuprofen if you have cirrhosis.",
        ),
        (
            "How is hepatorenal syndrome diagnosed?",
            "The criteria require creatinine not to respond.",
            "Hepatorenal syndrome has an acute and a chronic form.",
        ),
        (
            "eGFR 38, ACR 80: refer?",
            "Adults are referred if ACR is ≥70 mg/mmol.",
            "CKD is staged by eGFR and by albuminuria.",
        ),
        (
            "CURB-65 of 3, home or hospital?",
            "A score of 3 to 5 means hospital care.",
            "Amoxicillin 1 g is given three times daily.",
        ),
        (
            "Budd-Chiari failed anticoagulation, what next?",
            "Each step is taken when the one before has not brought a response.",
            "Anticoagulation starts early.",
        ),
        (
            "Which four drugs in heart failure?",
            "An ACE inhibitor, a beta-blocker and an SGLT2 inhibitor are offered.",
            "Resynchronisation is recommended with a wide QRS.",
        ),
    ],
)
def test_a_sentence_has_what_is_asked_for_or_lacks_it(question: str, answers: str, misses: str) -> None:
    expected = expects(question)
    assert expected is not None
    assert expected(answers)
    assert not expected(misses)


@pytest.mark.parametrize("question", ["What is known of ascites?", "Ascites and diuretics", "Is lactulose useful?"])
def test_anything_may_answer_a_question_that_asks_for_nothing_particular(question: str) -> None:
    assert expects(question) is None
