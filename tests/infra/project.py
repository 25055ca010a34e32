"""pyproject.toml, as the tests of the workshop read it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("corpus", "ingest", "service", "evals")
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def package(requirement: str) -> str:
    """The normalised package name of a requirement."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0]).lower()


RUNTIME = {package(item) for item in _PROJECT["project"]["dependencies"]}
EXTRAS = {package(item) for extra in _PROJECT["project"]["optional-dependencies"].values() for item in extra}
DEV = {package(item) for item in _PROJECT["dependency-groups"]["dev"]}
