"""Install the CPU build of torch into the Python that runs this script.

On Linux the build that a plain index offers brings several gigabytes of CUDA packages, so torch is left out
of the lock files and comes first, by itself and without its dependencies (the lock files carry those). The
version is the one that `pyproject.toml` pins. Three places are tried, the cheap ones first:

1. what pip is configured to use, for a build marked `+cpu` (a package mirror or a folder of wheels may hold
   it);
2. PyTorch's own index of CPU builds, or the one that FOOTNOTE_TORCH_INDEX names;
3. what pip is configured to use, unmarked, and only if it asks for no CUDA package.

macOS and Windows get CPU builds from the plain index, so there the third comes alone. Exit code 0: torch is
installed; 2: it is not, and one line says what to do.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
CPU_INDEX = os.environ.get("FOOTNOTE_TORCH_INDEX") or "https://download.pytorch.org/whl/cpu"
CUDA_PACKAGE = re.compile(r"(nvidia|cuda|triton)\b", re.IGNORECASE)


class CannotInstallError(Exception):
    """torch cannot be had; the message is one line for the user."""


def pinned_version(pyproject: Path = PROJECT / "pyproject.toml") -> str:
    """The torch version that the project pins, read from `pyproject`.

    Raises CannotInstallError if there is no exact pin: a range would let two installs differ.
    """
    for requirement in tomllib.loads(pyproject.read_text("utf-8"))["project"]["dependencies"]:
        if pin := re.fullmatch(r"torch\s*==\s*([0-9.]+)", requirement):
            return pin[1]
    raise CannotInstallError(f"{pyproject.name} must pin torch exactly, as in torch==2.13.0")


def installed_version() -> str | None:
    """The installed torch's public version (without `+cpu` and its like), None when there is none."""
    try:
        return importlib.metadata.version("torch").partition("+")[0]
    except importlib.metadata.PackageNotFoundError:
        return None


def needs_cuda(offer: dict[str, Any]) -> bool:
    """Whether a pip report's `install` entry would pull CUDA packages in on this platform.

    A requirement counts unless it belongs to an extra or to another platform.
    """
    metadata = offer["metadata"]
    if metadata["version"].endswith("+cpu"):
        return False
    return any(
        CUDA_PACKAGE.match(requirement) and _applies(requirement) for requirement in metadata.get("requires_dist", [])
    )


def _applies(requirement: str) -> bool:
    """Whether a requirement is for this platform, as far as its marker tells without a marker parser."""
    marker = requirement.partition(";")[2]
    if "extra ==" in marker:
        return False
    platforms = re.findall(r"(?:platform_system|sys_platform) == [\"'](\w+)[\"']", marker)
    here = {sys.platform, platform.system().lower()}
    return not platforms or not here.isdisjoint(name.lower() for name in platforms)


def pip(*arguments: str, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """Run pip; its progress is shown unless `quiet`, its complaints are kept for the caller to judge."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(
        command, text=True, stdout=subprocess.PIPE if quiet else None, stderr=subprocess.PIPE, check=False
    )


def install(requirement: str, *options: str) -> str | None:
    """Install `requirement` alone. None on success, else pip's reason in one line."""
    result = pip("install", "--no-deps", "--no-input", *options, requirement)
    return None if result.returncode == 0 else _reason(result.stderr)


def install_plain_cpu_build(version: str) -> str | None:
    """Install the unmarked build if it needs no CUDA. None on success, else the reason in one line."""
    requirement = f"torch=={version}"
    offered = pip(
        "install", "--dry-run", "--no-deps", "--ignore-installed", "--quiet", "--report", "-", requirement,
        quiet=True,
    )  # fmt: skip
    if offered.returncode:
        return _reason(offered.stderr)
    if needs_cuda(json.loads(offered.stdout)["install"][0]):
        return "the build it offers needs CUDA packages"
    return install(requirement)


def _reason(complaints: str) -> str:
    if "Retrying" in complaints:
        return "it cannot be reached"
    errors = [line.removeprefix("ERROR: ") for line in complaints.splitlines() if line.startswith("ERROR: ")]
    return (errors or complaints.splitlines() or ["pip gave no reason"])[-1]


def main() -> int:
    """Install torch if it is missing; 0 when it is there afterwards, 2 when it cannot be had."""
    try:
        version = pinned_version()
        if installed_version() == version:
            return 0
        print(f"torch {version}: installing the CPU build", flush=True)
        marked = f"torch=={version}+cpu"
        if sys.platform == "linux":
            if install(marked) is None:
                return 0
            unreached = install(marked, "--index-url", CPU_INDEX, "--retries", "2")
            if unreached is None:
                return 0
        else:
            unreached = None
        refused = install_plain_cpu_build(version)
        if refused is None:
            return 0
        tried = f"{CPU_INDEX}: {unreached}; pip's own index: {refused}" if unreached else refused
        raise CannotInstallError(
            f"no CPU build of torch {version} can be had ({tried}). Set FOOTNOTE_TORCH_INDEX to an index "
            "that holds it, or put its wheel into a folder and set PIP_FIND_LINKS to that folder."
        )
    except CannotInstallError as error:
        print(f"install_torch: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
