"""The editions that the service answers from."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from corpus.embedding import Embedder
from corpus.errors import EmbedderError, NoEditionError, NotFoundError
from corpus.settings import Settings
from corpus.shelf import Shelf
from ingest.pipeline import ingest
from service.answer import Status
from service.consultation import Consultation
from service.library import Library
from service.retrieval import Retriever
from tests.fakes import HashingEmbedder, digest, write_texts

GOUT = {
    "gout.md": digest(
        "gout", "## Treatment\n\nGout flares are treated with colchicine [@g].", g={"doi": "10.1000/gout"}
    )
}
NEWER = {
    "gout.md": digest(
        "gout", "## Treatment\n\nGout flares are treated with prednisolone [@g].", g={"doi": "10.1000/gout"}
    )
}


class Desk:
    """A data directory with a service's library over it."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.folder, self.embedder = folder, embedder
        self.settings = Settings(data=folder / "data")
        self.library = Library(self.settings, lambda: embedder)

    def publish(self, texts: Mapping[str, str]) -> str:
        """Ingest texts; the id of the new edition."""
        report = ingest(self.settings, [write_texts(self.folder / "texts", texts)], embedder=self.embedder)
        assert report.edition is not None
        return report.edition

    def said(self, edition: str | None = None) -> str:
        """What is answered on gout."""
        answer = self.library.consult(Consultation("How are gout flares treated?", "c", edition=edition))
        assert answer.bottom_line is not None
        assert answer.edition is not None
        assert edition in (None, answer.edition.id)
        return answer.bottom_line.text


@pytest.fixture
def desk(tmp_path: Path, embedder: Embedder) -> Iterator[Desk]:
    desk = Desk(tmp_path, embedder)
    yield desk
    desk.library.close()


def test_an_empty_library_says_what_to_do(desk: Desk) -> None:
    for call in (lambda: desk.library.search("gout", 1), desk.library.warm, lambda: desk.library.require(None)):
        with pytest.raises(NoEditionError, match="footnote ingest"):
            call()


def test_an_edition_that_is_not_there_is_named(desk: Desk) -> None:
    desk.publish(GOUT)
    for call in (lambda: desk.library.search("gout", 1, "x1"), lambda: desk.library.require("x1")):
        with pytest.raises(NotFoundError, match="x1"):
            call()


def test_an_edition_of_another_embedder_is_refused_and_let_go(desk: Desk) -> None:
    desk.publish(GOUT)
    other = Library(desk.settings, lambda: HashingEmbedder())
    with pytest.raises(EmbedderError):
        other.search("gout", 1)
    removed, spared = Shelf(desk.settings.shelf_directory).prune(1)
    assert (removed, spared) == ([], {})


def test_a_new_edition_is_taken_up_without_a_restart(desk: Desk) -> None:
    desk.publish(GOUT)
    assert "colchicine" in desk.said()
    desk.publish(NEWER)
    assert "prednisolone" in desk.said()


def test_an_earlier_edition_can_be_asked_by_its_id(desk: Desk) -> None:
    first = desk.publish(GOUT)
    desk.publish(NEWER)
    assert "colchicine" in desk.said(first)
    assert "prednisolone" in desk.said()


def test_a_rollback_is_taken_up(desk: Desk) -> None:
    desk.publish(GOUT)
    desk.publish(NEWER)
    assert "prednisolone" in desk.said()
    Shelf(desk.settings.shelf_directory).rollback()
    assert "colchicine" in desk.said()


def test_an_edition_in_use_is_not_pruned(desk: Desk) -> None:
    first = desk.publish(GOUT)
    with desk.library.using(first) as reading:
        desk.publish(NEWER)
        _, spared = Shelf(desk.settings.shelf_directory).prune(1)
        assert spared == {first: "in use"}
        assert reading.retriever.search("gout", 1)


def test_editions_that_are_no_longer_asked_are_let_go(desk: Desk) -> None:
    ids = [
        desk.publish({"gout.md": GOUT["gout.md"] + f"\n\nVersion {number} of this text on gout.\n"})
        for number in range(7)
    ]
    for name in ids:
        desk.said(name)
    removed, _ = Shelf(desk.settings.shelf_directory).prune(1)
    assert ids[0] in removed
    assert "colchicine" in desk.said()


def test_many_threads_share_one_open_edition(desk: Desk) -> None:
    desk.publish(GOUT)
    seen: list[object] = []
    barrier = threading.Barrier(6)

    def read() -> None:
        barrier.wait()
        with desk.library.using(None) as reading:
            seen.append(reading.edition)

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 6
    with desk.library.using(None) as reading:
        assert reading.edition in seen
        assert reading.users == 1


def test_warming_tells_the_edition(desk: Desk) -> None:
    edition = desk.publish(GOUT)
    assert desk.library.warm().id == edition


def test_an_edition_that_the_caches_would_not_keep_is_not_read_through(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.library._READ_THROUGH", 0)
    assert _read_while_warming(desk, monkeypatch) == 0


def test_a_small_edition_is_read_through_once_before_it_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _read_while_warming(desk, monkeypatch) > 0
    assert _read_while_warming(desk, monkeypatch) == 0


def _read_while_warming(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many passages are read when the edition with gout is made ready, published or not."""
    read: list[object] = []
    monkeypatch.setattr("service.library.read_ahead", lambda passage, opened, glossary: read.append(passage))
    desk.publish(GOUT)
    desk.library.warm()
    return len(read)


class TestLookingAhead:
    def test_there_is_nothing_to_look_at_without_an_edition(self, desk: Desk) -> None:
        desk.library.look_ahead("gout", None, "gout")
        desk.publish(GOUT)
        desk.library.look_ahead("gout", "no-such-edition", "gout")
        assert desk.library.warm()
        desk.library.look_ahead("gout", "no-such-edition", "gout")
        with pytest.raises(NotFoundError):
            desk.said("no-such-edition")

    def test_an_emergency_is_told_though_nothing_can_be_searched(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk.publish(GOUT)
        desk.library.warm()
        asked = []

        def fails(retriever: Retriever, text: str) -> None:
            asked.append(text)
            raise ValueError("index")

        monkeypatch.setattr(Retriever, "look_ahead", fails)
        answer = desk.library.consult(Consultation("I have crushing chest pain and cannot breathe, help me now!", "c"))
        assert asked
        assert answer.status is Status.EMERGENCY

    def test_what_was_looked_for_ahead_is_found_in_the_edition_that_is_asked(self, desk: Desk) -> None:
        first = desk.publish(GOUT)
        assert "colchicine" in desk.said()
        desk.publish(NEWER)
        assert "prednisolone" in desk.said()
        assert "colchicine" in desk.said(first)
