"""The small library, opened once; and the judge that ships, with the real embedding model."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from corpus.embedding import load_embedder
from corpus.settings import Settings, load_settings
from evals.judge import SupportJudge
from evals.texts import LibraryTexts
from service.library import Library
from tests.evals.fakes import WordEmbedder, build_library


@pytest.fixture(scope="session")
def shelf_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of the small library. Read-only: tests share it."""
    return build_library(tmp_path_factory.mktemp("evaluated"))


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings come from the tests alone."""
    for name in [name for name in os.environ if name.startswith("FOOTNOTE_") and "_TEST_" not in name]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def library(shelf_settings: Settings) -> Iterator[Library]:
    """The small library, opened."""
    opened = Library(shelf_settings, embedder=WordEmbedder)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def texts(library: Library) -> LibraryTexts:
    """Its stored texts."""
    return LibraryTexts(library, None)


@pytest.fixture(scope="session")
def judge() -> SupportJudge:
    """The judge that ships."""
    return SupportJudge.shipped(load_embedder(load_settings()))
