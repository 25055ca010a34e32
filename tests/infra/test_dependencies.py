"""What the code imports is what the project says it depends on, not what happens to be installed."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.infra.project import DEV, EXTRAS, ROOMS, ROOT, RUNTIME, package


def imported(file: Path) -> Iterator[str]:
    """Top-level names of the foreign modules that a file imports, inside functions too."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        else:
            continue
        for name in names:
            top = name.partition(".")[0]
            if top not in sys.stdlib_module_names and top not in {*ROOMS, "footnote", "scripts", "tests"}:
                yield top


def undeclared(files: list[Path], declared: set[str]) -> dict[str, list[str]]:
    """File -> imported modules that come from no package of `declared`."""
    packages = packages_distributions()
    missing: dict[str, list[str]] = {}
    for file in files:
        for module in imported(file):
            if not declared & {package(name) for name in packages.get(module, [])}:
                missing.setdefault(str(file.relative_to(ROOT)), []).append(module)
    return missing


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_is_installed_to_run_it(room: str) -> None:
    # The benchmark compares with a pipeline that is not Footnote's and needs that pipeline's packages.
    files = [file for file in (ROOT / room).rglob("*.py") if not file.is_relative_to(ROOT / "evals" / "bench")]
    assert undeclared(files, RUNTIME | EXTRAS) == {}


def test_the_front_door_imports_only_what_is_installed_to_run_it() -> None:
    assert undeclared([ROOT / "footnote.py"], RUNTIME) == {}


def test_tests_scripts_and_the_benchmark_import_only_what_is_declared() -> None:
    files = [file for folder in ("tests", "scripts", "evals/bench") for file in (ROOT / folder).rglob("*.py")]
    assert undeclared(files, RUNTIME | EXTRAS | DEV) == {}


def test_the_embedding_model_is_exported_at_install_time_and_never_by_a_room_that_serves() -> None:
    files = [*(ROOT / "service").rglob("*.py"), *(ROOT / "ingest").rglob("*.py")]
    heavy = {"torch", "transformers", "sentence_transformers"}
    assert {str(file.relative_to(ROOT)) for file in files if heavy & set(imported(file))} == set()
