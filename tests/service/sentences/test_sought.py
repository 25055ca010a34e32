"""What a question looks for by words: a concept counts once, by whichever name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import Glossary, shipped_glossary
from corpus.text import term_set, terms
from service.retrieval import make_query
from service.sentences.sought import Sought, sought

GLOSSARY = shipped_glossary()


def of(question: str, glossary: Glossary = GLOSSARY) -> Sought:
    """What a question looks for, where all terms are equally rare."""
    query = make_query(question, glossary)
    return sought(query, dict.fromkeys(query.weights, 1.0))


@pytest.mark.parametrize("name", ["HCC", "hepatocellular carcinoma", "liver cancer"])
def test_a_concept_is_found_whole_by_any_of_its_names(name: str) -> None:
    assert of("surveillance of HCC").found_in(term_set(f"Surveillance of {name}")) == pytest.approx(1.0)


def test_more_names_of_a_concept_do_not_make_up_for_a_word_that_is_missing() -> None:
    wanted = of("surveillance of HCC")
    defined = wanted.found_in(term_set("Hepatocellular carcinoma (HCC) is the most common primary liver cancer"))
    assert defined < wanted.found_in(term_set("Surveillance of hepatocellular carcinoma is by ultrasound"))


def test_what_stands_in_the_title_counts_less_than_in_the_sentence() -> None:
    wanted = of("surveillance of HCC")
    title = term_set("Hepatocellular carcinoma")
    above = wanted.found_in(term_set("Surveillance is by ultrasound"), title)
    assert wanted.found_in(term_set("Surveillance is by ultrasound")) < above
    assert above < wanted.found_in(term_set("Surveillance of hepatocellular carcinoma is by ultrasound"), title)


def test_a_part_of_the_name_that_was_asked_by_counts_in_part() -> None:
    wanted = of("what is hepatic encephalopathy")
    assert 0 < wanted.found_in(term_set("encephalopathy")) < wanted.found_in(term_set("hepatic encephalopathy"))


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_a_sentence_has_between_nothing_and_all_and_never_less_with_more_words(asked: str, own: str, more: str) -> None:
    wanted = of(asked)
    less = wanted.found_in(frozenset(terms(own)))
    assert 0 <= less <= wanted.found_in(frozenset(terms(own + " " + more)) | frozenset(terms(own))) + 1e-9 <= 1 + 2e-9
