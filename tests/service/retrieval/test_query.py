"""From a question to weighted terms and the text that is embedded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import Entry, Glossary, shipped_glossary
from corpus.text import terms
from service.retrieval import make_query

GLOSSARY = Glossary(
    [
        Entry(term="sirolimus", kind="drug", synonyms=("rapamycin",), brands=("Rapamune",)),
        Entry(term="mTOR inhibitor", kind="drug", members=("sirolimus", "everolimus")),
        Entry(term="everolimus", kind="drug"),
        Entry(term="spontaneous bacterial peritonitis", kind="condition", abbreviations=("SBP",)),
        Entry(term="diuretic", kind="drug", lay=("water tablet",)),
    ]
)


@pytest.mark.parametrize("text", ["", "???", "the of and", "what is the best way, please?"])
def test_a_question_without_a_topic_has_few_terms_or_none(text: str) -> None:
    assert set(make_query(text, GLOSSARY).weights) <= set(terms(text))


def test_words_that_only_ask_are_left_out() -> None:
    assert set(make_query("What is the dose of furosemide, please?", GLOSSARY).weights) == set(terms("dose furosemide"))


def test_other_names_of_a_concept_are_searched_at_a_lower_weight() -> None:
    weights = make_query("rapamycin", GLOSSARY).weights
    [named], [other], [brand] = terms("rapamycin"), terms("sirolimus"), terms("Rapamune")
    assert weights[named] > weights[other] > 0
    assert weights[brand] > 0


def test_a_class_is_searched_below_its_members_own_names() -> None:
    weights = make_query("everolimus", GLOSSARY).weights
    assert 0 < weights[terms("inhibitor")[0]] < weights[terms("everolimus")[0]]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("SBP prophylaxis", "spontaneous bacterial peritonitis"),
        ("a water tablet", "diuretic"),
        ("Rapamune", "sirolimus"),
    ],
)
def test_abbreviations_lay_words_and_brands_are_spelt_out_for_the_embedder(text: str, term: str) -> None:
    assert term in make_query(text, GLOSSARY).dense_text


def test_what_stands_there_already_is_not_spelt_out() -> None:
    assert make_query("sirolimus (rapamycin)", GLOSSARY).dense_text == "sirolimus (rapamycin)"


def test_what_was_carried_over_counts_less() -> None:
    text = "everolimus in SBP"
    [drug] = terms("everolimus")
    alone, carried = make_query(text, GLOSSARY), make_query(text, GLOSSARY, frozenset({"everolimus"}))
    assert carried.weights[drug] < alone.weights[drug]
    assert carried.weights[terms("SBP")[0]] == alone.weights[terms("SBP")[0]]


@given(st.text(max_size=200))
def test_any_text_makes_a_query_with_positive_weights(text: str) -> None:
    query = make_query(text, shipped_glossary())
    assert all(0 < weight <= 2 for weight in query.weights.values())
    assert make_query(text, shipped_glossary()) == query
