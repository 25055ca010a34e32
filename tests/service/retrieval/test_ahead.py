"""The passages nearest to a question, looked for before they are asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from service.retrieval.ahead import NearestAhead


class Index:
    """Finds the length of a text; counts what it was asked, and waits until it may answer."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.was_asked = threading.Event()
        self.may_answer = threading.Event()
        self.may_answer.set()

    def nearest(self, text: str) -> list[int]:
        self.asked.append(text)
        self.was_asked.set()
        self.may_answer.wait(10)
        if text == "broken":
            raise ValueError("index")
        return [len(text)]


@pytest.fixture
def index() -> Index:
    return Index()


@pytest.fixture
def ahead(index: Index) -> Iterator[NearestAhead]:
    found = NearestAhead(index.nearest)
    yield found
    index.may_answer.set()
    found.close()


def test_what_was_not_begun_is_looked_for_when_it_is_asked(ahead: NearestAhead, index: Index) -> None:
    assert ahead.of("gout") == [4]
    assert index.asked == ["gout"]


def test_what_was_begun_is_looked_for_once(ahead: NearestAhead, index: Index) -> None:
    index.may_answer.clear()
    ahead.begin("gout")
    ahead.begin("gout")
    index.may_answer.set()
    assert ahead.of("gout") == [4]
    assert index.asked == ["gout"]


def test_what_fails_in_the_background_is_told_to_who_asks(ahead: NearestAhead) -> None:
    ahead.begin("broken")
    with pytest.raises(ValueError, match="index"):
        ahead.of("broken")


def test_what_nobody_asks_for_is_given_up_and_can_still_be_had(ahead: NearestAhead, index: Index) -> None:
    index.may_answer.clear()
    texts = ["x" * length for length in range(1, 60)]
    for text in texts:
        ahead.begin(text)
    index.may_answer.set()
    assert [ahead.of(text) for text in texts] == [[len(text)] for text in texts]


def test_closing_waits_for_what_is_being_looked_for(index: Index) -> None:
    ahead = NearestAhead(index.nearest)
    index.may_answer.clear()
    ahead.begin("gout")
    assert index.was_asked.wait(10)
    closing = threading.Thread(target=ahead.close)
    closing.start()
    assert closing.is_alive()
    index.may_answer.set()
    closing.join(10)
    assert not closing.is_alive()
    assert ahead.of("gout") == [4]
