"""Sources keep one identity wherever they are cited; a document's hash changes with whatever an answer could show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, EvidenceKind, Section, Sentence, Source, SourceStatus, stable_hash, valid_doi

FULL = Source(
    title="Baveno VII", doi="10.1016/J.JHEP.2021.12.022", pmid="35120736", url="https://example.org", document_id="a"
)
DOCUMENT = Document(
    id="a", title="T", text="One.", sections=(Section(("H",), 0, 4, (Sentence(0, 4, ("x",)),)),), sources=(FULL,)
)


@pytest.mark.parametrize(
    ("source", "identity"),
    [
        (FULL, "doi:10.1016/j.jhep.2021.12.022"),
        (replace(FULL, doi=None), "pmid:35120736"),
        (replace(FULL, doi=None, pmid=None), "url:https://example.org"),
        (replace(FULL, doi=None, pmid=None, url=None), "document:a"),
    ],
)
def test_a_source_is_known_by_its_strongest_identifier(source: Source, identity: str) -> None:
    assert source.source_id == identity


def test_a_source_without_identifiers_is_known_by_title_and_year() -> None:
    bare = Source("A leaflet", year=2020)
    assert bare.source_id == Source("a LEAFLET", year=2020, organisation="Another").source_id
    assert bare.source_id != Source("A leaflet", year=2021).source_id


@pytest.mark.parametrize("status", SourceStatus)
def test_only_a_current_source_is_usable(status: SourceStatus) -> None:
    assert replace(FULL, status=status).usable is (status is SourceStatus.CURRENT)


def test_preclinical_kinds_are_those_without_people() -> None:
    assert {kind for kind in EvidenceKind if kind.preclinical} == {EvidenceKind.ANIMAL, EvidenceKind.LABORATORY}


@pytest.mark.parametrize(("doi", "valid"), [("10.1000/a(b)1", True), ("doi.org/10.1000/a", False), ("10.1/a", False)])
def test_a_doi_has_the_form_of_one(doi: str, valid: bool) -> None:
    assert valid_doi(doi) is valid


@pytest.mark.parametrize(
    "change",
    [
        {"title": "U"},
        {"text": "Two."},
        {"kind": "digest"},
        {"audience": "patient"},
        {"topics": ("liver",)},
        {"reviewed_by": "Dr A"},
        {"review_by": date(2027, 1, 1)},
        {"origin": "elsewhere"},
        {"sources": (replace(FULL, status=SourceStatus.RETRACTED),)},
        {"sections": (Section(("H",), 0, 4, (Sentence(0, 4, ("x",), strength="strong"),)),)},
    ],
)
def test_the_content_hash_changes_with_what_an_answer_shows(change: dict[str, object]) -> None:
    assert replace(DOCUMENT, **change).content_hash() != DOCUMENT.content_hash()  # type: ignore[arg-type]


def test_the_content_hash_does_not_change_with_the_place() -> None:
    assert replace(DOCUMENT, path="elsewhere/a.md").content_hash() == DOCUMENT.content_hash()


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_hashed_parts_do_not_run_into_each_other(one: list[str], other: list[str]) -> None:
    assert (stable_hash(*one) == stable_hash(*other)) is (one == other)
