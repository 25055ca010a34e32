"""Source marks: which sentence rests on what, and what is left of the marks in the text (nothing)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadInputError
from ingest.loaders.layout import Layout, take_out_marks
from tests.fakes import digest
from tests.ingest.loading import document, quotes, reason

A, B = {"url": "https://example.org/a"}, {"url": "https://example.org/b"}
SOURCES = {"a": "url:https://example.org/a", "b": "url:https://example.org/b"}


def rests(folder: Path, body: str) -> list[tuple[str, str]]:
    """(sentence, keys of its sources) of a digest with the sources a and b."""
    found = document(folder, "x.md", digest("x", body, a=A, b=B))
    keys = {value: key for key, value in SOURCES.items()}
    ids = [sentence.source_ids for section in found.sections for sentence in section.sentences]
    return [(quote, "".join(keys.get(i, "?") for i in own)) for quote, own in zip(quotes(found), ids, strict=True)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One [@a]. Two [@b].", [("One.", "a"), ("Two.", "b")]),
        ("One [@a]. Two.", [("One.", "a"), ("Two.", "?")]),
        ("One. [@a] Two. [@b]", [("One.", "a"), ("Two.", "b")]),
        ("One [@a; @b].", [("One.", "ab")]),
        ("One [@b] and two [@a].", [("One and two.", "ba")]),
        ("One [@a; @a].", [("One.", "a")]),
        ("Dose of 2.0\n[@a]. Two\n[@b].", [("Dose of 2.0.", "a"), ("Two.", "b")]),
        ("- One [@a].\n- Two [@b].", [("One.", "a"), ("Two.", "b")]),
        ("1. One [@a].\n2. Two [@b].", [("One.", "a"), ("Two.", "b")]),
        ("Is it **bold [@a]**?", [("Is it bold?", "a")]),
    ],
)
def test_a_mark_belongs_to_the_sentence_that_it_ends(
    tmp_path: Path, body: str, expected: list[tuple[str, str]]
) -> None:
    assert rests(tmp_path, body) == expected


def test_strength_and_certainty_reach_their_sentence_alone(tmp_path: Path) -> None:
    body = "One [@a; strength=strong for; certainty=very low]. Two [@a]."
    found = document(tmp_path, "x.md", digest("x", body, a=A))
    grades = [(s.strength, s.certainty) for s in found.sections[0].sentences]
    assert grades == [("strong for", "very low"), (None, None)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("One [@c].", "[@c] names no source"),
        ("One [@a; p. 3].", "[@a; p. 3] cannot be read"),
        ("One [@a; level=1].", "cannot be read"),
        ("One [@ a].", "[@ a] cannot be read"),
        ("One [@a.", "cannot be read"),
        ("[@a] One.", "stands before its sentence"),
        ("## Heading [@a]\n\nOne [@a].", "heading"),
        ("| x |\n|---|\n| One [@c] |", "names no source"),
    ],
)
def test_a_mark_that_cannot_be_used_is_refused(tmp_path: Path, body: str, told: str) -> None:
    assert told in reason(tmp_path, "x.md", digest("x", body, a=A))


def test_a_text_without_sources_may_hold_what_looks_like_a_mark(tmp_path: Path) -> None:
    assert quotes(document(tmp_path, "x.md", "Write to [@office].\n")) == ["Write to [@office]."]


def test_a_source_that_no_mark_names_is_not_one_of_the_document(tmp_path: Path) -> None:
    found = document(tmp_path, "x.md", digest("x", "One [@a].", a=A, b=B))
    assert [source.source_id for source in found.sources] == [SOURCES["a"]]


_KEYS = st.lists(st.sampled_from("ab"), min_size=1, max_size=2, unique=True)
_WORDS = st.lists(
    st.sampled_from("Liver spleen 2.5 mg/L IL-6 ≥20% clot (TIPS) E. coli".split()), min_size=1, max_size=6
)


@given(st.lists(st.tuples(_WORDS, _KEYS), min_size=1, max_size=8))
def test_marks_never_remain_and_change_no_word(pieces: list[tuple[list[str], list[str]]]) -> None:
    bare = [f"The {' '.join(words)} rises here" for words, _ in pieces]
    marks = [f"[{'; '.join('@' + key for key in keys)}]" for _, keys in pieces]
    layout = Layout("own", SOURCES)
    layout.paragraph(" ".join(f"{sentence} {mark}." for sentence, mark in zip(bare, marks, strict=True)))
    text, (section,) = layout.finish()
    assert [text[s.start : s.end] for s in section.sentences] == [f"{sentence}." for sentence in bare]
    assert [s.source_ids for s in section.sentences] == [tuple(SOURCES[key] for key in keys) for _, keys in pieces]


@given(st.text(alphabet="ab @[];=.,strengh \n", max_size=60))
def test_whatever_is_written_either_reads_or_is_refused(paragraph: str) -> None:
    try:
        text, marks = take_out_marks(paragraph)
    except BadInputError:
        return
    assert "[@" not in text
    assert all(0 < mark.position <= len(text) and mark.keys for mark in marks)
