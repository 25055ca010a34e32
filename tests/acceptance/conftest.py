"""The shipped library, ingested once for the whole run."""

from __future__ import annotations

import fcntl
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
def shipped_data(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A data directory with the texts that ship. The workers of one run share it: the first one ingests."""
    base = tmp_path_factory.getbasetemp()
    data = (base if worker_id == "master" else base.parent) / "shipped"
    with data.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not data.exists():
            assert ingest(Settings(data=data)).exit_code == 0
    return data


@pytest.fixture(scope="session")
def library(shipped_data: Path) -> Iterator[Library]:
    """The library of the texts that ship, with the default model."""
    library = Library(Settings(data=shipped_data))
    yield library
    library.close()


@pytest.fixture(scope="session")
def ask(library: Library) -> Ask:
    """Ask the shipped library; further questions are follow-ups. Returns the last answer."""

    def answer_last(*questions: str) -> Answer:
        history: list[Turn] = []
        for question in questions:
            answer = library.consult(Consultation(question, "conversation", tuple(history)))
            history.append(Turn(question, answer.standalone_question, answer))
        return answer

    return answer_last
