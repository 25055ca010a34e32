"""Questions that sentences answer, as their editors wrote them: what is asked alike finds the sentence."""

from __future__ import annotations

import math

import numpy as np
import pytest

from service.library import Library
from service.retrieval import make_query
from tests.fakes import digest
from tests.service.conftest import Ask, LibraryOf

FIRST = "The ceiling for the agent is 50 units on any one day [@g]."
SECOND = "Kidney impairment halves that ceiling [@g]."
BODY = f"## Limits\n\n{FIRST} {SECOND}\n\n## Other\n\nGout flares are treated with colchicine [@g]."
TEXTS = {
    "agent.md": digest("agent", BODY, g={"doi": "10.1000/agent"}),
    "agent.questions.yaml": "- begins: The ceiling\n  asked: [How much foozolam may I give at most?, max foozolam]\n",
    "asthma.md": digest("asthma", "## Treatment\n\nSalbutamol relieves asthma [@g].", g={"doi": "10.1000/asthma"}),
}
ALIKE = "what is the most foozolam I can give"


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def test_a_sentence_is_found_by_a_question_that_it_answers_and_shares_no_words_with(library: Library) -> None:
    with library.using(None) as reading:
        best = reading.retriever.search(ALIKE, 3)[0]
    assert best.document_id == "agent"
    assert "ceiling" in best.text


def test_it_is_said_first(ask: Ask) -> None:
    answer = ask(ALIKE, TEXTS)
    assert answer.bottom_line is not None
    assert "50 units" in answer.bottom_line.text


def test_only_sentences_with_questions_are_alike_to_any(library: Library) -> None:
    with library.using(None) as reading:
        alike = reading.retriever.asked(make_query(ALIKE, library.glossary).dense_text)
        lines = np.arange(len(reading.edition.sentence_file or ()))
        values = reading.opened.asked.of_lines(lines, alike)
    known = [value for value in values.tolist() if not math.isnan(value)]
    assert len(known) == 1
    assert known[0] > 0.6


def test_the_nearest_of_a_sentences_questions_counts(library: Library) -> None:
    with library.using(None) as reading:
        opened, retriever = reading.opened, reading.retriever
        near, far = (
            float(opened.asked.likeness(library.embedder.embed([text])[0])[0]) for text in ("max foozolam", "gout")
        )
        assert retriever.asked("max foozolam").tolist() == pytest.approx([near])
    assert near == pytest.approx(1.0, abs=1e-3)
    assert far < near


def test_without_questions_nothing_is_alike(library_of: LibraryOf) -> None:
    library = library_of({"asthma.md": TEXTS["asthma.md"]})
    with library.using(None) as reading:
        assert len(reading.opened.asked) == 0
        assert len(reading.retriever.asked("anything")) == 0
        assert reading.retriever.search("asthma", 3)[0].document_id == "asthma"


def test_an_edition_is_read_as_if_it_had_no_questions_where_that_is_asked(library: Library) -> None:
    without = Library(library.settings, lambda: library.embedder, with_questions=False)
    with library.using(None) as reading, without.using(None) as plain:
        assert len(reading.opened.asked) > 0
        assert len(plain.opened.asked) == 0
        assert len(plain.retriever.asked(ALIKE)) == 0
        assert plain.retriever.search("asthma", 3)[0].document_id == "asthma"
    without.close()
