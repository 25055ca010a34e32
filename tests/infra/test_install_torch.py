"""scripts/install_torch.py: the CPU build of torch, whatever pip is configured to offer.

pip is a stand-in here that plays a machine's package index; the real one is run by every installation.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts import install_torch

VERSION = install_torch.pinned_version()
CUDA = ['nvidia-cudnn-cu13==9.20.0.48; platform_system == "Linux"', 'triton==3.7.1; sys_platform == "linux"']


class Machine:
    """What pip can find: a build marked +cpu, one in PyTorch's index, what the plain build requires."""

    def __init__(self, *, marked: bool = False, index: bool = False, plain: list[str] | None = None) -> None:
        self.marked, self.index, self.plain = marked, index, plain
        self.installed: str | None = None

    def pip(self, command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        arguments = command[3:]
        requirement = arguments[-1]
        source = "index" if "--index-url" in arguments else "marked" if "+cpu" in requirement else "plain"
        found = {"index": self.index, "marked": self.marked, "plain": self.plain is not None}[source]
        if not found:
            return self._answer(1, errors=f"ERROR: No matching distribution found for {requirement}\n")
        if "--dry-run" in arguments:
            metadata = {"version": VERSION, "requires_dist": self.plain}
            return self._answer(0, json.dumps({"install": [{"metadata": metadata}]}))
        assert "--no-deps" in arguments
        self.installed = source
        return self._answer(0)

    @staticmethod
    def _answer(code: int, output: str = "", errors: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], code, output, errors)


def install_on(machine: Machine, monkeypatch: pytest.MonkeyPatch, platform: str = "linux") -> int:
    monkeypatch.setattr(install_torch, "installed_version", lambda: None)
    monkeypatch.setattr(sys, "platform", platform)
    names = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
    monkeypatch.setattr("platform.system", lambda: names[platform])
    monkeypatch.setattr(subprocess, "run", machine.pip)
    return install_torch.main()


def test_a_build_that_needs_cuda_is_never_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine(plain=CUDA)
    assert install_on(machine, monkeypatch) == 2
    assert machine.installed is None
    (line,) = capsys.readouterr().err.splitlines()
    assert f"no CPU build of torch {VERSION}" in line
    assert "FOOTNOTE_TORCH_INDEX" in line


def test_nothing_to_be_had_is_one_line_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert install_on(Machine(), monkeypatch) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "PIP_FIND_LINKS" in line


def test_a_marked_build_of_the_machines_own_mirror_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(marked=True, index=True, plain=[])
    assert install_on(machine, monkeypatch) == 0
    assert machine.installed == "marked"


def test_the_plain_index_alone_leads_to_pytorchs_cpu_index(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(index=True, plain=CUDA)
    assert install_on(machine, monkeypatch) == 0
    assert machine.installed == "index"


def test_a_mirror_with_an_unmarked_cpu_build_is_used_when_the_cpu_index_is_out_of_reach(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = Machine(plain=["sympy>=1.13.3", 'nvidia-cudnn-cu13; extra == "cuda"'])
    assert install_on(machine, monkeypatch) == 0
    assert machine.installed == "plain"


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_requirements_for_linux_do_not_count_elsewhere(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    machine = Machine(index=True, plain=CUDA)
    assert install_on(machine, monkeypatch, platform) == 0
    assert machine.installed == "plain"


def test_an_installed_torch_of_the_pinned_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install_torch, "installed_version", lambda: VERSION)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("pip was run"))
    assert install_torch.main() == 0


def test_a_torch_that_is_not_pinned_exactly_is_refused(tmp_path: Path) -> None:
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text('[project]\ndependencies = ["torch>=2.13"]\n')
    with pytest.raises(install_torch.CannotInstallError, match="pin torch exactly"):
        install_torch.pinned_version(pyproject)
