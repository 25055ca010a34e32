"""`footnote key`: create, list, revoke."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.errors import NotFoundError
from corpus.settings import Settings
from service.commands.key import key
from tests.service.api.conftest import audit_of


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory."""
    return tmp_path / "data"


def run(data: Path, *arguments: str) -> Result:
    """Run `footnote key …`."""
    return CliRunner().invoke(key, [*arguments, "--data", str(data)])


@pytest.mark.parametrize("arguments", [["create"], ["create", "--role", "surgeon"], ["revoke"]])
def test_what_is_missing_or_unknown_is_a_usage_error(data: Path, arguments: list[str]) -> None:
    assert run(data, *arguments).exit_code == 2


def test_revoking_an_unknown_key_is_refused(data: Path) -> None:
    data.mkdir()
    assert isinstance(run(data, "revoke", "k0").exception, NotFoundError)


def test_keys_in_a_database_elsewhere_are_listed_without_a_data_directory(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE_URL", f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    assert json.loads(run(data, "list", "--json").output) == []
    assert not data.exists()


def test_a_key_is_shown_once_alone_on_standard_output(data: Path) -> None:
    made = run(data, "create", "--role", "clinician", "--name", "ward 3")
    assert made.exit_code == 0
    (secret,) = made.stdout.splitlines()
    assert secret.startswith("fn_")
    assert secret not in made.stderr
    listed = run(data, "list").output
    assert "clinician" in listed
    assert "ward 3" in listed
    assert secret not in listed


def test_the_list_says_when_there_is_none(data: Path) -> None:
    data.mkdir()
    assert "no key" in run(data, "list").output
    assert json.loads(run(data, "list", "--json").output) == []


def test_programs_get_json(data: Path) -> None:
    made = json.loads(run(data, "create", "--role", "admin", "--json").output)
    assert made["key"].startswith("fn_")
    assert made["role"] == "admin"
    revoked = json.loads(run(data, "revoke", made["id"], "--json").output)
    (listed,) = json.loads(run(data, "list", "--json").output)
    assert listed == revoked
    assert listed["revoked_at"] is not None
    assert "key" not in listed


def test_what_is_done_with_keys_is_in_the_audit(data: Path) -> None:
    made = json.loads(run(data, "create", "--role", "admin", "--json").output)
    run(data, "revoke", made["id"])
    entries = audit_of(Settings(data=data))
    assert [(entry.action, entry.object) for entry in entries] == [
        ("key.create", made["id"]),
        ("key.revoke", made["id"]),
    ]
