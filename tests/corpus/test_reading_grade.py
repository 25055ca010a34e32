"""The reading grade: syllables as they are spoken, and the published formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading_grade import reading_grade, syllables

# Counted by hand.
COUNTED = {
    1: "a the blood live lives called used times black stools spleen scan weight through year eye breathe whole",
    2: "liver doctor bleeding table tables needed doses people fluid client diet doing beyond player rhythm swollen "
    "safely careful movement patient patients belly vomit yellow jaundice therefore homework platelet vaccine disease "
    "muscle little able kidney fever likely rely surely sometimes action special science enough union",
    3: "medicine medicines biopsy serious sodium calcium usual video element cirrhosis confusion infection hospital "
    "portal-vein thrombosis varices transfusion area period exercise nausea cardiac ascites measurement possible",
    4: "bacteria anaemia diarrhoea experience society hepatitis diabetes emergency splenectomy usually gradually "
    "pneumonia meningitis continuous vaccinated vegetable ibuprofen",
    5: "metabolism paracetamol immediately antibiotics colonoscopy",
    6: "encephalopathy",
}


@pytest.mark.parametrize(("word", "count"), [(word, n) for n, words in COUNTED.items() for word in words.split()])
def test_syllables_are_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("10", 1), ("2.5", 1), ("MRI", 3), ("TIPS", 4), ("didn't", 2), ("X-ray", 2)]
)
def test_numbers_abbreviations_and_contractions_are_counted_too(word: str, count: int) -> None:
    assert syllables(word) == count


@given(st.text(st.characters(categories=["L", "N", "P"]), min_size=1).filter(lambda word: any(map(str.isalnum, word))))
def test_every_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


def test_the_grade_is_the_formula_of_kincaid() -> None:
    # 2 sentences, 10 words, 11 syllables
    assert reading_grade(["The doctor looks at it.", "Call the nurse at once."]) == pytest.approx(
        0.39 * 10 / 2 + 11.8 * 11 / 10 - 15.59
    )


def test_longer_sentences_and_longer_words_are_harder() -> None:
    easy = ["The liver makes bile.", "Bile helps you eat."]
    assert reading_grade(easy) < reading_grade([" ".join(easy)])
    assert reading_grade(easy) < reading_grade(["The hepatocyte synthesises bilirubin.", "Bile helps you eat."])


@pytest.mark.parametrize("sentences", [[], [""], ["–"]])
def test_a_text_without_words_has_grade_0(sentences: list[str]) -> None:
    assert reading_grade(sentences) == 0.0
