"""Which candidates are taken, which merged, which left out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.sentences.candidates import Candidate
from service.sentences.roles import Role
from service.sentences.selection import QUOTA, repeats, same, select
from tests.service.sentences.single import candidate


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Carvedilol is given at 6.25 mg daily.", "Carvedilol is given at 12.5 mg daily."),
        ("Carvedilol is recommended in cirrhosis.", "Carvedilol is not recommended in cirrhosis."),
        ("Carvedilol is recommended in cirrhosis.", "Sepsis is treated with antibiotics early."),
    ],
)
def test_what_differs_in_number_negation_or_matter_is_not_the_same(one: str, other: str) -> None:
    assert not same(candidate(one), candidate(other))


def test_the_same_words_from_people_and_from_animals_are_not_the_same() -> None:
    text = "Carvedilol lowers portal pressure in cirrhosis."
    assert not same(candidate(text), candidate(text, source="b", kind="animal"))


def test_what_another_source_says_too_gives_its_citation() -> None:
    text = "Carvedilol lowers portal pressure in cirrhosis."
    [taken] = select([candidate(text, 0.9), candidate(text, 0.8, "b", order=1)], 5, 0.1, QUOTA)
    assert [span.source.title for span in taken.spans] == ["a", "b"]


def test_one_source_is_cited_once_for_the_same_words() -> None:
    text = "Carvedilol lowers portal pressure in cirrhosis."
    [taken] = select([candidate(text, 0.9), candidate(text, 0.8, order=1)], 5, 0.1, QUOTA)
    assert len(taken.spans) == 1


def test_what_repeats_its_own_source_is_left_out() -> None:
    long, short = (
        candidate("Carvedilol lowers portal pressure in cirrhosis with ascites."),
        candidate("Carvedilol lowers portal pressure in cirrhosis.", order=1),
    )
    assert repeats(short, [long])
    assert not repeats(candidate(short.text, source="b"), [long])
    assert not repeats(candidate(short.text + " By 20%."), [long])


@pytest.mark.parametrize("relevance", [0.0, 0.29])
def test_what_is_below_the_floor_is_not_taken(relevance: float) -> None:
    assert select([candidate("Carvedilol lowers portal pressure.", relevance)], 5, 0.3, QUOTA) == []


def test_a_role_has_its_quota() -> None:
    many = [
        candidate(f"Sentence number {n} on {word} is special.", 0.9, f"s{n}", order=n)
        for n, word in enumerate("abcdefgh")
    ]
    assert len(select(many, 20, 0.1, {Role.RECOMMENDATION: 3})) == 3


def test_what_is_held_already_is_not_taken_again() -> None:
    held = candidate("Carvedilol lowers portal pressure in cirrhosis.")
    again = candidate(held.text, 0.9, "b", order=1)
    assert select([again], 5, 0.1, QUOTA, [held]) == []
    assert [span.source.title for span in held.spans] == ["a", "b"]


WORDS = ("carvedilol", "sirolimus", "cirrhosis", "lowers", "raises", "5 mg", "10 mg", "not", "platelets")
candidates = st.lists(
    st.builds(
        lambda words, relevance, source, kind: candidate(" ".join(words).capitalize() + ".", relevance, source, kind=kind),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.floats(0, 1), st.sampled_from("abc"),
        st.sampled_from(["guideline", "trial", "animal"]),
    ),
    max_size=12,
)  # fmt: skip


@given(candidates, st.integers(0, 8), st.floats(0, 1))
def test_no_more_than_asked_for_nothing_below_the_floor_nothing_twice(
    found: list[Candidate], limit: int, floor: float
) -> None:
    for order, each in enumerate(found):
        each.order = order
    taken = select(found, limit, floor, QUOTA)
    assert len(taken) <= limit
    assert all(each.relevance >= floor for each in taken)
    assert len({each.text for each in taken}) == len(taken)
    for each in taken:
        ids = [span.source.source_id for span in each.spans]
        assert len(ids) == len(set(ids))
        assert len({span.source.kind.preclinical for span in each.spans}) == 1


def test_the_same_figure_for_another_drug_is_no_repetition() -> None:
    told = candidate("Apixaban is switched to warfarin until the INR is at least 2.0.", source="a")
    other = candidate("Warfarin is switched to apixaban or dabigatran once the INR is below 2.0.", source="a", order=1)
    assert not repeats(other, [told])


def test_another_rule_of_one_source_in_nearly_the_same_words_is_no_repetition() -> None:
    told = "In hypertension that two drugs leave high, an ACE inhibitor or ARB is combined with a diuretic."
    assert not repeats(
        candidate("An ACE inhibitor and an ARB must not be combined in hypertension.", order=1), [candidate(told)]
    )


def near(text: str, document: str, useful: float = 0.0, audience: str = "patient") -> Candidate:
    """A candidate of a document, as near in meaning as can be to any other made so."""
    made = candidate(text, 0.9)
    made.spans[0] = replace(made.spans[0], document=replace(made.document, id=document, audience=audience))
    made.vector, made.useful = np.full(4, 0.5, dtype=np.float32), useful
    return made


ADVICE = "Ask for advice before travel to a place with malaria."
OTHER_ADVICE = "Stay away from places where malaria occurs."


@pytest.mark.parametrize(
    ("document", "audience", "alike"),
    [("another", "patient", True), ("one", "clinician", True), ("one", "patient", False)],
)
def test_a_text_for_patients_says_nothing_twice(document: str, audience: str, alike: bool) -> None:
    one = near(ADVICE, "one", audience=audience)
    assert same(one, near(OTHER_ADVICE, document, audience=audience)) is alike


@pytest.mark.parametrize(
    ("useful", "audience", "left_out"), [(0.05, "patient", True), (0.9, "clinician", True), (0.9, "patient", False)]
)
def test_what_most_likely_answers_a_patient_is_not_left_out_for_being_near(
    useful: float, audience: str, left_out: bool
) -> None:
    told = near(ADVICE, "one", 0.9, audience)
    assert repeats(near(OTHER_ADVICE, "one", useful, audience), [told]) is left_out


def test_items_below_one_lead_in_neither_are_the_same_nor_repeat_each_other() -> None:
    lead = "Gentamicin is not to be given to any patients of the hospital with: "
    one, other = candidate(f"{lead}myasthenia."), candidate(f"{lead}deafness.", order=0)
    assert not same(one, other)
    assert not repeats(other, [one])
    assert same(one, candidate(f"{lead}myasthenia."))


def test_rows_of_a_table_stay_apart_though_one_has_all_numbers_of_the_other() -> None:
    row = "Digoxin: CrCl: {}; Loading dose: 250 micrograms; Maintenance: {} micrograms."
    wide, narrow = candidate(row.format("30-60", "62.5-125")), candidate(row.format("< 30", "62.5"))
    assert not repeats(narrow, [wide])
