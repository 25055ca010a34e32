"""BEIR folders: a document a line, and a line that cannot be read costs only itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Document
from ingest.loaders import Failure, load_path
from tests.ingest.loading import quotes


def load(folder: Path, *lines: bytes | dict[str, Any]) -> list[Document | Failure]:
    data = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    (folder / "set").mkdir(exist_ok=True)
    (folder / "set" / "corpus.jsonl").write_bytes(b"\n".join(data) + b"\n")
    return list(load_path(folder / "set", "tests"))


GOOD = {"_id": "1", "title": "Ascites", "text": "Ascites is fluid. It is drained."}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{", "not JSON"),
        (b"[1]", "needs a text field 'text'"),
        (b'{"_id": "2"}', "needs a text field 'text'"),
        (b'{"_id": "2", "text": 5}', "needs a text field 'text'"),
        (b'{"text": "T."}', "needs an '_id'"),
        (b'{"_id": " ", "text": "T."}', "needs an '_id'"),
        (b'{"_id": "\\ud800", "text": "T."}', "needs an '_id'"),
        (b'{"_id": "2", "text": " "}', "there is no text in it"),
        (b'{"_id": "2", "text": "caf\xe9"}', "not UTF-8 text (byte 25)"),
        (b'{"_id": "2", "text": "T.", "x": ' + b"[" * 100_000, "not JSON"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_costs_only_itself(tmp_path: Path, line: bytes, told: str) -> None:
    first, broken, last = load(tmp_path, GOOD, line, {**GOOD, "_id": "3"})
    assert isinstance(broken, Failure)
    assert broken.path == "set:2"
    assert told in broken.reason
    assert isinstance(first, Document)
    assert isinstance(last, Document)


def test_title_text_and_id_are_the_lines_own(tmp_path: Path) -> None:
    (found,) = load(tmp_path, GOOD)
    assert isinstance(found, Document)
    assert (found.id, found.title, quotes(found)) == ("1", "Ascites", ["Ascites is fluid.", "It is drained."])
    assert found.sources[0].source_id == "document:1"


@pytest.mark.parametrize("identifier", [0, 17, "a b", "PMID:1/2"])
def test_any_printable_id_will_do(tmp_path: Path, identifier: int | str) -> None:
    (found,) = load(tmp_path, {**GOOD, "_id": identifier})
    assert isinstance(found, Document)
    assert found.id == str(identifier)


def test_a_title_that_the_text_repeats_is_not_read_twice(tmp_path: Path) -> None:
    (found,) = load(tmp_path, {**GOOD, "text": "Ascites\nIt is fluid."})
    assert isinstance(found, Document)
    assert found.text == "It is fluid."


@pytest.mark.parametrize(
    ("metadata", "year"),
    [
        ({"year": 2011}, 2011),
        ({"year": "2011-05"}, 2011),
        ({"meta": {"year": 2011}}, 2011),
        ({"year": "²011"}, None),
        ({"meta": [2011]}, None),
        ([], None),
    ],
)
def test_the_year_is_taken_where_it_is_one(tmp_path: Path, metadata: Any, year: int | None) -> None:
    (found,) = load(tmp_path, {**GOOD, "metadata": metadata})
    assert isinstance(found, Document)
    assert found.sources[0].year == year


def test_the_source_comes_from_the_metadata(tmp_path: Path) -> None:
    metadata = {"url": "https://example.org/1", "kind": "trial", "source": "NIH", "authors": "Smith J"}
    (found,) = load(tmp_path, {**GOOD, "metadata": metadata})
    assert isinstance(found, Document)
    source = found.sources[0]
    assert (source.source_id, source.kind) == ("url:https://example.org/1", "trial")
    assert (source.organisation, source.authors) == ("NIH", "Smith J")


def test_a_byte_order_mark_and_blank_lines_make_no_difference(tmp_path: Path) -> None:
    plain = load(tmp_path, GOOD)
    assert load(tmp_path, b"\xef\xbb\xbf" + json.dumps(GOOD).encode(), b"", b" \r") == plain


def test_half_a_surrogate_pair_in_the_text_goes(tmp_path: Path) -> None:
    (found,) = load(tmp_path, b'{"_id": "1", "text": "Fluid \\ud83d drains."}')
    assert isinstance(found, Document)
    assert found.text == "Fluid drains."
