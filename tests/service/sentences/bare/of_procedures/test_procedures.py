"""When a procedure is not done, and how far a test is right."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    "text",
    [
        "Warfarin is contraindicated before lumbar puncture.",
        "Lumbar puncture is done early unless contraindicated.",
        "Lumbar puncture should not be withheld for fear of bleeding.",
        "Aspirin is no longer a contraindication to lumbar puncture.",
        "Lumbar puncture is done in suspected meningitis.",
    ],
)
def test_what_else_is_out_or_when_it_is_done_is_no_contraindication_to_it(text: str) -> None:
    assert not answers("contraindications to lumbar puncture", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("contraindications to lumbar puncture", "Lumbar puncture is delayed or avoided with signs of severe sepsis or a coagulopathy."),
        ("when is TIPS contraindicated?", "Heart failure and severe pulmonary hypertension are contraindications to TIPS."),
    ],
)  # fmt: skip
def test_when_it_is_not_done_is(question: str, text: str) -> None:
    assert answers(question, text)


@pytest.mark.parametrize(
    "text",
    [
        "D-dimer is measured for an accurate diagnosis of deep vein thrombosis.",
        "D-dimer is measured in outpatients at low clinical probability.",
        "Heart transplant recipients can be very sensitive to adenosine, whatever the D-dimer.",
        "The 4AT had a sensitivity of 89.7% for delirium.",
    ],
)
def test_what_a_test_is_for_or_how_right_another_is_is_no_accuracy(text: str) -> None:
    assert not answers("how accurate is D-dimer?", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "how accurate is the 4AT?",
            "In patients aged 70 years or older, the 4AT had a sensitivity of 89.7% for delirium.",
        ),
        ("TJLB diagnostic yield", "In 1,321 transjugular liver biopsies, the diagnostic yield was 97.7%."),
        ("sensitivity of the INR", "A raised INR does not predict bleeding complications."),
        ("CURB-65 accuracy", "The areas under the curve were only 0.63 for CRB-65 and 0.68 for CURB-65."),
    ],
)
def test_how_far_it_is_right_is(question: str, text: str) -> None:
    assert answers(question, text)


@pytest.mark.parametrize("question", ["when not to do a lumbar puncture", "lumbar puncture contraindications"])
def test_contraindications_are_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "contraindications of a procedure"


@pytest.mark.parametrize(
    "question", ["4AT sensitivity and specificity", "how reliable is the 4AT?", "can I trust the 4AT?"]
)
def test_so_is_the_accuracy(question: str) -> None:
    assert name_of(question) == "accuracy"
