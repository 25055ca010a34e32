"""Questions that editors noted as answered by no text: what is asked alike is likely left open."""

from __future__ import annotations

import numpy as np
import pytest

from service.library import Library
from service.retrieval.left_open import together
from service.sufficiency.answerability import FEATURES
from tests.fakes import digest
from tests.service.conftest import LibraryOf

BODY = "## Limits\n\nThe ceiling for foozolam is 50 units on any one day in adults [@g]."
OTHER = "## Use\n\nBarzolam is the agent of choice for the night terrors of children [@g]."
TEXTS = {
    "agent.md": digest("foozolam", BODY, g={"doi": "10.1000/agent"}),
    "agent.questions.yaml": "- begins: The ceiling\n  asked: [How much foozolam may I give at most?]\n",
    "agent.left-open.yaml": "- most foozolam for a baby?\n- Is foozolam safe in pregnancy?\n",
}
SIGNS = ("left_open", "asked_over_left_open", "asked_over_left_open_together")
ASKED = "how much foozolam can a baby have at most"


def signs(library: Library, question: str) -> dict[str, float]:
    return dict(zip(FEATURES, library.assess(question).values, strict=True))


def test_where_nothing_is_noted_nothing_is_alike(library_of: LibraryOf) -> None:
    library = library_of({name: text for name, text in TEXTS.items() if "left-open" not in name})
    told = signs(library, ASKED)
    assert all(told[name] == 0.0 for name in SIGNS)


def test_the_nearest_of_those_noted_counts(library_of: LibraryOf) -> None:
    library = library_of(TEXTS)
    with library.using(None) as reading:
        near, far = (reading.retriever.left_open(text)[0] for text in ("most foozolam for a baby?", "gout"))
    assert near == pytest.approx(1.0, abs=0.01)
    assert far < near - 0.2


def test_how_far_what_is_answered_is_ahead_of_it_is_told(library_of: LibraryOf) -> None:
    library = library_of(TEXTS)
    answered, left_open = signs(library, "how much foozolam may I give at most"), signs(library, ASKED)
    for name in SIGNS[1:]:
        assert answered[name] > 0 > left_open[name]
    assert left_open["asked_over_left_open"] == pytest.approx(left_open["as_asked"] - left_open["left_open"])


def test_what_is_noted_beside_one_text_says_nothing_of_what_another_answers(library_of: LibraryOf) -> None:
    own = {"own.md": digest("barzolam", OTHER, g={"doi": "10.1000/own"})}
    told = signs(library_of(TEXTS | own), "barzolam for night terrors of children")
    assert all(told[name] == 0.0 for name in SIGNS)


def test_without_questions_what_is_left_open_is_not_looked_at(library_of: LibraryOf) -> None:
    library = library_of(TEXTS)
    plain = Library(library.settings, with_questions=False)
    try:
        assert all(signs(plain, ASKED)[name] == 0.0 for name in SIGNS)
    finally:
        plain.close()


def test_the_nearest_count_together_and_the_nearest_of_them_most() -> None:
    one, many, far = (np.array(values, dtype=np.float32) for values in ([0.9], [0.9] * 3, [0.9, 0.2]))
    assert together(one) == pytest.approx(0.9)
    assert together(many) == pytest.approx(0.9 + 0.05 * np.log(3), abs=1e-4)
    assert together(far) == pytest.approx(0.9, abs=1e-4)


def test_no_more_than_a_dozen_count() -> None:
    assert together(np.full(12, 0.5, dtype=np.float32)) == together(np.full(500, 0.5, dtype=np.float32))
