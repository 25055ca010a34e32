"""What a result depends on besides suite, target and judge: versions."""

from __future__ import annotations

import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from corpus.version import engine_version

_ROOT = Path(__file__).resolve().parents[2]
# Those whose version can change an answer or a score.
_PACKAGES = (
    "chromadb", "ir-measures", "langchain-core", "numpy", "onnxruntime", "pystemmer", "syntok", "tantivy", "tokenizers",
)  # fmt: skip


def environment() -> dict[str, Any]:
    """Versions of Footnote, its packages, Python and the machine's architecture; the git revision of a checkout."""
    return {
        "footnote": engine_version(),
        "git": git_revision(),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def git_revision() -> str | None:
    """The revision that is checked out, with '+changes' where files differ from it; None outside a checkout."""
    if not (_ROOT / ".git").exists():
        return None
    try:
        revision = _git("rev-parse", "HEAD")
        return revision + ("+changes" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return None


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(_ROOT), *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
