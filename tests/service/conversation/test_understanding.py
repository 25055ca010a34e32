"""What a follow-up means after what was asked before."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import Glossary, shipped_glossary
from service.conversation import Before, standalone, understand
from tests.service.read_tables import follow_ups


def asked(before: list[str], glossary: Glossary) -> list[str]:
    """The standalone questions of a conversation, turn by turn."""
    history: list[str] = []
    for message in before:
        history.append(standalone(message, history, glossary))
    return history


def speaks_of(text: str, concept: str, glossary: Glossary) -> bool:
    if concept.casefold() in text.casefold():
        return True
    named = [mention for mention in glossary.find(concept) if mention.end - mention.start == len(concept)]
    return bool(named) and named[0].entry in [mention.entry for mention in glossary.find(text)]


@pytest.mark.parametrize("row", follow_ups(), ids=lambda row: f"{row['before'][-1]} {row['ask']}")
def test_a_follow_up_is_spelt_out(row: dict[str, Any], glossary: Glossary) -> None:
    history = asked(row["before"], glossary)
    found = standalone(row["ask"], history, glossary, row.get("unsupported", ()))
    for concept in row.get("has", ()):
        assert speaks_of(found, str(concept), glossary), (concept, found)
    for concept in row.get("lacks", ()):
        assert not speaks_of(found, str(concept), glossary), (concept, found)
    if row.get("same"):
        assert found == row["ask"]


def test_the_table_has_harmless_pronouns_corrections_and_chains() -> None:
    rows = follow_ups()
    assert len(rows) >= 100
    assert sum(len(row["before"]) > 1 for row in rows) >= 8
    assert sum(bool(row.get("same")) for row in rows) >= 10


@pytest.mark.parametrize("message", ["And before a liver biopsy?", "Is it safe?", "why?", "are you sure?"])
def test_a_first_message_stands_as_it_is(message: str, glossary: Glossary) -> None:
    assert standalone(message, [], glossary) == message


def test_it_is_told_what_was_carried_over(glossary: Glossary) -> None:
    found = understand("And before a liver biopsy?", Before(["Which platelet count is safe in cirrhosis?"]), glossary)
    assert "cirrhosis" in found.carried
    assert "liver biopsy" not in found.carried


def test_a_message_that_names_nothing_is_about_what_was_carried_over(glossary: Glossary) -> None:
    assert not understand("why?", Before(["Is apixaban safe in cirrhosis?"]), glossary).carried


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


@given(message=texts, before=texts)
def test_any_message_after_any_other_gives_a_question(message: str, before: str) -> None:
    assert standalone(message, [before], shipped_glossary()) or not (message.strip() and before.strip())


@given(st.sampled_from(follow_ups()), st.sampled_from(follow_ups()))
def test_only_the_last_question_counts(row: dict[str, Any], other: dict[str, Any]) -> None:
    glossary = shipped_glossary()
    history = asked(row["before"], glossary)
    unsupported = row.get("unsupported", ())
    alone = standalone(row["ask"], history, glossary, unsupported)
    assert standalone(row["ask"], [*asked(other["before"], glossary), history[-1]], glossary, unsupported) == alone
