"""The shelf: publishing and rolling back are one step, and nothing that is needed is ever removed."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import BadInputError, BusyError, DamagedEditionError, NoEditionError, NotFoundError
from corpus.shelf import Shelf
from tests.ingest.workbench import Workbench


@pytest.fixture
def desk(tmp_path: Path) -> Workbench:
    """A desk whose shelf is empty."""
    return Workbench(tmp_path)


def publish(desk: Workbench, count: int) -> list[str]:
    """As many editions, each with another text."""
    return [desk.publish({"a.md": f"Number {number}.\n"}) for number in range(count)]


def text(desk: Workbench, edition_id: str | None = None) -> str:
    with desk.reading(edition_id) as edition:
        return edition.catalogue.document("a").text


class TestAnEmptyShelf:
    def test_there_is_no_current_edition(self, desk: Workbench) -> None:
        assert desk.shelf.current_id() is None
        assert desk.shelf.ids() == []
        with pytest.raises(NoEditionError, match="run 'footnote ingest' first"):
            desk.shelf.open()

    def test_there_is_nothing_to_roll_back_to_or_to_prune(self, desk: Workbench) -> None:
        with pytest.raises(BadInputError, match="no earlier edition"):
            desk.shelf.rollback()
        assert desk.shelf.prune(1) == ([], {})


class TestReading:
    def test_any_edition_may_be_read_by_its_id(self, desk: Workbench) -> None:
        first, second = publish(desk, 2)
        assert desk.shelf.ids() == [first, second]
        assert (text(desk, first), text(desk, second), text(desk)) == ("Number 0.", "Number 1.", "Number 1.")

    @pytest.mark.parametrize("name", ["20200101T000000000Z-00000000", "..", "", "../CURRENT"])
    def test_an_edition_that_is_not_there_is_named(self, desk: Workbench, name: str) -> None:
        publish(desk, 1)
        with pytest.raises(NotFoundError, match="There is no edition"):
            desk.shelf.open(name)

    @pytest.mark.parametrize("use", [lambda desk: desk.shelf.open(), lambda desk: desk.ingest()])
    def test_a_current_edition_that_is_gone_is_told_with_the_ways_out(
        self, desk: Workbench, use: Callable[[Workbench], object]
    ) -> None:
        first, second = publish(desk, 2)
        shutil.rmtree(desk.shelf.path(second))
        with pytest.raises(DamagedEditionError, match=rf"{second}' is gone .*rollback ID.*--only"):
            use(desk)
        assert desk.shelf.rollback(first) == first
        assert text(desk) == "Number 0."

    def test_everything_may_be_ingested_anew_where_the_current_edition_is_gone(self, desk: Workbench) -> None:
        (gone,) = publish(desk, 1)
        shutil.rmtree(desk.shelf.path(gone))
        assert desk.ingest(only=True).published
        assert text(desk) == "Number 0."

    def test_an_old_reader_keeps_reading_while_a_new_edition_is_published(self, desk: Workbench) -> None:
        publish(desk, 1)
        vector = desk.embedder.embed(["Number 0."])[0]
        with desk.reading() as old:
            publish_id = desk.publish({"a.md": "Something else.\n"})
            assert old.catalogue.document("a").text == "Number 0."
            assert len(old.vectors.nearest(vector, 5)) == 1
            assert old.fulltext.search({"number": 1.0}, 5, {"body": 1.0}) != []
            assert desk.shelf.current_id() == publish_id
        assert text(desk) == "Something else."

    @pytest.mark.parametrize(
        "part", ["manifest.json", "catalogue.sqlite", "vectors.f32", "fulltext/documents/meta.json"]
    )
    def test_a_missing_part_is_told_and_nothing_stays_open(self, desk: Workbench, part: str) -> None:
        (edition,) = publish(desk, 1)
        (desk.shelf.path(edition) / part).unlink()
        with pytest.raises(DamagedEditionError):
            desk.shelf.open()
        handles = [str(path.readlink()) for path in Path("/proc/self/fd").iterdir() if path.exists()]
        assert not [handle for handle in handles if edition in handle]


class TestRollback:
    def test_where_no_edition_is_current_the_latest_is_named(self, desk: Workbench) -> None:
        _, second = publish(desk, 2)
        (desk.shelf.directory / "CURRENT").unlink()
        with pytest.raises(NoEditionError, match=f"rollback {second}"):
            desk.shelf.open()
        with pytest.raises(NoEditionError, match=f"rollback {second}"):
            desk.ingest()  # it would leave behind what is published
        assert desk.shelf.rollback(second) == desk.shelf.require_current()

    def test_the_edition_before_becomes_current(self, desk: Workbench) -> None:
        first, _, _ = publish(desk, 3)
        desk.shelf.rollback()
        assert desk.shelf.rollback() == first == desk.shelf.current_id()
        assert text(desk) == "Number 0."

    def test_a_named_edition_becomes_current_and_nothing_is_removed(self, desk: Workbench) -> None:
        first, second, third = publish(desk, 3)
        assert desk.shelf.rollback(first) == first
        assert desk.shelf.rollback(third) == third
        assert desk.shelf.ids() == [first, second, third]

    def test_the_next_ingest_builds_upon_it(self, desk: Workbench) -> None:
        first, _ = publish(desk, 2)
        desk.shelf.rollback()
        desk.write({"a.md": "Number 0.\n"})
        assert not desk.ingest().published
        assert desk.shelf.current_id() == first

    def test_an_edition_that_cannot_be_read_does_not_become_current(self, desk: Workbench) -> None:
        first, second = publish(desk, 2)
        (desk.shelf.path(first) / "catalogue.sqlite").unlink()
        with pytest.raises(DamagedEditionError):
            desk.shelf.rollback()
        assert desk.shelf.current_id() == second

    def test_there_is_an_end_to_it(self, desk: Workbench) -> None:
        publish(desk, 1)
        with pytest.raises(BadInputError, match="no earlier edition"):
            desk.shelf.rollback()


class TestPruning:
    def test_the_newest_are_kept(self, desk: Workbench) -> None:
        ids = publish(desk, 4)
        assert desk.shelf.prune(2) == (ids[:2], {})
        assert desk.shelf.ids() == ids[2:]
        assert desk.leftovers() == []

    def test_the_current_edition_is_spared(self, desk: Workbench) -> None:
        ids = publish(desk, 3)
        desk.shelf.rollback(ids[0])
        assert desk.shelf.prune(1) == ([ids[1]], {ids[0]: "current"})
        assert text(desk) == "Number 0."

    def test_an_edition_in_use_is_spared_until_it_is_closed(self, desk: Workbench) -> None:
        ids = publish(desk, 2)
        with desk.reading(ids[0]):
            assert desk.shelf.prune(1, force=True) == ([], {ids[0]: "in use"})
        assert desk.shelf.prune(1) == ([ids[0]], {})

    def test_an_edition_that_an_answer_cites_is_spared_unless_forced(self, desk: Workbench) -> None:
        ids = publish(desk, 3)
        desk.shelf.mark_cited([ids[0], ids[2]])
        assert desk.shelf.prune(1) == ([ids[1]], {ids[0]: "cited by a stored answer"})
        assert desk.shelf.prune(1, force=True) == ([ids[0]], {})
        assert desk.shelf.cited() == {ids[2]}

    def test_citations_may_be_told_anew(self, desk: Workbench) -> None:
        ids = publish(desk, 2)
        desk.shelf.mark_cited([ids[0]])
        desk.shelf.mark_cited([ids[1]], only=True)
        assert desk.shelf.prune(1) == ([ids[0]], {})

    def test_at_least_one_is_kept(self, desk: Workbench) -> None:
        with pytest.raises(BadInputError, match="At least one"):
            desk.shelf.prune(0)

    def test_a_pruned_edition_cannot_be_opened(self, desk: Workbench) -> None:
        first, _ = publish(desk, 2)
        desk.shelf.prune(1)
        with pytest.raises(NotFoundError):
            desk.shelf.open(first)


HOLD = """
import sys, time
from pathlib import Path
from corpus.shelf import Shelf
with Shelf(Path(sys.argv[1])).builder() as building:
    (building / "half").write_text("half")
    print("holding", flush=True)
    sys.stdin.read()
