"""The vector index by its contract, and the flat file of vectors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import pytest

from corpus.embedding import Vectors
from corpus.errors import BadInputError, DamagedEditionError, VectorServerError
from corpus.vectors import HALF, VectorFile, VectorIndex, copy_local, drop_server_collection, open_local, open_server
from tests.chroma_server import chroma_server


def unit(count: int, seed: int = 0) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(count, 8)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A Chroma server on loopback."""
    with chroma_server() as url:
        yield url


class Places:
    """Where indexes are kept: opened, opened again."""

    def __init__(self, directory: Path, url: str | None) -> None:
        self.directory = directory
        self.url = url
        self.name = directory.name

    def open(self, create: bool = False) -> VectorIndex:
        """The index."""
        return open_server(self.url, self.name, create) if self.url else open_local(self.directory, create)


@pytest.fixture(params=["local", pytest.param("server", marks=pytest.mark.slow)])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """A directory, or a collection on a server."""
    if request.param == "local":
        yield Places(tmp_path / "index", None)
        return
    url = request.getfixturevalue("server")
    yield Places(tmp_path / tmp_path.name, url)
    drop_server_collection(url, tmp_path.name)


class TestContract:
    def test_a_vector_finds_its_row_first_and_the_others_by_nearness(self, places: Places) -> None:
        index, vectors = places.open(create=True), unit(50)
        index.add(range(100, 150), vectors)
        order = [100 + int(n) for n in np.argsort(-(vectors @ vectors[7]), kind="stable")]
        assert index.nearest(vectors[7], 10) == order[:10]
        assert index.nearest(vectors[7], 10)[0] == 107
        index.close()

    def test_what_was_added_is_there_when_it_is_opened_again(self, places: Places) -> None:
        index = places.open(create=True)
        index.add([1, 2], unit(2))
        index.close()
        again = places.open()
        assert again.count() == 2
        assert again.nearest(unit(2)[1], 1) == [2]
        again.close()

    def test_what_was_deleted_is_not_found(self, places: Places) -> None:
        index, vectors = places.open(create=True), unit(20)
        index.add(range(20), vectors)
        index.delete(range(10))
        assert index.count() == 10
        assert set(index.nearest(vectors[0], 20)) == set(range(10, 20))
        index.close()

    def test_more_may_be_added_than_the_store_takes_at_once(self, places: Places) -> None:
        index = places.open(create=True)
        index.add(range(6000), unit(6000))
        assert index.count() == 6000
        index.delete(range(5999))
        assert index.nearest(unit(6000)[0], 5) == [5999]
        index.close()

    @pytest.mark.parametrize(("k", "found"), [(0, 0), (-1, 0), (2, 2), (9, 3)])
    def test_no_more_are_found_than_there_are_or_were_asked_for(self, places: Places, k: int, found: int) -> None:
        index = places.open(create=True)
        index.add([1, 2, 3], unit(3))
        assert len(index.nearest(unit(1)[0], k)) == found
        index.close()

    def test_an_empty_index_finds_nothing(self, places: Places) -> None:
        index = places.open(create=True)
        index.add([], unit(0))
        index.delete([])
        assert (index.count(), index.nearest(unit(1)[0], 5)) == (0, [])
        index.close()

    def test_an_index_that_is_not_there_is_a_damaged_edition(self, places: Places) -> None:
        with pytest.raises(DamagedEditionError, match="--repair"):
            places.open()


class TestLocal:
    """What Chroma has not written to disk it makes anew at every opening: slowly, and as another graph each time."""

    COUNT = 900  # fewer than Chroma would write by itself

    def build(self, directory: Path) -> None:
        index = open_local(directory, create=True, changes=self.COUNT)
        index.add(range(self.COUNT), unit(self.COUNT))
        index.close()

    def on_disk(self, directory: Path) -> int:
        """How many vectors the written graph has room for."""
        return sum(path.stat().st_size for path in directory.rglob("data_level0.bin")) // (4 * 8)

    def answers(self, directory: Path) -> list[list[int]]:
        index = open_local(directory)
        try:
            return [index.nearest(vector, 50) for vector in unit(20, seed=1)]
        finally:
            index.close()

    def test_a_built_index_is_on_disk_whole(self, tmp_path: Path) -> None:
        self.build(tmp_path)
        assert self.on_disk(tmp_path) >= self.COUNT
        assert self.answers(tmp_path) == self.answers(tmp_path)

    def test_a_copy_that_was_changed_is_on_disk_whole(self, tmp_path: Path) -> None:
        self.build(tmp_path / "old")
        copy_local(tmp_path / "old", tmp_path / "new")
        before, written = self.answers(tmp_path / "old"), self.on_disk(tmp_path / "new")
        index = open_local(tmp_path / "new", changes=600)
        index.delete(range(100))
        index.add(range(self.COUNT, self.COUNT + 500), unit(500, seed=2))
        index.close()
        assert self.on_disk(tmp_path / "new") > written
        found = {row for rows in self.answers(tmp_path / "new") for row in rows}
        assert found <= set(range(100, self.COUNT + 500))
        assert found & set(range(self.COUNT, self.COUNT + 500))
        assert self.answers(tmp_path / "old") == before

    def test_an_index_may_be_copied_while_it_is_read(self, tmp_path: Path) -> None:
        self.build(tmp_path / "old")
        reader = open_local(tmp_path / "old")
        reader.nearest(unit(1)[0], 5)
        copy_local(tmp_path / "old", tmp_path / "new")
        reader.close()
        assert self.answers(tmp_path / "new") == self.answers(tmp_path / "old")


