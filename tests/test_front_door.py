"""The front door: what it does with a call that asks for nothing, and with files that cannot be used."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from footnote import COMMANDS, main


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


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
