"""``footnote library check``: each sentence has its row of evidence, and each row its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.library_check import check_library
from tests.fakes import digest, write_texts
from tests.library.check.digests import SOURCES, body, problems, rows, write


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    (write(tmp_path) / "hepatology/ascites.evidence.yaml").unlink()
    assert problems(tmp_path) == ["there is no ascites.evidence.yaml beside it"]


def test_a_file_without_a_text_is_told(tmp_path: Path) -> None:
    write_texts(write(tmp_path), {"hepatology/gone.evidence.yaml": "[]"})
    (problem,) = check_library(tmp_path).problems
    assert (Path(problem.file).name, problem.problem) == ("gone.evidence.yaml", "there is no gone.md beside it")


@pytest.mark.parametrize("evidence", ["- [", "mark: a", "- 2026-13-45"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, evidence: str) -> None:
    assert any("ascites.evidence.yaml" in problem for problem in problems(write(tmp_path, None, evidence)))


@pytest.mark.parametrize("name", ["mark", "begins", "url", "opened", "where", "facts"])
def test_a_row_that_lacks_something_is_told(tmp_path: Path, name: str) -> None:
    found = rows()
    del found[4][name]
    assert f"ascites.evidence.yaml, row 5: {name}: Field required" in problems(write(tmp_path, None, found))


@pytest.mark.parametrize(
    ("name", "value"), [("url", "example.org"), ("opened", "soon"), ("facts", " "), ("colour", "x")]
)
def test_a_row_with_something_wrong_is_told(tmp_path: Path, name: str, value: str) -> None:
    found = rows()
    found[4][name] = value
    assert any(p.startswith(f"ascites.evidence.yaml, row 5: {name}: ") for p in problems(write(tmp_path, None, found)))


def test_a_sentence_without_a_row_is_told(tmp_path: Path) -> None:
    (told,) = problems(write(tmp_path, None, rows()[1:]))
    assert told.startswith("ascites.evidence.yaml: 0 rows for @a, instead of one: Conditiona in cirrhosis")


def test_a_sentence_with_two_rows_is_told(tmp_path: Path) -> None:
    (told,) = problems(write(tmp_path, None, [*rows(), rows()[0]]))
    assert told.startswith("ascites.evidence.yaml: 2 rows for @a")


def test_a_row_without_a_sentence_is_told(tmp_path: Path) -> None:
    (told,) = problems(write(tmp_path, None, [*rows(), {**rows()[0], "begins": "Nobody"}]))
    assert told == "ascites.evidence.yaml: 0 sentences marked @a begin 'Nobody', instead of one"


def test_a_row_under_another_mark_is_told(tmp_path: Path) -> None:
    found = problems(write(tmp_path, None, [{**rows()[0], "mark": "b"}, *rows()[1:]]))
    assert len(found) == 2


def test_a_row_that_fits_several_sentences_is_told(tmp_path: Path) -> None:
    found = problems(write(tmp_path, None, [{**rows()[0], "begins": "Condition"}, *rows()[1:]]))
    assert any("15 sentences marked @a begin 'Condition'" in problem for problem in found)


def test_a_sentence_of_two_sources_needs_two_rows(tmp_path: Path) -> None:
    text = digest("ascites", body().replace("[@a]", "[@a; @b]", 1), **SOURCES)
    (told,) = problems(write(tmp_path, text))
    assert "0 rows for @b" in told
    assert problems(write(tmp_path, text, [*rows(), {**rows()[0], "mark": "b"}])) == []
