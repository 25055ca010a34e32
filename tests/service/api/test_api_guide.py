"""docs/api.md: its commands run, and its table of errors is the real one."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.api.problems import CODES, Problem
from tests.service.fakes import DIGEST
from tests.service.server import Server, footnote, serving

GUIDE = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
SERVICE = Path(__file__).parents[3] / "service"
COMMANDS = re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose library has the document that the guide reads."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "texts").mkdir()
    text = DIGEST.replace("id: bleeding-varices", "id: liver-biopsy")
    (folder / "texts" / "liver-biopsy.md").write_text(text, encoding="utf-8")
    ended = footnote("ingest", str(folder / "texts"), "--data", str(folder / "data"))
    assert ended.returncode == 0, ended.stderr
    with serving(folder, "--data", str(folder / "data")) as running:
        yield running


def test_the_guide_has_commands() -> None:
    assert len(COMMANDS) >= 8


@pytest.mark.skipif(shutil.which("curl") is None, reason="the guide's commands need curl")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command.split())[:60])
def test_a_command_of_the_guide_works_as_it_stands(server: Server, command: str) -> None:
    environment = {**os.environ, "FOOTNOTE": server.url, "FOOTNOTE_KEY": "fn_none"}
    strict = command.replace("curl -sS", "curl --fail-with-body -sS")
    ended = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", strict], env=environment, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_the_guides_table_of_errors_is_complete_and_true() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \| (.*) \|$", GUIDE, re.MULTILINE)
    assert {code: (int(status), title) for code, status, title in rows} == CODES


def test_the_guides_table_of_notices_is_complete_and_true() -> None:
    (table,) = re.findall(r"^### Notices\n(.*?)^### ", GUIDE, re.DOTALL | re.MULTILINE)
    listed = [kind for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for kind in re.findall(r"`(\w+)`", row)]
    source = "\n".join(path.read_text(encoding="utf-8") for path in SERVICE.rglob("*.py"))
    given = set(re.findall(r"Notice\(\s*kind=\"(\w+)\"", source)) | set(
        re.findall(r"\(\"(\w+)\", (?:uncited|NOT_FOR)", source)
    )
    for constant in set(re.findall(r"Notice\(\s*kind=([A-Z_]+)", source)):
        given |= set(re.findall(rf"^{constant} = \"(\w+)\"", source, re.MULTILINE))
    assert sorted(set(listed) - {"kind"}) == sorted(given)


def test_the_guides_problem_document_is_one() -> None:
    (document,) = re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    problem = Problem.model_validate(json.loads(document))
    assert CODES[problem.code] == (problem.status, problem.title)
