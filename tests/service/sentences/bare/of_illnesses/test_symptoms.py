"""Symptoms are answered by how that illness shows itself."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of
from tests.service.sentences.bare.telling import first_of


@pytest.mark.parametrize(
    "text",
    [
        "Call an ambulance if the signs of a DVT are very bad.",
        "Symptoms of DVT are treated with compression.",
        "DVT can cause a pulmonary embolism.",
        "In DVT with severe symptoms thrombolysis is considered.",
        "Screening is not advised in patients with DVT who have no symptoms.",
        "If the DVT is distal and without symptoms, surveillance is suggested.",
        "A DVT Wells score of 2 points or more makes it likely.",
        "Cough and fever can be signs of community-acquired pneumonia, not of DVT.",
    ],
)
def test_what_is_done_about_them_or_what_follows_is_no_symptom(text: str) -> None:
    assert not answers("symptoms of DVT", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("symptoms of DVT", "Throbbing pain and swelling in one leg can be signs of a DVT."),
        ("gout symptoms", "Gout is a type of arthritis that causes sudden, bad pain and swelling in a joint."),
        ("how does Budd-Chiari syndrome present?", "Budd-Chiari syndrome classically presents with ascites and pain."),
        ("signs of hypertension", "High blood pressure does not usually cause symptoms."),
        ("when to suspect meningitis", "Bacterial meningitis should be suspected when fever, headache and neck stiffness occur together."),
        ("what does depression feel like?", "With depression you may feel sad or empty and lose interest."),
    ],
)  # fmt: skip
def test_how_it_shows_itself_is(question: str, text: str) -> None:
    assert answers(question, text)


def test_a_section_on_symptoms_in_a_text_on_the_illness_need_not_say_so_again() -> None:
    assert answers("symptoms of gout", "The joint is red and very painful.", "Gout", "Symptoms")
    assert not answers("symptoms of gout", "The joint is red and very painful.", "Rheumatoid arthritis", "Symptoms")


@pytest.mark.parametrize(
    "question",
    [
        "DVT signs and symptoms", "presentation of DVT", "clinical features of DVT", "warning signs of DVT",
        "how does a DVT present?", "how do I know if I have a DVT?", "red flags for DVT", "sx of DVT",
    ],
)  # fmt: skip
def test_symptoms_are_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "symptoms"


def test_symptoms_in_people_with_something_else_are_not_bare() -> None:
    assert name_of("symptoms of DVT in pregnancy") is None


@pytest.mark.parametrize(
    "text",
    [
        "In a stroke, the arm may be put in a sling.",
        "The word FAST helps you spot a mini-stroke: Face, Arms, Speech, Time.",
        "In a stroke, the dose may be lowered.",
    ],
)
def test_what_is_done_or_shown_by_another_is_no_symptom_of_a_stroke(text: str) -> None:
    assert not answers("symptoms of stroke", text)


@pytest.mark.parametrize(
    "text",
    [
        "In a stroke, the face may drop on one side.",
        "The word FAST helps you spot a stroke: Face, Arms, Speech, Time.",
    ],
)
def test_what_part_of_the_body_shows_is(text: str) -> None:
    assert answers("symptoms of stroke", text)


def test_symptoms_of_a_kind_of_it_come_after_those_of_the_whole() -> None:
    kind = "Neck pain and vomiting can be signs of subarachnoid haemorrhage."
    whole = "Confusion or numbness on one side can also be signs of a stroke."
    assert first_of("symptoms of stroke", kind, whole) == whole


def test_the_main_symptom_comes_first() -> None:
    other = "Neck pain and vomiting can be signs of subarachnoid haemorrhage."
    main = "The main symptom of subarachnoid haemorrhage is a sudden thunderclap headache."
    assert first_of("symptoms of subarachnoid haemorrhage", other, main) == main
