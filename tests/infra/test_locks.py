"""The lock files: complete, exact, hashed, and free of what must not be installed or disclosed."""

from __future__ import annotations

import re

import pytest

from tests.infra.project import DEV, EXTRAS, ROOT, RUNTIME, package

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-llm.lock")


def locked(name: str) -> dict[str, str]:
    """Package name -> version of a lock file."""
    entries = re.findall(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    return dict(entries)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_exact_and_has_hashes(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").replace("\\\n", " ").splitlines()
    requirements = [line for line in lines if line and not line.lstrip().startswith("#")]
    assert requirements
    assert [line for line in requirements if "==" not in line or "--hash=sha256:" not in line] == []


@pytest.mark.parametrize("name", LOCKS)
def test_neither_torch_nor_cuda_is_locked(name: str) -> None:
    assert [package for package in locked(name) if re.match(r"torch$|nvidia|cuda|triton", package)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_index_and_no_folder_is_named(name: str) -> None:
    assert re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links", (ROOT / name).read_text("utf-8")) == []


def test_the_runtime_lock_holds_every_direct_dependency_and_the_postgres_driver() -> None:
    assert (RUNTIME - {"torch"} | {"asyncpg"}) - locked("requirements.lock").keys() == set()


def test_the_llm_lock_holds_every_extra() -> None:
    assert EXTRAS - locked("requirements-llm.lock").keys() == set()


def test_the_dev_lock_holds_every_tool() -> None:
    assert DEV - locked("requirements-dev.lock").keys() == set()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-llm.lock"])
def test_what_is_tested_is_what_is_installed(name: str) -> None:
    assert locked(name).items() - locked("requirements-dev.lock").items() == set()


def test_the_projects_own_build_tool_is_locked() -> None:
    assert "setuptools" in locked("requirements.lock")


def test_every_direct_dependency_has_its_reason() -> None:
    record = (ROOT / "docs/decisions/0002-dependencies.md").read_text("utf-8")
    named = {package(item) for item in re.findall(r"^\| `([^`]+)` \|", record, re.MULTILINE)}
    assert named == RUNTIME | EXTRAS | DEV
