"""docs/architecture.md: the map names what there is, and nothing else."""

from __future__ import annotations

import re

import pytest

from tests.infra.project import ROOMS, ROOT

_PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")
_SECTIONS = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##)", _PAGE, re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_and_folder_of_a_room_is_on_the_map(room: str) -> None:
    there = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (ROOT / room).iterdir()
        if (path.is_dir() and not path.name.startswith("__")) or (path.suffix == ".py" and path.name != "__init__.py")
    }
    assert sorted(there - set(re.findall(r"`([^`]+)`", _SECTIONS[room]))) == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_name_on_the_map_of_a_room_is_there(room: str) -> None:
    named = re.findall(r"`([\w/.-]+(?:\.py|/))`", _SECTIONS[room])
    assert named
    assert [name for name in named if not list((ROOT / room).rglob(name.rstrip("/")))] == []
