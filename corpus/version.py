"""The version of this installation."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def engine_version() -> str:
    """Version of the installed package; '0+source' where it runs from a folder without being installed."""
    try:
        return version("footnote")
    except PackageNotFoundError:
        return "0+source"
