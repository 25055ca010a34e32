"""``footnote library check``: what the command prints, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from footnote import main
from tests.library.check.digests import rows, write


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(["library", "check", *arguments])
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def test_a_clean_library_is_told_with_what_it_covers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(write(tmp_path))) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        ["folder", "digests", "patient", "texts", "sentences", "sources"],
        ["hepatology", "1", "0", "29", "2"],
        ["all", "1", "0", "29", "2"],
        ["No", "problems."],
    ]


def test_problems_come_one_a_line_with_their_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, None, rows()[2:])
    assert run(str(tmp_path)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines[:2]] == [str(tmp_path / "hepatology/ascites.md")] * 2
    assert lines[-1] == "2 problems."


def test_json_holds_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, None, rows()[1:])
    assert run(str(tmp_path), "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert [Path(problem["file"]).name for problem in found["problems"]] == ["ascites.md"]
    assert found["coverage"][0]["sentences"] == 29


def test_a_folder_without_texts_is_bad_input(tmp_path: Path) -> None:
    assert run(str(tmp_path)) == 2
