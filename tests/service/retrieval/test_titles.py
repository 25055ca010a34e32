"""What documents are on by their titles, and where texts name it."""

from __future__ import annotations

import pytest

from service.retrieval.titles import Titles, key_of, names_in_title, places_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hepatitis A", "hepatitis B"),
        ("Niemann-Pick disease type A", "Niemann-Pick disease type B"),
        ("tyrosinemia type I", "tyrosinemia type II"),
        ("Noonan syndrome", "Noonan syndrome 2"),
    ],
)
def test_kinds_of_an_illness_are_told_apart(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coffin-Lowry syndrome", "coffin lowry syndrome"),
        ("Reye's Syndrome", "Reye syndrome"),
        ("haemolytic anaemia", "Hemolytic anemia"),
        ("tyrosinaemia type I", "tyrosinemia, type 1"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_a_name_is_not_put_together_from_two_sentences() -> None:
    assert not places_of([key_of("red cell")], "The skin is red. Cell counts are low.")


def test_a_name_is_found_where_it_stands() -> None:
    [(_, _, start, end)] = places_of([key_of("Aarskog syndrome")], "In Aarskog’s syndrome the face is broad.")
    assert (start, end) == (3, 21)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Marburg hemorrhagic fever (Marburg HF)", "Marburg hemorrhagic fever"),
        ("Chronic Fatigue Syndrome (CFS)", "CFS"),
        ("Parasites - American Trypanosomiasis (also known as Chagas Disease)", "Chagas Disease"),
        ("Hepatitis B: What Asian Americans Need to Know", "Hepatitis B"),
        ("What I need to know about Cirrhosis", "Cirrhosis"),
        ("Mental retardation, Snyder-Robinson type", "Snyder-Robinson type Mental retardation"),
    ],
)
def test_a_title_has_several_names(title: str, name: str) -> None:
    assert name in names_in_title(title)


def test_a_document_on_a_kind_of_it_or_on_something_with_its_name_is_not_on_it() -> None:
    titles = Titles([("a", "Noonan syndrome"), ("b", "Noonan syndrome 2"), ("c", "Neurofibromatosis-Noonan syndrome")])
    assert titles.on(key_of("Noonan syndrome")) == {"a"}


def test_a_document_on_how_it_is_done_is_on_it() -> None:
    titles = Titles([("a", "Zelvatrix protocol"), ("b", "Zelvatrix in renal transplantation")])
    assert titles.on(key_of("Zelvatrix")) == {"a"}
