"""Answers beside plain extracts of the same length."""

from __future__ import annotations

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from evals.completeness import (
    Compared,
    cut,
    first_sentences,
    main,
    maximal_marginal_relevance,
    snippet_coverage,
    table_of,
)

TEXTS = st.lists(st.text("abc ", max_size=30), max_size=8)


def test_a_folder_without_questions_is_refused(tmp_path: object) -> None:
    result = CliRunner().invoke(main, [str(tmp_path)])
    assert result.exit_code != 0


@given(TEXTS, st.integers(0, 40))
def test_an_extract_is_never_longer_than_the_answer(texts: list[str], words: int) -> None:
    assert sum(len(text.split()) for text in cut(texts, words)) <= words


@given(TEXTS)
def test_an_extract_that_fits_is_not_cut(texts: list[str]) -> None:
    whole = [" ".join(text.split()) for text in texts]
    until = next((position for position, text in enumerate(whole) if not text), len(whole))
    assert cut(texts, 1_000) == whole[:until]


def test_each_passage_gives_its_first_sentence_before_any_gives_its_second() -> None:
    assert first_sentences([["a", "b"], ["c"], ["a", "d"]]) == ["a", "c", "b", "d"]


def test_what_is_near_to_something_taken_comes_after_something_else() -> None:
    vectors = np.array([[1.0, 0.0], [0.98, 0.199], [0.0, 1.0]], dtype=np.float32)
    order = maximal_marginal_relevance(["one", "the same", "another"], vectors, np.array([0.8, 0.6], dtype=np.float32))
    assert order == ["the same", "another", "one"]


def test_nothing_found_gives_an_empty_extract() -> None:
    assert maximal_marginal_relevance([], np.zeros((0, 2), dtype=np.float32), np.zeros(2, dtype=np.float32)) == []


@pytest.mark.parametrize(
    ("texts", "share"),
    [
        (["Apixaban inhibits factor Xa directly."], 0.5),
        (["It is known that apixaban inhibits factor Xa directly, as rivaroxaban does."], 0.5),
        (["Apixaban inhibits factor Xa directly.", "Warfarin needs an INR of 2 to 3."], 1.0),
        (["Aspirin was given."], 0.0),
        ([], 0.0),
    ],
)
def test_a_snippet_is_held_by_a_sentence_that_has_its_words(texts: list[str], share: float) -> None:
    snippets = ["apixaban inhibits factor Xa directly", "warfarin needs an INR of 2 to 3"]
    assert snippet_coverage(texts, snippets) == share


def test_the_table_says_by_how_much_footnote_is_ahead() -> None:
    found = [
        Compared(True, 50, {"Footnote": (1.0, 0.5), "first sentences": (0.5, 0.5), "MMR": (0.0, 0.25)})
        for _ in range(8)
    ]
    console = Console(width=160)
    with console.capture() as shown:
        console.print(table_of(found, seed=0))
    assert "+0.500" in shown.get()
    assert "+1.000" in shown.get()
