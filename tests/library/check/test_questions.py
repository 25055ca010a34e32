"""The questions beside a text: each stands at one sentence of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.library.check.digests import SENTENCES, problems, write

FIRST, SECOND = list(SENTENCES)[:2]


def with_questions(folder: Path, rows: Any) -> list[str]:
    file = write(folder) / "hepatology" / "ascites.questions.yaml"
    file.write_text(rows if isinstance(rows, str) else yaml.safe_dump(rows), encoding="utf-8")
    return problems(folder)


def test_a_question_at_its_sentence_is_sound(tmp_path: Path) -> None:
    assert with_questions(tmp_path, [{"begins": FIRST[:40], "asked": ["What is it treated with?"]}]) == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([{"begins": "No such sentence", "asked": ["Why?"]}], "0 sentences begin 'No such sentence'"),
        ([{"begins": "Condition", "asked": ["Why?"]}], "sentences begin 'Condition', instead of one"),
        ([{"begins": FIRST, "asked": ["Why not?", "why not?"]}], "is asked 'why not?' twice"),
        ([{"begins": FIRST, "asked": []}], "row 1: asked"),
        ([{"begins": FIRST}], "row 1: asked"),
        ([{"begins": FIRST, "asked": ["Why?"], "by": "me"}], "row 1: by"),
        ("begins: [", "is not YAML"),
        ("a: b", "is not a list of rows"),
    ],
)
def test_what_is_wrong_with_the_questions_is_told(tmp_path: Path, rows: Any, told: str) -> None:
    found = with_questions(tmp_path, rows)
    assert any(told in problem for problem in found)


@pytest.mark.parametrize(
    ("left_open", "told"),
    [
        (["Why not?", "why not?"], "'why not?' stands there twice"),
        (["What is it treated  with?"], "'what is it treated with?' is answered by a sentence"),
        ([5], "row 1"),
        ("a: b", "is not a list of questions"),
    ],
)
def test_what_is_wrong_with_the_questions_left_open_is_told(tmp_path: Path, left_open: Any, told: str) -> None:
    file = write(tmp_path) / "hepatology" / "ascites.left-open.yaml"
    file.write_text(left_open if isinstance(left_open, str) else yaml.safe_dump(left_open), encoding="utf-8")
    found = with_questions(tmp_path, [{"begins": FIRST[:40], "asked": ["What is it treated with?"]}])
    assert any(told in problem for problem in found)


def test_a_question_left_open_is_sound_where_no_sentence_answers_it(tmp_path: Path) -> None:
    file = write(tmp_path) / "hepatology" / "ascites.left-open.yaml"
    file.write_text(yaml.safe_dump(["What does it cost?"]), encoding="utf-8")
    assert problems(tmp_path) == []
