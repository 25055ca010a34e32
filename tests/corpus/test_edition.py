"""An edition that was opened is whole, and its vectors are compared with those of their own embedder only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import DamagedEditionError, EmbedderError
from corpus.manifest import Manifest
from tests.fakes import HashingEmbedder
from tests.ingest.workbench import Workbench


@pytest.fixture
def desk(tmp_path: Path) -> Workbench:
    """A desk with one edition."""
    desk = Workbench(tmp_path)
    desk.publish({"a.md": "Ascites is fluid.\n"})
    return desk


def test_another_embedder_is_refused_with_what_to_do(desk: Workbench) -> None:
    with desk.reading() as edition:
        edition.require(desk.embedder)
        with pytest.raises(EmbedderError, match=r"'default'.*FOOTNOTE_EMBEDDER.*footnote ingest"):
            edition.require(HashingEmbedder("another"))


def test_a_new_shelf_object_opens_what_is_there(desk: Workbench) -> None:
    with desk.reading() as edition:
        assert edition.id == desk.shelf.current_id() == edition.manifest.id


def test_closing_twice_does_no_harm(desk: Workbench) -> None:
    edition = desk.shelf.open()
    edition.close()
    edition.close()


def test_a_manifest_comes_back_as_it_was_written(desk: Workbench, tmp_path: Path) -> None:
    with desk.reading() as edition:
        edition.manifest.write(tmp_path)
        assert Manifest.read(tmp_path) == edition.manifest


@pytest.mark.parametrize("change", [{"format": "x"}, {"later_field": 1}, {"counts": None}])
def test_a_manifest_of_another_version_is_told(desk: Workbench, change: dict[str, object]) -> None:
    path = desk.shelf.path(desk.shelf.ids()[0]) / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(DamagedEditionError, match="not a manifest of this version"):
        desk.shelf.open()
