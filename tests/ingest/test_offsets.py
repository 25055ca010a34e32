"""Offsets: whatever is laid out, a sentence is found again where its offsets say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Section
from corpus.errors import BadInputError
from corpus.text import normalise
from ingest.loaders.layout import Layout

_TEXT = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from("Liver 2.5 mg/L. (TIPS) E. coli! rises? “Quote.” IL-6; 𝛼 🐀 é".split()), max_size=20).map(
        " ".join
    ),
)
_STEP = st.one_of(
    st.tuples(st.just("heading"), st.integers(1, 6), _TEXT),
    st.tuples(st.just("paragraph"), st.none(), _TEXT),
    st.tuples(st.just("item"), st.none() | st.integers(1, 99), _TEXT),
)


def lay_out(steps: list[tuple[str, int | None, str]]) -> tuple[str, tuple[Section, ...], list[str]]:
    """Stored text, sections and the bodies that went in; without text, nothing."""
    layout = Layout("own")
    bodies = []
    for kind, number, text in steps:
        if kind == "heading":
            layout.heading(number or 1, text)
            continue
        bodies.append(normalise(text))
        if kind == "item":
            layout.item(text, number)
        else:
            layout.paragraph(text)
    try:
        return (*layout.finish(), bodies)
    except BadInputError:
        assert not any(bodies)
        return "", (), bodies


_LAID_OUT = st.lists(_STEP, max_size=12).map(lay_out)


@given(_LAID_OUT)
def test_sentences_stand_in_their_section_in_order_and_apart(
    laid_out: tuple[str, tuple[Section, ...], list[str]],
) -> None:
    text, sections, _ = laid_out
    last = 0
    for section in sections:
        assert last <= section.start < section.end <= len(text)
        last = section.start
        for sentence in section.sentences:
            assert last <= sentence.start < sentence.end <= section.end
            assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
            last = sentence.end


@given(_LAID_OUT)
def test_every_word_of_the_bodies_is_in_a_sentence_in_its_order(
    laid_out: tuple[str, tuple[Section, ...], list[str]],
) -> None:
    text, sections, bodies = laid_out
    quoted = " ".join(text[s.start : s.end] for section in sections for s in section.sentences)
    assert quoted.split() == " ".join(bodies).split()


@given(_LAID_OUT)
def test_the_stored_text_can_be_written_and_read_without_a_change(
    laid_out: tuple[str, tuple[Section, ...], list[str]],
) -> None:
    text, _, _ = laid_out
    assert text.encode().decode() == text == text.strip()


@given(_LAID_OUT)
def test_a_numbered_section_holds_numbered_items_only(laid_out: tuple[str, tuple[Section, ...], list[str]]) -> None:
    text, sections, _ = laid_out
    for section in sections:
        if section.ordered:
            assert all(line.split(".")[0].isdigit() for line in text[section.start : section.end].split("\n"))
