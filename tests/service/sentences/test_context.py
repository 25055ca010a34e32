"""A sentence of a hospital's own text is told after the headings that say what it is about."""

from __future__ import annotations

import pytest

from corpus.document import Document, Section, Sentence, Source
from service.sentences.context import context_of


def contexts(*sections: tuple[str, ...], title: str = "Handbook") -> list[str]:
    """The context of "Give it at 8." in each of ``sections`` (their headings) of one document."""
    text = "Give it at 8 o'clock."
    source = Source(title=title, document_id="a")
    laid_out = tuple(
        Section(headings, 0, len(text), (Sentence(0, len(text), (source.source_id,)),)) for headings in sections
    )
    document = Document("a", title, text, laid_out, (source,))
    return [context_of(text, document, number) for number in range(len(sections))]


def context(text: str, *headings: str, title: str = "Policy", kind: str = "document", ordered: bool = False) -> str:
    """The context of ``text`` below ``headings`` in a document called ``title``."""
    source = Source(title=title, document_id="a")
    section = Section(headings, 0, len(text), (Sentence(0, len(text), (source.source_id,)),), ordered)
    return context_of(text, Document("a", title, text, (section,), (source,), kind=kind), 0)


@pytest.mark.parametrize("kind", ["digest", "patient"])
def test_a_sentence_that_stands_alone_by_rule_has_no_context(kind: str) -> None:
    assert context("Take a level 6 hours after the first dose.", "Gentamicin", kind=kind) == ""


def test_a_dose_without_its_drug_has_the_heading_that_names_it_without_the_number() -> None:
    assert context("Take a level 6 hours after the first dose.", "2.4 Gentamicin") == "Gentamicin"


def test_a_dose_for_children_has_the_title_that_says_so() -> None:
    text = "Paracetamol for fever is given as 60 mg every 4 to 6 hours."
    assert context(text, "Dosing", title="Fever in children under 5") == "Fever in children under 5"


def test_what_says_itself_what_and_whom_it_is_about_has_none() -> None:
    text = "Gentamicin is not given in pregnancy for pyelonephritis."
    assert context(text, "Gentamicin", title="Urinary tract infection in pregnancy") == ""


def test_a_step_has_the_heading_that_says_when_it_is_taken() -> None:
    steps = "2.2 Unconscious, fitting or very aggressive"
    assert context("Stop any infusion of insulin.", steps, ordered=True) == "Unconscious, fitting or very aggressive"
    assert context("Stop any infusion of insulin.", steps) == ""


def test_a_title_that_is_a_sentence_by_itself_is_not_told() -> None:
    assert context("Take a level after 6 hours.", title=f"Gentamicin {'and more ' * 10}") == ""


def test_a_heading_that_stands_below_several_others_is_told_with_the_one_above_it() -> None:
    assert contexts(("Bunionectomy", "Bathing"), ("Trapeziectomy", "Bathing"), ("Bunionectomy", "Shoes")) == [
        "Bunionectomy, Bathing",
        "Trapeziectomy, Bathing",
        "Bunionectomy, Shoes",
    ]


def test_a_heading_that_stands_once_needs_no_other_one() -> None:
    assert contexts(("Ward", "Bathing"), ("Theatre", "Shoes")) == ["", ""]


def test_headings_are_told_as_far_out_as_it_takes() -> None:
    told = contexts(
        ("East wing", "Nights", "Visits"), ("West wing", "Nights", "Visits"), ("West wing", "Days", "Doors")
    )
    assert told[:2] == ["East wing, Nights, Visits", "West wing, Nights, Visits"]


def test_what_holds_for_adults_says_so_where_the_text_has_a_part_on_children() -> None:
    assert contexts(("Adults",), ("Children",)) == ["Adults", "Children"]
    assert contexts(("Adults",), ("Referral",)) == ["", ""]
