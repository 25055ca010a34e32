"""The shell scripts of the container and of the tests, run for real."""

from __future__ import annotations

import os
import re
import socket
import stat
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


def run(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPTS / script, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def footnote_command(tmp_path: Path) -> str:
    """A PATH on which `footnote` prints its arguments and the password that it was given."""
    command = tmp_path / "footnote"
    command.write_text('#!/bin/sh\necho "$* password=${PGPASSWORD-none} file=${PGPASSWORD_FILE-none}"\n')
    command.chmod(0o755)
    return f"{tmp_path}:{os.environ['PATH']}"


class TestDockerEntrypoint:
    def test_a_missing_secret_file_stops_the_start(self, footnote_command: str, tmp_path: Path) -> None:
        missing = str(tmp_path / "none")
        done = run("docker-entrypoint.sh", "serve", PATH=footnote_command, PGPASSWORD_FILE=missing)
        assert done.returncode != 0
        assert missing in done.stderr
        assert done.stdout == ""

    def test_the_password_goes_from_the_file_to_the_driver(self, footnote_command: str, tmp_path: Path) -> None:
        (tmp_path / "password").write_text("sesame\n")
        done = run("docker-entrypoint.sh", "serve", PATH=footnote_command, PGPASSWORD_FILE=str(tmp_path / "password"))
        assert done.stdout == "serve password=sesame file=none\n"

    def test_without_a_password_file_the_command_just_runs(self, footnote_command: str) -> None:
        done = run("docker-entrypoint.sh", "ask", "what now?", PATH=footnote_command)
        assert done.stdout == "ask what now? password=none file=none\n"


class TestMakeSecrets:
    def test_secrets_are_long_different_and_kept_from_other_users(self, tmp_path: Path) -> None:
        folder = tmp_path / "secrets"
        assert run("make_secrets.sh", str(folder)).returncode == 0
        secrets = {path.name: path.read_text() for path in folder.iterdir()}
        assert secrets.keys() == {"footnote_key", "postgres_password"}
        assert len(set(secrets.values())) == 2
        assert all(len(secret) == 64 for secret in secrets.values())
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700

    def test_a_secret_that_is_there_is_never_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "footnote_key").write_text("mine")
        run("make_secrets.sh", str(tmp_path))
        assert (tmp_path / "footnote_key").read_text() == "mine"


@pytest.mark.postgres
class TestWithPostgres:
    def test_without_a_command_it_says_how_to_use_it(self) -> None:
        done = run("with_postgres.sh")
        assert done.returncode == 2
        assert "usage" in done.stderr

    def test_the_commands_exit_code_is_handed_on_and_the_server_is_gone(self) -> None:
        done = run("with_postgres.sh", "sh", "-c", "echo $FOOTNOTE_TEST_POSTGRES_URL; exit 7")
        assert done.returncode == 7
        url = re.fullmatch(r"postgresql\+asyncpg://footnote@127\.0\.0\.1:(\d+)/footnote\n", done.stdout)
        assert url
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", int(url[1])), timeout=5)
