"""``footnote library check``: each sentence has its source and stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import digest
from tests.library.check.digests import SOURCES, body, problems, rows, write


def broken(change: str, by: str = "Conditiona in cirrhosis", key: str = "a") -> str:
    """The digest with the first words of its first sentence changed."""
    return digest("ascites", body().replace(by, change, 1), **SOURCES)


def test_a_sentence_without_a_mark_is_told(tmp_path: Path) -> None:
    text = digest("ascites", body() + "\nNobody knows why.", **SOURCES)
    assert problems(write(tmp_path, text)) == ["no source mark: Nobody knows why."]


def test_a_mark_without_a_source_is_told(tmp_path: Path) -> None:
    text = digest("ascites", body({"Ascites is drained": "c"}), **SOURCES)
    assert problems(write(tmp_path, text)) == ["the source mark [@c] names no source of the front matter"]


def test_a_question_is_told(tmp_path: Path) -> None:
    text = digest("ascites", body() + "\nIs it drained [@a]?", **SOURCES)
    assert "no full stop at the end: Is it drained?" in problems(write(tmp_path, text))


@pytest.mark.parametrize(
    "word", ["This", "It", "These", "They", "Such", "However,", "Therefore", "In addition,", "Its"]
)
def test_a_first_word_that_points_back_is_told(tmp_path: Path, word: str) -> None:
    found = problems(write(tmp_path, broken(f"{word} conditiona in cirrhosis")))
    assert any("its first word points back" in problem for problem in found)


@pytest.mark.parametrize("word", ["Itraconazole", "Thislike", "Suchlike", "Thatcher", "Hiss"])
def test_a_word_that_only_begins_like_one_is_not(tmp_path: Path, word: str) -> None:
    found = problems(write(tmp_path, broken(f"{word} in cirrhosis")))
    assert not any("points back" in problem for problem in found)


@pytest.mark.parametrize(
    "words",
    ["the above", "as mentioned", "described above", "the latter", "the former", "see below", "the same drug"],
)
def test_words_that_point_elsewhere_are_told(tmp_path: Path, words: str) -> None:
    found = problems(write(tmp_path, broken(f"Conditiona, {words}, in cirrhosis")))
    assert any(f"does not stand alone ({words!r})" in problem for problem in found)


@pytest.mark.parametrize(
    "words", ["aged 50 and above", "falls below 50", "to the former level", "in the following year"]
)
def test_words_that_only_look_so_are_not(tmp_path: Path, words: str) -> None:
    found = problems(write(tmp_path, broken(f"Conditiona {words} in cirrhosis")))
    assert not any("stand alone" in problem for problem in found)


def digest_problems(place: Path, count: int) -> list[str]:
    """What is told of a digest of so many sentences of 12 words each."""
    sentences = {
        f"Condition{number} in cirrhosis is treated with one drug after another in hospital": "a"
        for number in range(count)
    }
    return problems(write(place, digest("ascites", body(sentences), a=SOURCES["a"]), rows(sentences)))


@pytest.mark.parametrize("count", [20, 105])
def test_a_digest_that_is_too_short_or_too_long_is_told(tmp_path: Path, count: int) -> None:
    (told,) = digest_problems(tmp_path, count)
    assert told == f"{count * 12} words; a digest has 350 to 1250"


@pytest.mark.parametrize("count", [30, 104])
def test_a_digest_of_350_to_1250_words_is_not_told(tmp_path: Path, count: int) -> None:
    assert digest_problems(tmp_path, count) == []


def test_a_text_for_patients_that_is_too_hard_is_told(tmp_path: Path) -> None:
    def patient(text: str) -> list[str]:
        document = digest("ascites", body({text: "a"}), a=SOURCES["a"])
        document = document.replace("digest", "patient").replace("clinician", "patient")
        return problems(write(tmp_path, document, rows({text: "a"})))

    assert patient("Call your doctor if your skin turns yellow") == []
    (told,) = patient("Spontaneous bacterial peritonitis necessitates immediate parenteral administration")
    assert told.startswith("reading grade")
