"""Verifying tells the smallest damage; repairing builds anew what can be built anew, and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from corpus.errors import DamagedEditionError, NotFoundError
from corpus.fulltext import FullTextWriter
from corpus.vectors import open_local
from ingest.difference import difference
from ingest.verify import repair, verify
from tests.ingest.workbench import Workbench, matches, nearest

TEXTS = {f"{number}.md": f"The liver number {number} is drained.\n" for number in range(6)}


@pytest.fixture
def edition(desk: Workbench) -> Path:
    """Directory of the only edition."""
    return desk.shelf.path(desk.publish(TEXTS))


def wrong(desk: Workbench, edition: Path) -> list[str]:
    return [result.gate for result in verify(desk.shelf, edition.name) if not result.passed]


def test_a_sound_edition_passes_every_check(desk: Workbench, edition: Path) -> None:
    results = verify(desk.shelf, edition.name)
    assert [result.gate for result in results] == [
        "catalogue.sqlite", "vectors.f32", "sentences.f16", "manifest", "vectors", "sentences", "chroma", "full text",
        "full text of documents",
    ]  # fmt: skip
    assert all(result.passed for result in results)


@pytest.mark.parametrize("name", ["catalogue.sqlite", "vectors.f32", "sentences.f16"])
@pytest.mark.parametrize("place", [0.0, 0.5, 0.99])
def test_one_changed_byte_is_told(desk: Workbench, edition: Path, name: str, place: float) -> None:
    data = bytearray((edition / name).read_bytes())
    data[int(len(data) * place)] ^= 1
    (edition / name).write_bytes(data)
    assert wrong(desk, edition) == [name]


@pytest.mark.parametrize(("field", "value"), [("id", "ed_other"), ("counts", {"documents": 7, "passages": 7})])
def test_a_manifest_that_tells_something_else_is_told(
    desk: Workbench, edition: Path, field: str, value: object
) -> None:
    file = edition / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), field: value}), encoding="utf-8")
    assert wrong(desk, edition) == ["manifest"]


def test_a_damaged_index_is_told_with_what_mends_it(desk: Workbench, edition: Path) -> None:
    (edition / "chroma" / "chroma.sqlite3").write_bytes(b"no database" * 100)
    [told] = [result for result in verify(desk.shelf, edition.name) if not result.passed]
    assert told.gate == "chroma"
    assert "verify --repair" in told.detail
    repair(desk.shelf, edition.name)
    assert wrong(desk, edition) == []


@pytest.mark.parametrize("name", ["catalogue.sqlite", "vectors.f32", "sentences.f16"])
def test_a_missing_file_is_told(desk: Workbench, edition: Path, name: str) -> None:
    (edition / name).unlink()
    assert wrong(desk, edition) == [name]


@pytest.mark.parametrize(
    ("name", "gate"),
    [
        ("chroma", "chroma"),
        ("fulltext/passages", "full text"),
        ("fulltext/documents", "full text of documents"),
    ],
)
def test_a_missing_index_is_told_and_repaired(desk: Workbench, edition: Path, name: str, gate: str) -> None:
    with desk.reading() as sound:
        expected = nearest(sound, desk.embedder, "number 3", 9), matches(sound, "number 3")
    shutil.rmtree(edition / name)
    assert wrong(desk, edition) == [gate]
    repair(desk.shelf, edition.name)
    assert wrong(desk, edition) == []
    assert desk.leftovers() == []
    with desk.reading() as mended:
        assert (nearest(mended, desk.embedder, "number 3", 9), matches(mended, "number 3")) == expected


def test_lost_vectors_are_told_by_their_number(desk: Workbench, edition: Path) -> None:
    index = open_local(edition / "chroma")
    index.delete([0, 1])
    index.close()
    assert wrong(desk, edition) == ["chroma"]


def test_vectors_under_wrong_rows_are_told_by_asking_for_them(desk: Workbench, edition: Path) -> None:
    with desk.reading() as sound:
        vectors = sound.vector_file.rows(range(6))
    shutil.rmtree(edition / "chroma")
    index = open_local(edition / "chroma", create=True)
    index.add(range(100, 106), vectors)
    index.close()
    assert wrong(desk, edition) == ["chroma"]


def test_lost_words_are_told_by_asking_for_them(desk: Workbench, edition: Path) -> None:
    writer = FullTextWriter(edition / "fulltext/passages", create=False)
    writer.delete(range(6))
    for row in range(6):
        writer.add(row, body=["something", "else"])
    writer.commit()
    assert wrong(desk, edition) == ["full text"]


@pytest.mark.parametrize("name", ["catalogue.sqlite", "vectors.f32", "sentences.f16"])
def test_nothing_is_repaired_from_damaged_files(desk: Workbench, edition: Path, name: str) -> None:
    data = bytearray((edition / name).read_bytes())
    data[-1] ^= 1
    (edition / name).write_bytes(data)
    with pytest.raises(DamagedEditionError, match="not as published"):
        repair(desk.shelf, edition.name)
    assert (edition / "chroma" / "chroma.sqlite3").exists()
    assert desk.leftovers() == []


def test_an_edition_that_is_not_there_is_named(desk: Workbench) -> None:
    with pytest.raises(NotFoundError):
        verify(desk.shelf, "x")


def test_the_difference_names_documents(desk: Workbench) -> None:
    first = desk.publish({"a.md": "One.\n", "b.md": "Two.\n", "c.md": "Three.\n"})
    (desk.texts / "b.md").unlink()
    second = desk.publish({"c.md": "Changed.\n", "d.md": "New.\n"})
    assert difference(desk.shelf, first, second) == {"added": ["d"], "changed": ["c"], "removed": ["b"]}
    assert difference(desk.shelf, second, first) == {"added": ["b"], "changed": ["c"], "removed": ["d"]}
    assert difference(desk.shelf, second, second) == {"added": [], "changed": [], "removed": []}