"""


class TestTheBuildersLock:
    def hold(self, shelf: Shelf) -> subprocess.Popen[str]:
        """Another process that holds the lock until its input ends."""
        holder = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(shelf.directory)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert holder.stdout
        assert holder.stdout.readline() == "holding\n"
        return holder

    def test_a_second_builder_is_told_who_holds_it(self, desk: Workbench) -> None:
        with self.hold(desk.shelf) as holder:
            with pytest.raises(BusyError, match=f"process {holder.pid}"), desk.shelf.builder():
                pass
            assert (desk.shelf.directory / "building" / "half").exists()
            holder.communicate()
        assert holder.returncode == 0
        assert desk.leftovers() == []

    @pytest.mark.parametrize("change", [Workbench.ingest, lambda d: d.shelf.rollback(), lambda d: d.shelf.prune(1)])
    def test_whatever_writes_needs_it_and_readers_do_not(
        self, desk: Workbench, change: Callable[[Workbench], object]
    ) -> None:
        publish(desk, 2)
        with self.hold(desk.shelf) as holder:
            desk.write({"a.md": "New.\n"})
            with pytest.raises(BusyError):
                change(desk)
            assert text(desk) == "Number 1."
            holder.communicate()

    def test_a_dead_holders_lock_is_taken_over_and_its_build_removed(self, desk: Workbench) -> None:
        with self.hold(desk.shelf) as holder:
            holder.send_signal(signal.SIGKILL)
        with desk.shelf.builder() as building:
            assert list(building.iterdir()) == []
            assert (desk.shelf.directory / "builder.lock").read_text() == str(os.getpid())
        assert desk.leftovers() == []


class TestWhatAKilledBuilderLeft:
    def test_a_half_written_pointer_goes(self, desk: Workbench) -> None:
        (first,) = publish(desk, 1)
        (desk.shelf.directory / "CURRENT.new").write_text("2999")
        assert desk.shelf.prune(1) == ([], {})
        assert desk.leftovers() == []
        assert desk.shelf.current_id() == first

    def test_an_edition_that_never_became_current_is_not_listed_and_goes(self, desk: Workbench) -> None:
        first, second = publish(desk, 2)
        (desk.shelf.path(second) / "published").unlink()
        (desk.shelf.directory / "CURRENT").write_text(first + "\n")
        assert desk.shelf.ids() == [first]
        desk.shelf.prune(1)
        assert desk.leftovers() == []

    def test_a_current_edition_without_its_marker_stays(self, desk: Workbench) -> None:
        first, second = publish(desk, 2)
        (desk.shelf.path(second) / "published").unlink()
        assert desk.shelf.ids() == [first, second]
        desk.shelf.rollback()
        assert desk.shelf.ids() == [first, second]

    def test_a_half_removed_edition_goes(self, desk: Workbench) -> None:
        first, second = publish(desk, 2)
        (desk.shelf.directory / "editions" / first).rename(desk.shelf.directory / "removing")
        assert desk.shelf.ids() == [second]
        desk.shelf.prune(1)
        assert desk.leftovers() == []


def test_a_reader_that_comes_while_an_edition_is_removed_is_told_that_it_is_gone(desk: Workbench) -> None:
    first, _ = publish(desk, 2)
    directory = desk.shelf.path(first)
    lock = os.open(directory / "in-use.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)
    reader = subprocess.Popen(
        [sys.executable, "-c", OPEN, str(desk.shelf.directory), first],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert reader.stdout
    assert reader.stdout.readline() == "opening\n"
    directory.rename(desk.shelf.directory / "removing")
    os.close(lock)
    assert reader.communicate()[0] == "NotFoundError\n"


OPEN = """
import sys
from pathlib import Path
from corpus.shelf import Shelf
print("opening", flush=True)
try:
    Shelf(Path(sys.argv[1])).open(sys.argv[2])
except Exception as error:
    print(type(error).__name__)
"""
