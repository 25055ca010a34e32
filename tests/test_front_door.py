"""The front door: a call that asks for nothing, files that cannot be used, an interruption."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click
import pytest

from footnote import COMMANDS, main

INTERRUPTED = "footnote: interrupted; nothing half-done was kept."
# Runs a file whose first import is interrupted.
INTERRUPTING = """
import pkgutil, runpy, signal, sys

class Interrupting:
    @staticmethod
    def find_spec(name, path=None, target=None):
        signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Interrupting)
runpy.run_path(sys.argv[1])
"""


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert isinstance(stopped.value.code, int)
    return stopped.value.code, *capfd.readouterr()


def test_called_alone_it_shows_the_overview_with_its_lines(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd)
    assert (code, out) == (2, "")
    for name, (_, about) in COMMANDS.items():
        assert any(line.split() == [name, *about.split()] for line in err.splitlines())


@pytest.mark.parametrize("group", ["editions", "eval", "key", "library"])
def test_a_group_called_alone_shows_its_commands(capfd: pytest.CaptureFixture[str], group: str) -> None:
    code, _, err = run(capfd, group)
    assert code == 2
    assert "\nCommands:\n" in err


@pytest.mark.parametrize("call", [("search", "gout"), ("editions", "list"), ("ingest",)])
def test_a_data_directory_that_is_none_is_told_in_one_line(
    capfd: pytest.CaptureFixture[str], call: tuple[str, ...]
) -> None:
    code, out, err = run(capfd, *call, "--data", "/dev/null")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("footnote: /dev/null")
    assert "Not a directory" in err


@pytest.mark.parametrize(
    "call",
    [
        *[("editions", name) for name in ("list", "show", "verify", "rollback", "prune")],
        ("editions", "diff", "one", "another"),
        ("key", "list"),
        ("key", "revoke", "k1"),
        ("ask", "What is gout?"),
        ("search", "gout"),
        ("eval", "run", "practice", "--out", "run"),
        ("eval", "check", "practice"),
        ("eval", "calibrate", "practice"),
    ],
    ids=" ".join,
)
def test_what_needs_a_library_names_a_data_directory_that_is_not_there_and_makes_nothing(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capfd, *call, "--data", "misspelt")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "There is no data directory misspelt" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [("ingest", ""), ("library", "check", ""), ("ask", "gout", "--data", "")])
def test_an_empty_path_is_not_the_folder_one_is_in(capfd: pytest.CaptureFixture[str], call: tuple[str, ...]) -> None:
    code, out, err = run(capfd, *call)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "the path is empty" in err


def test_an_unknown_command_is_told_in_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capfd, "asc")
    assert (code, err.count("\n")) == (2, 1)
    assert "'asc'" in err


def test_a_fault_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def broken() -> None:
        raise OSError("no file is named")

    monkeypatch.setattr("service.commands.ask.ask", broken)
    with pytest.raises(OSError, match="no file is named"):
        main(["ask"])


def interrupted_in_the_middle(*_: object, **__: object) -> NoReturn:
    """A library that makes an error of its own of an interruption, as numpy does while it is imported."""
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        raise ImportError("numpy._core.multiarray failed to import") from None
    raise AssertionError("the interruption did not arrive")


@pytest.mark.parametrize("name", COMMANDS)
def test_an_interruption_while_libraries_are_imported_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    def importing(module: str) -> object:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise ImportError("numpy._core.multiarray failed to import") from None
        return import_module(module)

    monkeypatch.setattr("footnote.import_module", importing)
    code, out, err = run(capfd, name, "--help")
    assert (code, out, err.strip()) == (130, "", INTERRUPTED)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_interruption_that_a_library_turned_into_its_own_error_is_one_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ingest.commands.ingest.run_ingest", interrupted_in_the_middle)
    code, out, err = run(capfd, "ingest")
    assert (code, out, err.strip()) == (130, "", INTERRUPTED)


def test_an_interruption_before_anything_is_imported_is_told_in_one_line() -> None:
    front_door = Path(__file__).parents[1] / "footnote.py"
    done = subprocess.run([sys.executable, "-c", INTERRUPTING, front_door], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (130, INTERRUPTED)


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Python's own handler of an interrupt, also where the tests run in the background; afterwards what there was."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
