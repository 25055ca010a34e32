"""Front matter: what is wrong is named by its field; what is right reaches the document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.document import EvidenceKind, SourceStatus
from tests.fakes import digest
from tests.ingest.loading import document, reason

TEXT = "---\n{fields}\n---\nAscites is fluid in the belly.\n"
SOURCE = "sources:\n  g: {{title: T, kind: guideline, {fields}}}"


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ("id: ''", "id"),
        ("kind: leaflet", "kind"),
        ("audience: everyone", "audience"),
        ("written: yesterday", "written"),
        ("review_by: [2027]", "review_by"),
        ("topics: liver", "topics"),
        ("colour: blue", "colour"),
        (SOURCE.format(fields="year: 12"), "sources.g.year"),
        (SOURCE.format(fields="status: old"), "sources.g.status"),
        (SOURCE.format(fields="url: www.example.org"), "sources.g.url"),
        (SOURCE.format(fields="doi: doi.org/x"), "sources.g"),
        (SOURCE.format(fields="pmid: PMC123"), "sources.g.pmid"),
        (SOURCE.format(fields="publisher: x"), "sources.g.publisher"),
        ("sources:\n  g: {title: T, kind: rumour}", "sources.g.kind"),
        ("sources:\n  g: {kind: guideline}", "sources.g.title"),
        ("source: {title: T}", "source.kind"),
    ],
)
def test_a_wrong_field_is_named(tmp_path: Path, fields: str, named: str) -> None:
    assert reason(tmp_path, "a.md", TEXT.format(fields=fields)).startswith(f"{named}: ")


def test_every_wrong_field_is_named_at_once(tmp_path: Path) -> None:
    told = reason(tmp_path, "a.md", TEXT.format(fields="kind: leaflet\naudience: everyone"))
    assert "kind: " in told
    assert "audience: " in told


@pytest.mark.parametrize(
    "fields",
    [
        "title: 'unclosed",
        "title: a: b",
        "a: &x [*x, *y]",
        "written: 2026-13-45",
        "title: " + "[" * 5000,
        "\t- tab",
    ],
)
def test_broken_yaml_is_said_to_be_that(tmp_path: Path, fields: str) -> None:
    assert reason(tmp_path, "a.md", TEXT.format(fields=fields)).startswith("the front matter is not YAML")


def test_front_matter_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    assert "not a list of fields" in reason(tmp_path, "a.md", TEXT.format(fields="- a\n- b"))


def test_front_matter_that_is_not_closed_is_refused(tmp_path: Path) -> None:
    assert "three hyphens" in reason(tmp_path, "a.md", "---\ntitle: T\n\nText.\n")


@pytest.mark.parametrize("text", ["---\n---\nText.\n", "Text.\n", "---\n# only a comment\n---\nText.\n"])
def test_front_matter_may_be_empty_or_absent(tmp_path: Path, text: str) -> None:
    found = document(tmp_path, "dose_table.md", text)
    assert (found.id, found.title, found.kind, found.audience) == ("dose-table", "dose table", "document", "clinician")


def test_all_fields_reach_the_document(tmp_path: Path) -> None:
    found = document(
        tmp_path,
        "a.md",
        digest(
            "ascites",
            "Ascites is drained [@who].",
            who={
                "doi": "10.1000/ABC",
                "pmid": "123",
                "status": "superseded",
                "superseded_by": "who2",
                "licence": "CC0",
            },
        ),
    )
    assert (found.id, found.title, found.kind, found.topics) == ("ascites", "About ascites", "digest", ("testing",))
    assert (found.jurisdiction, found.licence, found.reviewed_by) == ("international", "CC BY 4.0", None)
    assert (found.written, found.review_by) == (date(2026, 1, 2), date(2099, 1, 2))
    (source,) = found.sources
    assert source.source_id == "doi:10.1000/abc"
    assert (source.kind, source.status, source.superseded_by) == (
        EvidenceKind.GUIDELINE,
        SourceStatus.SUPERSEDED,
        "who2",
    )
    assert (source.organisation, source.year, source.pmid, source.licence) == ("A society", 2024, "123", "CC0")
    assert source.document_id is None


def test_a_text_without_marks_is_its_own_source(tmp_path: Path) -> None:
    found = document(tmp_path, "a.md", "---\ntitle: Ward rules\nwritten: 2020-05-06\n---\nWash your hands.\n")
    (source,) = found.sources
    assert (source.title, source.year, source.document_id) == ("Ward rules", 2020, "a")


def test_a_text_may_bring_its_own_bibliographic_entry(tmp_path: Path) -> None:
    entry = "source: {title: Protocol 7, kind: guideline, year: 2021, url: 'https://example.org/7'}"
    found = document(tmp_path, "a.md", TEXT.format(fields=entry))
    (source,) = found.sources
    assert (source.title, source.kind, source.source_id) == ("Protocol 7", "guideline", "url:https://example.org/7")
    assert source.document_id == found.id
