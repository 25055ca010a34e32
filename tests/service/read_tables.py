"""Reads the tables of messages: one a line, lines that begin with # are headings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

TABLES = Path(__file__).parent / "tables"


def messages(name: str) -> list[str]:
    """The messages of ``tables/<name>.txt``."""
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def follow_ups() -> list[dict[str, Any]]:
    """The rows of ``tables/follow_ups.yaml``."""
    rows: list[dict[str, Any]] = yaml.safe_load((TABLES / "follow_ups.yaml").read_text(encoding="utf-8"))
    return rows


def follow_ups_spec() -> list[dict[str, Any]]:
    """The rows of ``tables/follow_ups_spec.yaml``: even places are for work, odd ones are held out."""
    rows: list[dict[str, Any]] = yaml.safe_load((TABLES / "follow_ups_spec.yaml").read_text(encoding="utf-8"))
    return rows
