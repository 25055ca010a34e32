"""How hard an answer is to read."""

from __future__ import annotations

import pytest

from evals.metrics.form import grade_of


def test_the_reading_grade_is_flesch_and_kincaids() -> None:
    # 10 words, 2 sentences, 11 syllables.
    assert grade_of("The cat sat on the mat. The dog was happy.") == pytest.approx(0.39 * 5 + 11.8 * 11 / 10 - 15.59)


def test_longer_words_and_sentences_are_harder_to_read() -> None:
    easy = grade_of("The cat sat. The dog ran.")
    hard = grade_of(
        "Anticoagulation necessitates individualised periprocedural considerations notwithstanding comorbidities."
    )
    assert easy is not None
    assert hard is not None
    assert easy < hard
    assert grade_of("...") is None
