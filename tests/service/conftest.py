"""The default embedder, loaded once, and small libraries made of texts that the tests write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from corpus.embedding import Embedder, load_embedder
from corpus.glossary import Glossary, shipped_glossary
from corpus.settings import Settings
from ingest.pipeline import ingest
from service.library import Library
from service.resemblance import Resemblance
from tests.fakes import write_texts

LibraryOf = Callable[[Mapping[str, str]], Library]


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


@pytest.fixture
def library_of(embedder: Embedder, tmp_path: Path) -> Iterator[LibraryOf]:
    """Ingest texts (file name → text) and open the library of them."""
    opened: list[Library] = []

    def make(texts: Mapping[str, str]) -> Library:
        settings = Settings(data=tmp_path / f"data{len(opened)}")
        ingest(settings, [write_texts(tmp_path / f"texts{len(opened)}", texts)], embedder=embedder)
        opened.append(Library(settings, lambda: embedder))
        return opened[-1]

    yield make
    for library in opened:
        library.close()
