"""The same shelf with its vectors on a Chroma server: a collection for each edition, and none besides."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import chromadb
import pytest

from corpus.errors import DamagedEditionError, GateRefusedError
from corpus.shelf import Shelf
from ingest.verify import repair, verify
from tests.chroma_server import chroma_server
from tests.ingest.workbench import Workbench, nearest

pytestmark = pytest.mark.slow

ONE = {"a.md": "Ascites is fluid in the belly.\n", "b.md": "Varices bleed into the gut.\n"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server on loopback."""
    with chroma_server() as url:
        yield url


@pytest.fixture
def desk(tmp_path: Path, server: str) -> Workbench:
    """A desk that uses the server, on which nothing is."""
    client = chromadb.HttpClient(port=int(server.rpartition(":")[2]))
    for collection in client.list_collections():
        client.delete_collection(collection.name)
    return Workbench(tmp_path, given={"chroma_url": server})


def collections(desk: Workbench) -> list[str]:
    """Editions that have vectors on the server."""
    client = chromadb.HttpClient(port=int(desk.given["chroma_url"].rpartition(":")[2]))
    return sorted(collection.name.removeprefix("edition-") for collection in client.list_collections())


def found(desk: Workbench, text: str) -> list[tuple[float, str]]:
    with desk.reading() as edition:
        return nearest(edition, desk.embedder, text, 5)


def test_an_edition_is_built_published_and_searched_there(desk: Workbench) -> None:
    edition = desk.publish(ONE)
    assert collections(desk) == [edition]
    assert not (desk.shelf.path(edition) / "chroma").exists()
    assert len(found(desk, "fluid in the belly")) == 2
    assert all(result.passed for result in verify(desk.shelf, edition))


def test_a_change_makes_a_new_collection_and_leaves_the_old_one(desk: Workbench) -> None:
    first = desk.publish(ONE)
    second = desk.publish({"b.md": "Varices are banded.\n", "c.md": "Clots form.\n"})
    assert collections(desk) == [first, second]
    assert len(found(desk, "varices")) == 3
    desk.shelf.rollback()
    assert len(found(desk, "varices")) == 2


def test_a_refused_build_leaves_no_collection(desk: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    first = desk.publish(ONE)
    monkeypatch.setattr("corpus.vectors.ChromaIndex.count", lambda self: 0)
    desk.write({"c.md": "Clots form.\n"})
    with pytest.raises(GateRefusedError, match="chroma: 0 vectors"):
        desk.ingest()
    assert collections(desk) == [first]


KILLED = """
import os, signal, sys
from pathlib import Path
from corpus.vectors import ChromaIndex
from tests.ingest.workbench import Workbench
ChromaIndex.count = lambda self: os.kill(os.getpid(), signal.SIGKILL)
Workbench(Path(sys.argv[1]), given={"chroma_url": sys.argv[2]}).ingest()
"""


def test_what_a_killed_build_left_there_goes_with_the_next(desk: Workbench) -> None:
    first = desk.publish(ONE)
    desk.write({"c.md": "Clots form.\n"})
    root = Path(__file__).parents[2]
    killed = subprocess.run([sys.executable, "-c", KILLED, str(desk.folder), desk.given["chroma_url"]], cwd=root)
    assert killed.returncode == -signal.SIGKILL
    assert len(collections(desk)) == 2
    second = desk.ingest().edition
    assert collections(desk) == [first, second]


def test_pruning_takes_the_collection_too(desk: Workbench) -> None:
    desk.publish(ONE)
    second = desk.publish({"c.md": "Clots form.\n"})
    desk.shelf.prune(1)
    assert collections(desk) == [second]


def test_a_collection_of_another_shelf_is_left_alone(desk: Workbench) -> None:
    client = chromadb.HttpClient(port=int(desk.given["chroma_url"].rpartition(":")[2]))
    client.create_collection("edition-of-another", embedding_function=None)
    edition = desk.publish(ONE)
    desk.shelf.prune(1)
    assert collections(desk) == [edition, "of-another"]


def test_an_edition_that_was_built_elsewhere_is_moved_by_repairing_it(desk: Workbench) -> None:
    url = desk.given.pop("chroma_url")
    edition = desk.publish(ONE)
    shelf = Shelf(desk.shelf.directory, url)
    with pytest.raises(DamagedEditionError, match="--repair"):
        shelf.open()
    repair(shelf, edition)
    assert all(result.passed for result in verify(shelf, edition))
