"""The words that name people for whom what is right for others may be wrong."""

from __future__ import annotations

import pytest

from corpus.text import term_set
from service.sentences import people
from service.sentences.people import asks_of_a_child


@pytest.mark.parametrize(
    ("narrower", "wider"),
    [
        (people.CHILDREN, people.CHILDREN_AND_TODDLERS),
        (people.CHILDREN, people.CHILDREN_AND_CHILDHOOD),
        (people.CHILDREN_AND_TODDLERS, people.YOUNG_PEOPLE),
        (people.PREGNANCY, people.PREGNANCY_AND_FETUS),
        (people.PREGNANCY, people.PREGNANCY_AND_MOTHERS),
    ],
)
def test_a_wider_set_holds_the_narrower_one_and_more(narrower: frozenset[str], wider: frozenset[str]) -> None:
    assert narrower < wider


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Neonates are given half of it.", people.CHILDREN),
        ("in pediatric practice", people.CHILDREN),
        ("the second trimester", people.PREGNANCY),
        ("while she breastfeeds", people.BREASTFEEDING),
        ("on hemodialysis", people.DIALYSIS),
    ],
)
def test_texts_name_a_group_in_any_number_and_spelling(text: str, group: frozenset[str]) -> None:
    assert term_set(text) & group


@pytest.mark.parametrize("question", ["Dose for a 6-year-old boy?", "fever in a newborn", "a 17 year old with asthma"])
def test_a_child_is_named_by_a_word_or_an_age(question: str) -> None:
    assert asks_of_a_child(question)


@pytest.mark.parametrize(
    "question", ["Dose for a 70-year-old man?", "an 18 year old with asthma", "How is gout treated?"]
)
def test_a_grown_up_is_no_child(question: str) -> None:
    assert not asks_of_a_child(question)