class TestServer:
    def test_an_address_that_is_none_is_refused(self) -> None:
        with pytest.raises(BadInputError, match="FOOTNOTE_CHROMA_URL=chroma:8000 is no http"):
            open_server("chroma:8000", "x")

    def test_a_server_that_does_not_answer_is_named(self) -> None:
        with pytest.raises(VectorServerError, match=r"http://127\.0\.0\.1:9 cannot be reached"):
            open_server("http://127.0.0.1:9", "x")

    @pytest.mark.parametrize(
        ("error", "told"),
        [
            (httpx.ConnectError("refused"), VectorServerError),
            (httpx.ReadTimeout("late"), VectorServerError),
            (ValueError("a fault"), ValueError),
        ],
    )
    def test_a_server_that_has_gone_since_it_was_opened_is_told_and_a_fault_is_not_taken_for_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: type[Exception]
    ) -> None:
        def query(*_: object, **__: object) -> None:
            raise error

        index = open_local(tmp_path / "index", create=True)
        monkeypatch.setattr("chromadb.api.models.Collection.Collection.query", query)
        with pytest.raises(told):
            index.nearest(unit(1)[0], 3)
        index.close()

    @pytest.mark.slow
    def test_making_a_collection_anew_replaces_what_was_left_of_it(self, server: str) -> None:
        index = open_server(server, "twice", create=True)
        index.add([1], unit(1))
        again = open_server(server, "twice", create=True)
        assert again.count() == 0
        drop_server_collection(server, "twice")
        drop_server_collection(server, "twice")
        with pytest.raises(DamagedEditionError):
            open_server(server, "twice")


class TestVectorFile:
    def write(self, folder: Path, vectors: Vectors) -> Path:
        path = folder / "vectors.f32"
        path.write_bytes(vectors.astype("<f4").tobytes())
        return path

    def test_rows_come_in_the_order_they_are_asked_for(self, tmp_path: Path) -> None:
        vectors = unit(5)
        file = VectorFile(self.write(tmp_path, vectors), 8)
        assert len(file) == 5
        assert np.array_equal(file.rows([3, 0, 3]), vectors[[3, 0, 3]])
        assert file.rows([]).shape == (0, 8)

    def test_similarity_is_the_exact_cosine(self, tmp_path: Path) -> None:
        vectors = unit(5)
        file = VectorFile(self.write(tmp_path, vectors), 8)
        assert np.allclose(file.similarity(vectors[2], [2, 4]), [1.0, vectors[2] @ vectors[4]], atol=1e-6)

    def test_what_it_gives_may_be_changed_without_changing_the_file(self, tmp_path: Path) -> None:
        file = VectorFile(self.write(tmp_path, unit(2)), 8)
        file.rows([0])[:] = 0
        assert np.array_equal(file.rows([0]), unit(2)[:1])

    def test_an_empty_file_holds_no_vector(self, tmp_path: Path) -> None:
        assert len(VectorFile(self.write(tmp_path, unit(0)), 8)) == 0

    @pytest.mark.parametrize("size", [31, 33])
    def test_a_cut_file_is_a_damaged_edition(self, tmp_path: Path, size: int) -> None:
        (tmp_path / "vectors.f32").write_bytes(b"x" * size)
        with pytest.raises(DamagedEditionError, match="missing or cut"):
            VectorFile(tmp_path / "vectors.f32", 8)

    def test_a_missing_file_is_a_damaged_edition(self, tmp_path: Path) -> None:
        with pytest.raises(DamagedEditionError, match="missing or cut"):
            VectorFile(tmp_path / "vectors.f32", 8)


def test_every_finite_number_of_half_precision_is_read_as_it_is(tmp_path: Path) -> None:
    numbers = np.arange(2**16, dtype="<u2").view("<f2")
    numbers = numbers[np.isfinite(numbers)].reshape(-1, 8)
    (tmp_path / "halves").write_bytes(numbers.tobytes())
    read = VectorFile(tmp_path / "halves", 8, HALF).rows(range(len(numbers)))
    assert read.dtype == np.float32
    assert read.tobytes() == numbers.astype(np.float32).tobytes()
