"""``footnote library check``: what a text and its sources say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import digest, write_texts
from tests.library.check.digests import SOURCES, body, problems, write


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("topics: [testing]", "topics"),
        ("jurisdiction: international", "jurisdiction"),
        ("licence: CC BY 4.0", "licence"),
        ("written: 2026-01-02", "written"),
        ("review_by: 2099-01-02", "review_by"),
        ("reviewed_by:", "reviewed_by"),
    ],
)
def test_a_missing_field_is_named(tmp_path: Path, line: str, named: str) -> None:
    text = digest("ascites", body(), **SOURCES).replace(f"{line}\n", "", 1)
    assert [problem.startswith(f"the front matter has no {named}") for problem in problems(write(tmp_path, text))] == [
        True
    ]


def test_an_id_that_is_not_the_file_name_is_told(tmp_path: Path) -> None:
    text = digest("other", body(), **SOURCES)
    assert problems(write(tmp_path, text)) == ["the id 'other' is not the file's name"]


def test_an_id_that_two_texts_have_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    write_texts(tmp_path, {"other/ascites.md": digest("ascites", body(), **SOURCES)})
    assert any("already taken by" in problem for problem in problems(tmp_path))


def test_a_text_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    text = digest("ascites", body(), **SOURCES).replace("kind: digest", "kind: rumour", 1)
    assert [problem[:5] for problem in problems(write(tmp_path, text))] == ["kind:"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: digest", "kind: document", "neither digest nor patient"),
        ("audience: clinician", "audience: patient", "do not belong together"),
        ("review_by: 2099-01-02", "review_by: 2026-01-02", "not after written"),
    ],
)
def test_fields_that_do_not_fit_are_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = digest("ascites", body(), **SOURCES).replace(old, new, 1)
    assert [told in problem for problem in problems(write(tmp_path, text))] == [True]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"year": None}, "source a: no year"),
        ({"status": None}, "source a: no status"),
        ({"jurisdiction": None}, "source a: no jurisdiction"),
        ({"organisation": None}, "source a: neither organisation nor authors"),
        ({"doi": None, "pmid": None, "url": None}, "source a: no doi, pmid or url"),
        ({"doi": "10.1000/a."}, "source a: the doi '10.1000/a.' ends in a sign"),
        ({"pmid": "0123"}, "source a: the pmid '0123' is not a number"),
        ({"pmid": "123456789"}, "source a: the pmid '123456789' is not a number"),
        ({"superseded_by": "b"}, "source a: superseded_by belongs to status superseded"),
        ({"doi": "10.1000/b"}, "source b is the same as a (doi:10.1000/b)"),
    ],
)
def test_a_poorly_described_source_is_told(tmp_path: Path, change: dict[str, object], told: str) -> None:
    text = digest("ascites", body(), a={**SOURCES["a"], **change}, b=SOURCES["b"])
    assert any(problem.startswith(told) for problem in problems(write(tmp_path, text)))


def test_a_source_that_is_never_cited_is_told(tmp_path: Path) -> None:
    text = digest("ascites", body(), **SOURCES, c={})
    assert problems(write(tmp_path, text)) == ["source c is never cited"]


def test_a_superseded_source_may_name_what_replaced_it(tmp_path: Path) -> None:
    fallen = {**SOURCES["a"], "status": "superseded", "superseded_by": "b"}
    assert problems(write(tmp_path, digest("ascites", body(), a=fallen, b=SOURCES["b"]))) == []
