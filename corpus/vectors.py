"""The vectors of an edition: the canonical copies in flat files, and Chroma as the index built from one of them."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from corpus.embedding.protocol import Vectors
from corpus.errors import BadInputError, DamagedEditionError, VectorServerError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateHNSWConfiguration


Rows = npt.NDArray[np.int64]

COLLECTION = "passages"
_DATABASE = "chroma.sqlite3"
SINGLE, HALF = "<f4", "<f2"  # precisions of vector files
_BATCH = 5000  # Chroma takes at most 5461 at once
# At the default width 3 to 4 % of the true neighbours are missed in a million vectors; 256 costs about a millisecond
# more.
_HNSW: CreateHNSWConfiguration = {
    "space": "cosine",
    "ef_construction": 200,
    "max_neighbors": 16,
    "ef_search": 256,
}
# Chroma writes the graph to disk after so many changes, and makes what is not written anew at each opening, which takes
# time and gives another graph each time: an index that is built here is written whole with its last change.
_SYNC = 1_000
_FEWEST = 2


# Chroma keeps its clients in a registry that is not safe for threads: opening and closing take turns.
_registry = threading.RLock()


class VectorIndex(Protocol):
    """Nearest vectors by cosine; rows are the numbers of passages."""

    def add(self, rows: Sequence[int], vectors: Vectors) -> None:
        """Put in ``vectors``, shape ``(len(rows), dimension)``, unit length."""
        ...

    def delete(self, rows: Sequence[int]) -> None:
        """Take out the named rows."""
        ...

    def count(self) -> int:
        """Number of vectors."""
        ...

    def nearest(self, vector: Vectors, k: int) -> list[int]:
        """Rows of the (approximately) ``k`` nearest, nearest first; ``vector`` has shape ``(dimension,)``.

        Raises VectorServerError when a server does not answer.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


_UNREADABLE = (
    "Chroma's index cannot be read ({}): 'footnote editions verify --repair' rebuilds it where the data directory "
    "can be written."
)


class ChromaIndex:
    """A :class:`VectorIndex` in Chroma."""

    def __init__(self, client: ClientAPI, collection: str, create: bool, changes: int = 0) -> None:
        """``changes``: see :func:`open_local`. Raises DamagedEditionError when the collection is not there."""
        self._client = client
        try:
            # embedding_function=None: otherwise Chroma attaches one that downloads a model
            if create:
                hnsw: CreateHNSWConfiguration = {**_HNSW, "sync_threshold": max(_FEWEST, changes or _SYNC)}
                self._collection = client.create_collection(
                    collection, configuration={"hnsw": hnsw}, embedding_function=None
                )
            else:
                self._collection = client.get_collection(collection, embedding_function=None)
                if changes:
                    self._collection.modify(configuration={"hnsw": {"sync_threshold": max(_FEWEST, changes)}})
        except Exception as error:  # chromadb raises its own kinds and plain ValueErrors
            self.close()
            raise DamagedEditionError(
                f"Chroma's collection {collection!r} cannot be opened ({error}): 'footnote editions verify --repair' "
                "rebuilds it."
            ) from error

    def add(self, rows: Sequence[int], vectors: Vectors) -> None:
        """See :meth:`VectorIndex.add`."""
        for start in range(0, len(rows), _BATCH):
            part = slice(start, start + _BATCH)
            self._collection.add(ids=[str(row) for row in rows[part]], embeddings=vectors[part])

    def delete(self, rows: Sequence[int]) -> None:
        """See :meth:`VectorIndex.delete`."""
        for start in range(0, len(rows), _BATCH):
            self._collection.delete(ids=[str(row) for row in rows[start : start + _BATCH]])

    def count(self) -> int:
        """See :meth:`VectorIndex.count`."""
        try:
            return int(self._collection.count())
        except Exception as error:  # chromadb raises its own kinds
            raise DamagedEditionError(_UNREADABLE.format(" ".join(str(error).split()))) from error

    def nearest(self, vector: Vectors, k: int) -> list[int]:
        """See :meth:`VectorIndex.nearest`."""
        if k < 1:
            return []
        try:
            found = self._collection.query(query_embeddings=vector, n_results=k, include=[])
        except Exception as error:
            import httpx  # what a server's client raises where the server has gone since it was opened

            if isinstance(error, httpx.TransportError):
                raise VectorServerError(f"The Chroma server does not answer any more ({error}).") from error
            from chromadb.errors import ChromaError

            if isinstance(error, ChromaError):
                raise DamagedEditionError(_UNREADABLE.format(" ".join(str(error).split()))) from error
            raise
        return [int(row) for row in found["ids"][0]]

    def close(self) -> None:
        """See :meth:`VectorIndex.close`."""
        _close(self._client)


