"""Answers to questions on texts that the test writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import pytest

from service.answer import Answer
from service.consultation import Consultation
from tests.service.conftest import LibraryOf


class Ask(Protocol):
    """Answers a question from texts."""

    def __call__(self, question: str, texts: Mapping[str, str]) -> Answer:
        """The answer."""
        ...


@pytest.fixture
def ask(library_of: LibraryOf) -> Ask:
    """Ask a library of texts."""

    def answer(question: str, texts: Mapping[str, str]) -> Answer:
        return library_of(texts).consult(Consultation(question, "c"))

    return answer
