"""The full text by its contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from corpus.errors import DamagedEditionError
from corpus.fulltext import FullTextWriter, TantivyFullText
from corpus.text import terms

BODY = {"body": 1.0}
ALL = {"title": 0.5, "heading": 0.5, "body": 1.0}

Texts = Mapping[int, Mapping[str, str]]


def index(directory: Path, texts: Texts, gone: Sequence[int] = (), create: bool = True) -> TantivyFullText:
    """An index to which ``texts`` (row → field → text) were added and from which ``gone`` was taken out."""
    writer = FullTextWriter(directory, create)
    writer.delete(gone)
    for row, fields in texts.items():
        writer.add(row, **{name: terms(text) for name, text in fields.items()})
    writer.commit()
    return TantivyFullText(directory)


def rows(fulltext: TantivyFullText, query: str, boosts: Mapping[str, float] = BODY, k: int = 10) -> list[int]:
    return [row for row, _ in fulltext.search(dict.fromkeys(terms(query), 1.0), k, boosts)]


THREE = {
    10: {"title": "Ascites", "body": "Fluid is drained from the belly."},
    11: {"title": "Varices", "body": "Varices bleed; fluid is given, and fluid again."},
    12: {"title": "Platelets", "body": "IL-6 raises platelets by ≥20%."},
}


def test_the_text_with_more_of_the_words_comes_first(tmp_path: Path) -> None:
    assert rows(index(tmp_path, THREE), "fluid for varices") == [11, 10]


@pytest.mark.parametrize("query", ["IL-6", "IL6", "≥20%", "platelet"])
def test_clinical_signs_are_found(tmp_path: Path, query: str) -> None:
    assert rows(index(tmp_path, THREE), query) == [12]


def test_only_the_named_fields_are_searched(tmp_path: Path) -> None:
    fulltext = index(tmp_path, THREE)
    assert rows(fulltext, "ascites") == []
    assert rows(fulltext, "ascites", ALL) == [10]


def test_a_weight_counts_as_often_as_it_says(tmp_path: Path) -> None:
    fulltext = index(tmp_path, THREE)
    ((_, once),) = fulltext.search({"varic": 1.0}, 5, BODY)
    ((_, twice),) = fulltext.search({"varic": 2.0}, 5, BODY)
    assert twice == pytest.approx(2 * once)


def test_equal_scores_stand_in_order_of_their_rows(tmp_path: Path) -> None:
    fulltext = index(tmp_path, {row: {"body": "The same words."} for row in (9, 3, 7)})
    assert rows(fulltext, "same words") == [3, 7, 9]


@pytest.mark.parametrize(("query", "k"), [("", 5), ("the of", 5), ("fluid", 0), ("absent", 5)])
def test_nothing_is_found_where_nothing_can_be(tmp_path: Path, query: str, k: int) -> None:
    assert rows(index(tmp_path, THREE), query, k=k) == []


def test_no_more_are_found_than_were_asked_for(tmp_path: Path) -> None:
    assert rows(index(tmp_path, THREE), "fluid", k=1) == [11]


def test_what_was_deleted_is_gone_and_what_was_added_is_there(tmp_path: Path) -> None:
    index(tmp_path, THREE)
    fulltext = index(tmp_path, {13: {"body": "More fluid."}}, gone=[10, 12, 99], create=False)
    assert fulltext.count() == 2
    assert rows(fulltext, "fluid") == [13, 11]
    assert rows(fulltext, "platelets") == []


def test_a_row_may_be_replaced(tmp_path: Path) -> None:
    index(tmp_path, THREE)
    fulltext = index(tmp_path, {10: {"body": "Something else."}}, gone=[10], create=False)
    assert fulltext.count() == 3
    assert rows(fulltext, "drained") == []


def test_document_frequency_is_that_of_the_field_with_most(tmp_path: Path) -> None:
    fulltext = index(tmp_path, THREE)
    assert [fulltext.document_frequency(term) for term in ("fluid", "varic", "ascit", "absent")] == [2, 1, 1, 0]


def test_the_vocabulary_is_listed_by_prefix_with_the_passages_that_have_each_word(tmp_path: Path) -> None:
    assert index(tmp_path, THREE).vocabulary("fl") == [("fluid", 2)]


def test_nothing_is_kept_before_it_is_committed(tmp_path: Path) -> None:
    index(tmp_path, THREE)
    writer = FullTextWriter(tmp_path, create=False)
    writer.add(13, body=["fluid"])
    assert TantivyFullText(tmp_path).count() == 3


def test_an_index_that_is_not_there_is_a_damaged_edition(tmp_path: Path) -> None:
    with pytest.raises(DamagedEditionError, match="--repair"):
        TantivyFullText(tmp_path / "gone")
