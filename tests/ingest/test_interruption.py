"""However an ingest ends, the library is whole: interrupted, terminated, killed between any two steps."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from corpus.embedding import load_embedder
from corpus.settings import Settings
from corpus.text import terms
from tests.ingest.workbench import BOOSTS, Workbench

ROOT = Path(__file__).parents[2]
MANY = {
    f"{number}.md": f"Text {number}. " + f"The liver number {number} is drained again. " * 40 for number in range(60)
}


def start(desk: Workbench) -> subprocess.Popen[str]:
    """``footnote ingest`` of the desk's texts, as a child."""
    command = [sys.executable, "footnote.py", "ingest", str(desk.texts), "--data", str(desk.data)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(path: Path, child: subprocess.Popen[str]) -> None:
    """Until ``path`` is there."""
    end = monotonic() + 60
    while not path.exists():
        assert child.poll() is None, child.communicate()
        assert monotonic() < end, f"{path} did not come"
        Event().wait(0.005)


def complete(desk: Workbench) -> None:
    """An ingest that nobody disturbs succeeds."""
    child = start(desk)
    _, told = child.communicate()
    assert child.returncode == 0, told
    assert desk.leftovers() == []


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_ingest_leaves_nothing_and_says_so(desk: Workbench, sent: signal.Signals) -> None:
    desk.write({"a.md": "Ascites is fluid.\n"})
    complete(desk)
    before = desk.shelf.current_id()
    desk.write(MANY)
    child = start(desk)
    wait_for(desk.shelf.directory / "building" / "vectors.f32", child)
    child.send_signal(sent)
    _, told = child.communicate()
    assert (child.returncode, told.strip()) == (130, "footnote: interrupted; nothing half-done was kept.")
    assert desk.shelf.current_id() == before
    assert desk.leftovers() == []


class Rounds:
    """Ingests that are killed, one after the other; the text tells which came through."""

    def __init__(self, desk: Workbench, seed: int) -> None:
        self.desk = desk
        self.random = random.Random(seed)
        self.embedder = load_embedder(Settings())
        self.number = 0
        self.seen = 0
        self._change()
        began = monotonic()
        complete(desk)
        self.duration = monotonic() - began

    def _change(self) -> None:
        self.number += 1
        self.desk.write({f"{n}.md": f"The spleen in state {self.number} of text {n}.\n" for n in range(8)})

    def kill_one(self) -> None:
        """Change all texts, ingest, kill at a random moment; the library holds one state wholly, and answers."""
        self._change()
        child = start(self.desk)
        try:
            child.wait(timeout=self.random.uniform(0.1, 1.1) * self.duration)
        except subprocess.TimeoutExpired:
            child.kill()
        child.communicate()
        self.seen = self.state()

    def state(self) -> int:
        """Which state the current edition is in, as its texts and both indexes tell."""
        with self.desk.reading() as edition:
            texts = [edition.catalogue.document(head["id"]).text for head in edition.catalogue.list_documents()]
            assert len(texts) == 8
            (found,) = {int(text.split()[4]) for text in texts}
            assert found in (self.number, self.seen or 1)
            assert len(edition.vectors.nearest(self.embedder.embed(["spleen"])[0], 20)) == 8
            assert len(edition.fulltext.search(dict.fromkeys(terms("spleen"), 1.0), 20, BOOSTS)) == 8
            return found


def kill_rounds(desk: Workbench, count: int, seed: int) -> None:
    """``count`` killed ingests; after each of them the next one succeeds and leaves nothing behind."""
    rounds = Rounds(desk, seed)
    for _ in range(count):
        rounds.kill_one()
        complete(desk)
        rounds.seen = rounds.state()
        assert rounds.seen == rounds.number


def test_a_killed_ingest_leaves_a_library_that_answers(desk: Workbench) -> None:
    kill_rounds(desk, count=3, seed=1)


@pytest.mark.slow
def test_fifty_killed_ingests_leave_a_library_that_answers(desk: Workbench) -> None:
    kill_rounds(desk, count=50, seed=2)


CRASH = """
import os, shutil, signal, sys
from pathlib import Path
from tests.ingest.workbench import Workbench

name, number = sys.argv[2], int(sys.argv[3])
owner = shutil if name == "rmtree" else Path
original, calls = getattr(owner, name), 0

def counted(*arguments, **options):
    global calls
    calls += 1
    if calls == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(*arguments, **options)

setattr(owner, name, counted)
Workbench(Path(sys.argv[1])).ingest()
"""
# What a second ingest does to the file system, in its order; (name, n) is the nth call of that name.
STEPS = [
    ("rmtree", 1), ("rmtree", 2), ("unlink", 1), ("touch", 1), ("mkdir", 2), ("rename", 1), ("replace", 1), ("touch", 2),
    ("rmtree", 3),
]  # fmt: skip
AROUND_PUBLISHING = STEPS[5:8]


@pytest.mark.parametrize(
    "step", [pytest.param(step, marks=[] if step in AROUND_PUBLISHING else pytest.mark.slow) for step in STEPS]
)
def test_a_crash_before_any_step_on_the_shelf_leaves_it_whole(desk: Workbench, step: tuple[str, int]) -> None:
    desk.publish({"a.md": "The first state.\n"})
    desk.write({"a.md": "The second state.\n"})
    crashed = subprocess.run([sys.executable, "-c", CRASH, str(desk.folder), step[0], str(step[1])], cwd=ROOT)
    assert crashed.returncode == -signal.SIGKILL
    published = STEPS.index(step) > STEPS.index(("replace", 1))
    assert desk.documents()["a"].text == ("The second state." if published else "The first state.")
    assert desk.shelf.current_id() in desk.shelf.ids()
    assert desk.ingest().published is not published
    assert desk.documents()["a"].text == "The second state."
    assert desk.leftovers() == []
