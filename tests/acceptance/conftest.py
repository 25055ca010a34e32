"""The shipped library, ingested once for the whole run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.settings import Settings
from ingest.pipeline import ingest
from service.answer import Answer
from service.consultation import Consultation, Turn
from service.library import Library

Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The texts that ship, embedded by the default model."""
    settings = Settings(data=Path(tmp_path_factory.mktemp("shipped")))
    ingest(settings)
    library = Library(settings)
    yield library
    library.close()


@pytest.fixture
def ask(library: Library) -> Ask:
    """Ask the shipped library; further questions are follow-ups. Returns the last answer."""

    def answer_last(*questions: str) -> Answer:
        history: list[Turn] = []
        for question in questions:
            answer = library.consult(Consultation(question, "conversation", tuple(history)))
            history.append(Turn(question, answer.standalone_question, answer))
        return answer

    return answer_last