def open_local(directory: Path, create: bool = False, changes: int = 0) -> ChromaIndex:
    """The index in a directory of its own. Raises DamagedEditionError.

    ``changes``: how many rows will be added and deleted; with the last of them it is written to disk whole.
    """
    import chromadb
    from chromadb.config import Settings

    if not create and not (directory / _DATABASE).is_file():
        raise DamagedEditionError(
            f"{directory} holds no Chroma index: 'footnote editions verify --repair' rebuilds it."
        )
    settings = Settings(anonymized_telemetry=False)
    with _registry:
        try:
            client = chromadb.PersistentClient(str(directory), settings=settings)
        except Exception as error:  # chromadb raises its own kinds: its database is damaged, or may not be written
            from chromadb.api.shared_system_client import SharedSystemClient

            # it keeps what failed to open and would give that to whoever opens the mended index next
            SharedSystemClient._identifier_to_system.pop(str(directory), None)
            raise DamagedEditionError(_UNREADABLE.format(" ".join(str(error).split()))) from error
        return ChromaIndex(client, COLLECTION, create, changes)


def copy_local(source: Path, target: Path) -> None:
    """Copy an index that others may have open: its database by SQLite's own backup, its other files as they are."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(f"{_DATABASE}*"))
    with closing(sqlite3.connect(source / _DATABASE)) as old, closing(sqlite3.connect(target / _DATABASE)) as new:
        old.backup(new)


def open_server(url: str, edition_id: str, create: bool = False) -> ChromaIndex:
    """The index on a Chroma server, in a collection named after the edition. Raises VectorServerError."""
    if create:
        drop_server_collection(url, edition_id)
    return ChromaIndex(_server(url), _collection_name(edition_id), create)


def drop_server_collection(url: str, edition_id: str) -> None:
    """Remove an edition's collection from a Chroma server, if it is there. Raises VectorServerError."""
    from chromadb.errors import NotFoundError

    client = _server(url)
    try:
        client.delete_collection(_collection_name(edition_id))
    except NotFoundError:
        pass
    finally:
        _close(client)


def _collection_name(edition_id: str) -> str:
    return f"edition-{edition_id}"


def _close(client: ClientAPI) -> None:
    close = getattr(client, "close", None)  # no part of the client's interface, though all have it
    if close is not None:
        with _registry:
            close()


def _server(url: str) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadInputError(f"FOOTNOTE_CHROMA_URL={url} is no http(s) address such as http://chroma:8000.")
    settings = Settings(anonymized_telemetry=False)
    try:
        return chromadb.HttpClient(
            parts.hostname, parts.port or (443 if parts.scheme == "https" else 80),
            ssl=parts.scheme == "https", settings=settings,
        )  # fmt: skip
    except Exception as error:  # httpx errors and ValueErrors alike mean that it cannot be reached
        raise VectorServerError(
            f"The Chroma server at {url} cannot be reached ({str(error).rstrip('.')}): start it, or correct "
            "FOOTNOTE_CHROMA_URL."
        ) from error


class VectorFile:
    """One line of ``dimension`` little-endian numbers for each row, memory-mapped: ``vectors.f32`` of passages, and
    ``sentences.f16``, where half the precision serves as well.
    """

    def __init__(self, path: Path, dimension: int, precision: str = SINGLE) -> None:
        """Raises DamagedEditionError when the file is missing or cut."""
        self._dimension = dimension
        line = np.dtype(precision).itemsize * dimension
        if not path.is_file() or path.stat().st_size % line:
            raise DamagedEditionError(
                f"{path} is missing or cut: roll back to another edition or ingest everything with --only."
            )
        count = path.stat().st_size // line
        self._array: npt.NDArray[np.floating] = (
            np.memmap(path, dtype=precision, mode="r", shape=(count, dimension)).view(np.ndarray)
            if count
            else np.zeros((0, dimension), precision)
        )

    def __len__(self) -> int:
        return int(self._array.shape[0])

    def rows(self, rows: Sequence[int] | Rows) -> Vectors:
        """The vectors of ``rows``, copied, in their order."""
        found = self._array[np.asarray(rows, dtype=np.int64)]  # a copy: rows are picked by their numbers
        return _widened(found) if found.dtype == np.dtype(HALF) else np.asarray(found, dtype=np.float32)

    def similarity(self, vector: Vectors, rows: Sequence[int] | Rows) -> npt.NDArray[np.float32]:
        """Exact cosines (-1 to 1) between a unit vector and the vectors of ``rows``."""
        return np.asarray(self.rows(rows) @ vector, dtype=np.float32)


# A number of half precision is one of single precision but for its bias, once its bits are put in their places.
_PLACES = np.int32(np.uint32(0x8FFFE000).astype(np.int32))
_BIAS = np.float32(2.0**112)


def _widened(halves: npt.NDArray[np.floating]) -> Vectors:
    """Finite numbers of half precision in single: numpy's own way takes three times as long where the processor has no
    instruction for it that numpy uses.
    """
    bits = halves.view("<i2").astype(np.int32)  # with the sign in all the upper bits
    bits <<= 13
    bits &= _PLACES
    single: Vectors = bits.view(np.float32)
    single *= _BIAS
    return single
