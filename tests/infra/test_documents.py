"""README and docs/: what they link to, and the files and settings that they name, are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.settings import PREFIX, Settings
from tests.infra.project import ROOMS, ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
# What the installer reads, and what the guides' own commands set.
_OTHER_VARIABLES = {"FOOTNOTE_TORCH_INDEX", "FOOTNOTE_KEY"}

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.*)", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each_document
def test_every_link_to_a_document_or_heading_leads_somewhere(document: Path) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text("utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@each_document
def test_every_file_of_a_room_that_is_named_is_there(document: Path) -> None:
    pattern = rf"`((?:{'|'.join([*ROOMS, 'scripts', 'tests', 'docs'])})/[\w./-]+)`"
    named = re.findall(pattern, document.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


@each_document
def test_every_setting_that_is_named_exists(document: Path) -> None:
    settings = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | _OTHER_VARIABLES
    named = set(re.findall(rf"\b{PREFIX}[A-Z][A-Z_]+\b", document.read_text("utf-8")))
    assert named - settings == set()
