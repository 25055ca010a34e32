"""The shelf: all editions of a data directory, and which is current.

Publishing and rolling back are one rename of ``CURRENT``. Only the holder of the builder's lock writes.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.calibration import drop_calibration
from corpus.edition import LOCK, Edition
from corpus.errors import BadInputError, BusyError, DamagedEditionError, FootnoteError, NoEditionError, NotFoundError
from corpus.manifest import Manifest
from corpus.vectors import drop_server_collection

_CURRENT = "CURRENT"
_EDITIONS = "editions"
_BUILDING = "building"
_CITED = "cited"
_TRASH = "removing"
_LOCK = "builder.lock"
_PUBLISHED = "published"  # marker inside an edition that has been current
_ON_SERVER = "on-server"  # names the edition whose vectors on a Chroma server belong to the directory


class Shelf:
    """The editions under one directory."""

    def __init__(self, directory: Path, chroma_url: str | None = None) -> None:
        self.directory = directory
        self.chroma_url = chroma_url
        self._read: tuple[tuple[int, ...], str | None] = ((), None)  # what CURRENT held, and the state of the file then

    # reading

    def current_id(self) -> str | None:
        """Id of the current edition, or None on an empty shelf."""
        file = self.directory / _CURRENT
        try:
            state = file.stat()
            mark = (state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)  # another edition, another file
            read, current = self._read
            if read != mark:
                current = file.read_text(encoding="utf-8").strip() or None
                self._read = (mark, current)
            return current
        except FileNotFoundError:
            return None

    def require_current(self) -> str:
        """Id of the current edition. Raises NoEditionError on an empty shelf."""
        current = self.current_id()
        if current is None:
            raise self._nothing_current()
        return current

    def _nothing_current(self) -> NoEditionError:
        published = self.ids()
        if not published:
            return NoEditionError("The library is empty: run 'footnote ingest' first.")
        return NoEditionError(
            f"No edition is current ({self.directory / _CURRENT} is missing or empty): run "
            f"'footnote editions rollback {published[-1]}' to make the latest one current again."
        )

    def ids(self) -> list[str]:
        """Ids of all published editions, oldest first (ids sort by time)."""
        editions = self.directory / _EDITIONS
        if not editions.is_dir():
            return []
        return sorted(
            path.name for path in editions.iterdir() if (path / _PUBLISHED).exists() or path.name == self.current_id()
        )

    def path(self, edition_id: str) -> Path:
        """Directory of a published edition. Raises NotFoundError, and DamagedEditionError where CURRENT names it."""
        if edition_id not in self.ids():
            if edition_id == self.current_id():
                raise DamagedEditionError(
                    f"The current edition {edition_id!r} is gone from {self.directory / _EDITIONS}: make another one "
                    "current (footnote editions rollback ID), or ingest everything anew with --only."
                )
            raise NotFoundError(
                f"There is no edition {edition_id!r} here; 'footnote editions list' shows those there are."
            )
        return self.directory / _EDITIONS / edition_id

    def manifest(self, edition_id: str) -> Manifest:
        """Manifest of a published edition. Raises NotFoundError or DamagedEditionError."""
        return Manifest.read(self.path(edition_id))

    def open(self, edition_id: str | None = None) -> Edition:
        """Open an edition, by default the current one. Raises NoEditionError, NotFoundError or DamagedEditionError."""
        if edition_id is not None:
            return Edition(self.path(edition_id), self.chroma_url)
        while True:
            current = self.current_id()
            if current is None:
                raise self._nothing_current()
            try:
                return Edition(self.path(current), self.chroma_url)
            except (DamagedEditionError, NotFoundError):
                # between reading its name and opening it, the edition may have been superseded and pruned
                if current == self.current_id():
                    raise

    # writing

    @contextmanager
    def builder(self) -> Iterator[Path]:
        """Hold the builder's lock; gives an empty directory to build in, on the shelf's own file system.

        What an earlier builder left when it died is removed first; what is not published is removed at the end. The
        lock is the system's (flock), so a dead holder's is free at once; the file holds the pid for people. Raises
        BusyError.
        """
        self.directory.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.directory / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pid = os.pread(handle, 32, 0).decode(errors="replace").strip() or "unknown"
                raise BusyError(f"Another ingest (process {pid}) is building here: wait for it to end.") from None
            os.ftruncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0)
            self._recover()
            building = self.directory / _BUILDING
            building.mkdir()
            try:
                yield building
            finally:
                with suppress(FootnoteError):  # a server that cannot be reached now: the next builder removes it
                    self._discard(building)
                os.ftruncate(handle, 0)
        finally:
            os.close(handle)

    def _recover(self) -> None:
        """Remove what a killed builder left: a build, a half-written CURRENT, an edition that never was current."""
        for leftover in (_BUILDING, _TRASH):
            self._discard(self.directory / leftover)
        (self.directory / f"{_CURRENT}.new").unlink(missing_ok=True)
        current = self.current_id()
        editions = self.directory / _EDITIONS
        for directory in sorted(editions.iterdir()) if editions.is_dir() else []:
            if directory.name == current:
                (directory / _PUBLISHED).touch()
            elif not (directory / _PUBLISHED).exists():
                self._remove(directory)

    def use_server(self, building: Path, edition_id: str) -> None:
        """Note in a directory which edition's vectors on the Chroma server have to go with it if it is discarded."""
        (building / _ON_SERVER).write_text(edition_id, encoding="utf-8")

    def _discard(self, building: Path) -> None:
        """Remove a directory with what it has on the Chroma server. Raises FootnoteError when that is unreachable."""
        note = building / _ON_SERVER
        if self.chroma_url and note.is_file():
            drop_server_collection(self.chroma_url, note.read_text(encoding="utf-8"))
        shutil.rmtree(building, ignore_errors=True)

    def publish(self, building: Path, edition_id: str) -> None:
        """Make the finished build in ``building`` the current edition. Call it while holding the builder's lock."""
        target = self.directory / _EDITIONS / edition_id
        target.parent.mkdir(exist_ok=True)
        _sync_tree(building)
        building.rename(target)
        _sync(target.parent)
        self._point_to(edition_id)

    def rollback(self, edition_id: str | None = None) -> str:
        """Make another edition current: the named one, or the one before the current. Returns its id.

        Raises NotFoundError, BadInputError, DamagedEditionError or BusyError.
        """
        with self.builder():
            ids = self.ids()
            current = self.current_id()
            if edition_id is None:
                earlier = [name for name in ids if current is not None and name < current]
                if not earlier:
                    raise BadInputError("There is no earlier edition to roll back to.")
                edition_id = earlier[-1]
            self.open(edition_id).close()  # proves that it can be read
            self._point_to(edition_id)
            return edition_id

    def _point_to(self, edition_id: str) -> None:
        draft = self.directory / f"{_CURRENT}.new"
        with draft.open("w", encoding="utf-8") as file:
            file.write(edition_id + "\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.directory / _CURRENT)
        _sync(self.directory)
        (self.directory / _EDITIONS / edition_id / _PUBLISHED).touch()

    def mark_cited(self, edition_ids: Collection[str], only: bool = False) -> None:
        """Note that stored answers cite these editions, so that pruning spares them; ``only``: these and no others.

        The notes are empty files, so that whoever stores answers needs no lock and pruning needs no database.
        """
        directory = self.directory / _CITED
        directory.mkdir(parents=True, exist_ok=True)
        for edition_id in edition_ids:
            (directory / edition_id).touch()
        if only:
            for path in directory.iterdir():
                if path.name not in edition_ids:
                    path.unlink(missing_ok=True)

    def cited(self) -> set[str]:
        """Ids of the editions that stored answers cite."""
        directory = self.directory / _CITED
        return {path.name for path in directory.iterdir()} if directory.is_dir() else set()

    def prune(self, keep: int, force: bool = False) -> tuple[list[str], dict[str, str]]:
        """Remove all editions but the newest ``keep``, the current one, those in use and those that answers cite.

        ``force`` removes cited ones, too. Returns the ids removed, and id → reason of those that were spared. Raises
        BadInputError or BusyError.
        """
        if keep < 1:
            raise BadInputError("At least one edition has to be kept.")
        removed: list[str] = []
        spared: dict[str, str] = {}
        with self.builder():
            cited = self.cited()
            for edition_id in self.ids()[:-keep]:
                if edition_id == self.current_id():
                    spared[edition_id] = "current"
                elif edition_id in cited and not force:
                    spared[edition_id] = "cited by a stored answer"
                elif not self._remove_unused(edition_id):
                    spared[edition_id] = "in use"
                else:
                    (self.directory / _CITED / edition_id).unlink(missing_ok=True)
                    drop_calibration(self.directory, edition_id)
                    removed.append(edition_id)
        return removed, spared

    def _remove_unused(self, edition_id: str) -> bool:
        """Remove an edition unless a reader holds its lock, which is held meanwhile, so that none opens it."""
        directory = self.directory / _EDITIONS / edition_id
        handle = os.open(directory / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._remove(directory)
        except BlockingIOError:
            return False
        finally:
            os.close(handle)
        return True

    def _remove(self, directory: Path) -> None:
        """Unlist first (one rename), then delete, so that nobody opens half an edition."""
        trash = self.directory / _TRASH
        self._discard(trash)
        if self.chroma_url:
            self.use_server(directory, directory.name)
        directory.rename(trash)
        self._discard(trash)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_tree(directory: Path) -> None:
    for path in directory.rglob("*"):
        _sync(path)
    _sync(directory)
