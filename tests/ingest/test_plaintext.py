"""Plain text, and that it gives what Markdown of the same words gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.passages import cut_passages
from tests.fakes import HashingEmbedder
from tests.ingest.loading import document, quotes, reason


def test_a_first_line_that_stands_alone_is_the_title(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", "Ward rules\n\nWash your hands.\n")
    assert (found.title, found.text) == ("Ward rules", "Wash your hands.")


@pytest.mark.parametrize("body", ["Wash your hands.", "Wash your hands\nbefore and after.", f"{'Long ' * 40}\n\nText."])
def test_any_other_first_line_is_text(tmp_path: Path, body: str) -> None:
    found = document(tmp_path, "ward_rules.txt", body)
    assert found.title == "ward rules"
    assert found.text.startswith(body.split()[0])


def test_wrapped_lines_are_one_paragraph_and_items_are_items(tmp_path: Path) -> None:
    found = document(tmp_path, "a.txt", "T\n\nOne\ntwo.\n- Three\n  four.\n2) Five\nsix.\n\nSeven.\n")
    assert found.text == "One two.\n- Three four.\n2. Five six.\n\nSeven."
    assert quotes(found) == ["One two.", "Three four.", "Five six.", "Seven."]


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Ward_Rules 2.txt", "ward-rules-2"),
        ("a__b.txt", "a-b"),
        ("Leberzirrhose-Übersicht.txt", "leberzirrhose-übersicht"),
        ("肝硬化.txt", "肝硬化"),
        ("___.txt", "document"),
    ],
)
def test_the_id_comes_from_the_file_name(tmp_path: Path, name: str, identifier: str) -> None:
    assert document(tmp_path, name, "T\n\nText.\n").id == identifier


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    assert reason(tmp_path, "a.txt", b"\xff\xfeT\x00") == "it is not UTF-8 text (byte 0): save it as UTF-8"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert reason(tmp_path, "a.txt", " \n") == "there is no text in it"


_SENTENCE = st.lists(
    st.sampled_from("Liver spleen 2.5 mg/L IL-6 ≥20% clot (TIPS) and E. coli".split()), min_size=1
).map(lambda words: f"The {' '.join(words)} rises.")
_BLOCK = st.one_of(
    st.lists(_SENTENCE, min_size=1, max_size=5).map("\n".join),
    st.lists(_SENTENCE, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(_SENTENCE, min_size=1, max_size=4).map(
        lambda items: "\n".join(f"{number}. {item}" for number, item in enumerate(items, start=1))
    ),
    st.sampled_from(["## Dosing", "### Harms"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_BLOCK, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_markdown_and_plain_text_of_the_same_words_give_the_same_passages(
    tmp_path: Path, blocks: list[str], line_end: str
) -> None:
    # Two lists of one kind that stand side by side are one list in Markdown.
    text = "\n\n".join(["# Title", "Opening words.", *(f"{block}\n\nA line between." for block in blocks)])
    files = [document(tmp_path, f"a.{suffix}", text.replace("\n", line_end).encode()) for suffix in ("md", "txt")]
    assert files[0].text == files[1].text
    passages = [list(cut_passages(file, HashingEmbedder(), 64)) for file in files]
    assert passages[0] == passages[1] != []
