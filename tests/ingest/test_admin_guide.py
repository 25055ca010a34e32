"""docs/admin.md runs: each command prints what the guide shows. "…" stands for anything, alone for any lines."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from footnote import main
from tests.fakes import digest, write_texts

GUIDE = Path(__file__).parents[2] / "docs" / "admin.md"
SHIPPED = {
    f"liver/{name}.md": digest(name, f"## About\n\nThe {name} is in the body [@g].") for name in ("liver", "spleen")
}


def steps() -> Iterator[tuple[str, str]]:
    """(command, what is shown below it) of all console blocks, in order."""
    blocks = re.findall(r"^```console\n(.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    for block in blocks:
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


class Shell:
    """Enough of a shell: variables, ``$?``, ``footnote`` in this process and everything else in bash."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys = capsys
        self.monkeypatch = monkeypatch
        self.variables: dict[str, str] = {}
        self.code = 0

    def run(self, command: str) -> str:
        """What the command prints, errors included."""
        if command == "echo $?":
            return f"{self.code}\n"
        if assigned := re.fullmatch(r"([A-Z]+)=(.*)", command):
            self.variables[assigned[1]] = self.bash(f"printf %s {assigned[2]}")
            return ""
        if called := re.fullmatch(r"((?:[A-Z_]+=\S+ )*)footnote (.*)", command):
            return self.footnote(called[2], dict(item.split("=") for item in called[1].split()))
        return self.bash(command)

    def bash(self, command: str) -> str:
        return subprocess.run(
            ["bash", "-c", command], env={**os.environ, **self.variables}, check=True, capture_output=True, text=True
        ).stdout

    def footnote(self, arguments: str, settings: dict[str, str]) -> str:
        words = self.bash(f"printf '%s\\0' {arguments}").split("\0")[:-1]
        self.capsys.readouterr()
        with self.monkeypatch.context() as patch:
            for name, value in settings.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stderr", sys.stdout)  # in the order in which a terminal would show it
            with pytest.raises(SystemExit) as stopped:
                main(words)
        assert isinstance(stopped.value.code, int)
        self.code = stopped.value.code
        return self.capsys.readouterr().out


def pattern(shown: str) -> str:
    """A pattern for what is shown."""
    lines = []
    for line in shown.splitlines():
        lines.append(r"(?:.*\n)*" if line == "…" else re.escape(line.rstrip()).replace("…", ".*") + r" *\n")
    return "".join(lines)


def test_every_command_prints_what_the_guide_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = write_texts(tmp_path / "library", SHIPPED)
    monkeypatch.setattr("ingest.pipeline.LIBRARY", library)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.delenv("FOOTNOTE_DATA", raising=False)
    shell = Shell(capsys, monkeypatch)
    commands = list(steps())
    assert len(commands) > 20
    for command, shown in commands:
        printed = shell.run(command)
        assert re.fullmatch(pattern(shown), printed), f"$ {command}\n{printed}"
