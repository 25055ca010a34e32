"""The aspect of a topic: which one a question asks about, and which sentences are on it."""

from __future__ import annotations

import pytest

from service.sentences.aspects import aspect_of, is_on


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What are the symptoms of Kawasaki disease?", "symptoms"),
        ("How does Kawasaki disease present?", "symptoms"),
        ("What causes COPD?", "causes"),
        ("causes of hyponatraemia", "causes"),
        ("How is Wilson disease diagnosed?", "diagnosis"),
        ("Which tests are done for Wilson disease?", "diagnosis"),
        ("How is gout treated?", "treatment"),
        ("management of ascites", "treatment"),
        ("How can stroke be prevented?", "prevention"),
        ("What is the prognosis of alcohol-associated hepatitis?", "outlook"),
        ("Is haemochromatosis inherited?", "inheritance"),
        ("Who is at risk of sepsis?", "those at risk"),
        ("What are the complications of cirrhosis?", "complications"),
        ("How common is epilepsy?", "how common it is"),
    ],
)
def test_a_question_asks_about_an_aspect_in_several_wordings(question: str, name: str) -> None:
    aspect = aspect_of(question)
    assert aspect is not None
    assert aspect.name == name


@pytest.mark.parametrize("question", ["Sirolimus and voriconazole?", "What is a Child-Pugh score?", ""])
def test_a_question_may_name_no_aspect(question: str) -> None:
    assert aspect_of(question) is None


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("How is Kawasaki disease treated?", "The reason for Kawasaki disease is unknown.", False),
        ("How is Kawasaki disease treated?", "Kawasaki disease is treated with immunoglobulin.", True),
        ("What causes COPD?", "COPD prevents enough air from flowing in and out of the airways.", False),
        ("What causes COPD?", "Most COPD is due to smoking.", True),
        ("Is Danon disease inherited?", "Danon disease weakens the heart muscle.", False),
        ("Is Danon disease inherited?", "Danon disease is passed on with the X chromosome.", True),
        ("How is Wilson disease diagnosed?", "Wilson disease affects about 1 in 30,000 people.", False),
        (
            "How is Wilson disease diagnosed?",
            "A low ceruloplasmin in the blood suggests, and a biopsy proves it.",
            True,
        ),
    ],
)
def test_a_sentence_is_on_an_aspect_by_its_words(question: str, sentence: str, expected: bool) -> None:
    aspect = aspect_of(question)
    assert aspect is not None
    assert is_on(aspect, sentence, "Overview") is expected


def test_the_last_heading_above_a_sentence_says_what_it_is_on() -> None:
    aspect = aspect_of("What are the symptoms of hyperthyroidism?")
    assert aspect is not None
    assert not is_on(aspect, "Heat is borne badly.", "Hyperthyroidism › Overview")
    assert is_on(aspect, "Heat is borne badly.", "Hyperthyroidism › Symptoms")
    assert not is_on(aspect, "Heat is borne badly.", "Symptoms › Names")
