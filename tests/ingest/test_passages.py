"""Passages: runs of whole sentences inside one section, within the model's budget."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Passage, Source
from ingest.loaders.layout import Layout
from ingest.passages import cut_passages
from tests.fakes import HashingEmbedder

BUDGET = 64


def make(blocks: list[tuple[str, list[str]]], title: str = "About the liver", identifier: str = "a") -> Document:
    """A document: (kind, sentences) with the kinds paragraph, items, numbered and heading."""
    layout = Layout("own")
    layout.paragraph("An opening sentence.")
    for kind, sentences in blocks:
        if kind == "heading":
            layout.heading(2, sentences[0])
        elif kind == "paragraph":
            layout.paragraph(" ".join(sentences))
        else:
            for number, sentence in enumerate(sentences, start=1):
                layout.item(sentence, number if kind == "numbered" else None)
    text, sections = layout.finish()
    return Document(id=identifier, title=title, text=text, sections=sections, sources=(Source("T"),))


def cut(document: Document, tokens: int = BUDGET) -> list[Passage]:
    return list(cut_passages(document, HashingEmbedder(), tokens))


_SENTENCE = st.integers(1, 90).map(lambda count: f"The {'liver ' * count}rises.")
_BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(["heading", "paragraph", "items", "numbered"]), st.lists(_SENTENCE, min_size=1, max_size=9)
    ),
    max_size=6,
)
_TITLES = st.sampled_from(["", "T", "About the liver", "A title of words " * 20])


@given(_BLOCKS, _TITLES)
def test_passages_hold_every_sentence_once_in_order(blocks: list[tuple[str, list[str]]], title: str) -> None:
    document = make(blocks, title)
    passages = cut(document)
    assert [s for p in passages for s in p.sentences] == [s for section in document.sections for s in section.sentences]
    assert all(one.end <= two.start for one, two in pairwise(passages))


@given(_BLOCKS, _TITLES)
def test_a_passage_is_whole_sentences_of_one_section(blocks: list[tuple[str, list[str]]], title: str) -> None:
    document = make(blocks, title)
    for passage in cut(document):
        section = document.sections[passage.section]
        assert (passage.start, passage.end) == (passage.sentences[0].start, passage.sentences[-1].end)
        assert set(passage.sentences) <= set(section.sentences)
        assert passage.embedded_text.endswith(document.text[passage.start : passage.end])


@given(_BLOCKS, _TITLES, st.integers(32, 80))
def test_a_passage_keeps_to_the_budget_unless_it_is_one_long_sentence(
    blocks: list[tuple[str, list[str]]], title: str, tokens: int
) -> None:
    embedder = HashingEmbedder()
    for passage in cut(make(blocks, title), tokens):
        (count,) = embedder.count_tokens([passage.embedded_text])
        assert count + 2 <= min(tokens, embedder.max_tokens) or len(passage.sentences) == 1


@given(_BLOCKS)
def test_ids_are_unique_and_the_same_again(blocks: list[tuple[str, list[str]]]) -> None:
    ids = [passage.id for passage in cut(make(blocks))]
    assert len(set(ids)) == len(ids)
    assert ids == [passage.id for passage in cut(make(blocks))]


def test_the_same_words_twice_in_one_section_are_two_passages() -> None:
    sentence = f"The {'liver ' * 50}rises."
    one, two, three = cut(make([("heading", ["H"]), ("paragraph", [sentence, sentence])]))[-3:]
    assert one.id != two.id != three.id
    assert two.embedded_text == three.embedded_text


def test_a_changed_sentence_changes_the_id_of_its_passage_alone() -> None:
    before = make([("heading", ["A"]), ("paragraph", ["One stays."]), ("heading", ["B"]), ("paragraph", ["Two goes."])])
    after = make([("heading", ["A"]), ("paragraph", ["One stays."]), ("heading", ["B"]), ("paragraph", ["Two comes."])])
    changed = [one.id == two.id for one, two in zip(cut(before), cut(after), strict=True)]
    assert changed == [True, True, False]


def test_title_and_headings_are_embedded_with_the_words() -> None:
    passage = cut(make([("heading", ["Harms"]), ("paragraph", ["It bleeds."])]))[-1]
    assert passage.embedded_text == "About the liver. Harms.\nIt bleeds."


def test_sentences_are_embedded_with_their_abbreviations_spelt_out() -> None:
    passage = cut(make([("heading", ["Harms"]), ("paragraph", ["HRS-AKI kills.", "It bleeds."])]))[-1]
    assert passage.sentence_texts == ("HRS-AKI kills. (hepatorenal syndrome)", "It bleeds.")


@pytest.mark.parametrize(
    ("title", "heading", "embedded"),
    [
        ("Short", "Harms", "Short. Harms.\nIt bleeds."),
        ("Short", "Long " * 20, "Short.\nIt bleeds."),
        ("Long " * 30, "Harms", "It bleeds."),
        ("", "Harms", "Harms.\nIt bleeds."),
        ("Harms", "Harms", "Harms.\nIt bleeds."),
        ("Really?", "Harms.", "Really? Harms.\nIt bleeds."),
    ],
)
def test_a_title_or_heading_that_would_crowd_out_the_words_is_left_out(title: str, heading: str, embedded: str) -> None:
    document = make([("heading", [heading]), ("paragraph", ["It bleeds."])], title)
    assert cut(document)[-1].embedded_text == embedded


def test_a_rest_is_evened_out() -> None:
    document = make([("paragraph", ["The liver and the spleen rise here."] * 9)], title="")
    lengths = [len(passage.sentences) for passage in cut(document)]
    assert sum(lengths) == 10
    assert min(lengths) >= 4  # filled greedily, the second one would hold 2
