"""The default embedder, loaded once, and small libraries made of texts that the tests write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import pytest

from corpus.embedding import Embedder, load_embedder
from corpus.glossary import Glossary, shipped_glossary
from corpus.settings import Settings
from ingest.pipeline import ingest
from service.answer import Answer
from service.consultation import Consultation
from service.library import Library
from service.safety.resemblance import Resemblance
from tests.fakes import write_texts

LibraryOf = Callable[[Mapping[str, str]], Library]


class Ask(Protocol):
    """Answers a question from texts."""

    def __call__(self, question: str, texts: Mapping[str, str]) -> Answer:
        """The answer."""
        ...


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The embedder that ships."""
    return load_embedder(Settings())


@pytest.fixture(scope="session")
def resemblance(embedder: Embedder) -> Resemblance:
    """What recognises unusual words of distress and harm."""
    return Resemblance(embedder, Settings().models_directory)


@pytest.fixture
def glossary() -> Glossary:
    """The glossary that ships."""
    return shipped_glossary()


@pytest.fixture(scope="session")
def library_of(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryOf]:
    """The library of texts (file name → text), ingested once for all tests that ask for the same; they only read."""
    opened: dict[tuple[tuple[str, str], ...], Library] = {}

    def of(texts: Mapping[str, str]) -> Library:
        key = tuple(sorted(texts.items()))
        if key not in opened:
            opened[key] = ingested(texts, tmp_path_factory.mktemp("library"), embedder)
        return opened[key]

    yield of
    for library in opened.values():
        library.close()


@pytest.fixture
def ask(library_of: LibraryOf) -> Ask:
    """Ask a library of texts."""

    def answer(question: str, texts: Mapping[str, str]) -> Answer:
        return library_of(texts).consult(Consultation(question, "c"))

    return answer


def ingested(texts: Mapping[str, str], folder: Path, embedder: Embedder, **settings: Any) -> Library:
    """Ingest texts into a data directory below ``folder`` and open their library."""
    chosen = Settings(data=folder / "data", **settings)
    ingest(chosen, [write_texts(folder / "texts", texts)], embedder=embedder)
    return Library(chosen, lambda: embedder)
