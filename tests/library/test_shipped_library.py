"""The texts that ship keep to the rules of docs/library.md."""

from __future__ import annotations

from corpus.glossary import shipped_glossary
from ingest.library_check import check_library
from ingest.pipeline import LIBRARY


def test_the_shipped_library_is_clean() -> None:
    assert [f"{problem.file}: {problem.problem}" for problem in check_library(LIBRARY).problems] == []


def test_no_text_claims_a_review_that_nobody_named_has_done() -> None:
    claims = [path.name for path in LIBRARY.rglob("*.md") if "reviewed_by:\n" not in path.read_text("utf-8")]
    assert claims == []


def test_every_concept_of_the_glossary_is_found_by_its_own_term() -> None:
    glossary = shipped_glossary()
    lost = [entry.term for entry in glossary.entries if entry not in [m.entry for m in glossary.find(entry.term)]]
    assert lost == []
