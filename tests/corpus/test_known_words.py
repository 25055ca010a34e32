"""The words of the texts that ship."""

from __future__ import annotations

from corpus.known_words import common_words, known_words


def test_names_of_authors_and_addresses_of_the_net_are_no_known_words() -> None:
    assert not {"villanueva", "https"} & known_words()


def test_words_that_stand_only_with_a_capital_are_known_but_not_common() -> None:
    assert "europe" in known_words() - common_words()


def test_words_of_the_questions_and_of_the_glossary_are_known() -> None:
    assert {"cirrhosis", "jardiance", "my"} <= known_words()
