"""What a follow-up means after what was asked before."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.glossary import Glossary, shipped_glossary
from service.conversation import Before, standalone, understand
from service.patient_details import details_of
from tests.service.conversation.naming import speaks_of
from tests.service.read_tables import follow_ups


def asked(before: list[str], glossary: Glossary) -> list[str]:
    """The standalone questions of a conversation, turn by turn."""
    history: list[str] = []
    for message in before:
        history.append(standalone(message, history, glossary))
    return history


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


def test_both_are_the_two_of_the_last_question_whatever_was_asked_before_it(glossary: Glossary) -> None:
    before = ["What is carvedilol used for in portal hypertension?", "Is carvedilol better than propranolol in them?"]
    found = standalone("What are the contraindications to both?", before, glossary)
    assert speaks_of(found, "carvedilol", glossary)
    assert speaks_of(found, "propranolol", glossary)


@given(st.sampled_from(follow_ups()), st.sampled_from(follow_ups()))
def test_only_the_last_question_counts(row: dict[str, Any], other: dict[str, Any]) -> None:
    glossary = shipped_glossary()
    history = asked(row["before"], glossary)
    unsupported = row.get("unsupported", ())
    assume(not details_of(other["before"], glossary))  # what is told of a patient holds longer than a question
    alone = standalone(row["ask"], history, glossary, unsupported)
    assert standalone(row["ask"], [*asked(other["before"], glossary), history[-1]], glossary, unsupported) == alone


@pytest.mark.parametrize(
    ("before", "about", "ask", "expected"),
    [
        ("How is CURB-65 scored?", "community-acquired pneumonia", "Which antibiotic?",
         "Which antibiotic, in community-acquired pneumonia and CURB-65?"),
        ("Which inhaler first, in asthma, in an adult?", "", "What about salbutamol alone?",
         "Should salbutamol alone be used in asthma, in an adult?"),
        ("What are the indications for TIPS?", "", "Who must not have one?", "Who must not have TIPS?"),
        ("What are the indications for TIPS?", "", "How is the shunt followed up?", "How is TIPS followed up?"),
        ("What dose of everolimus after liver transplantation?", "", "I meant after a kidney transplant.",
         "What dose of everolimus after kidney transplant?"),
    ],
)  # fmt: skip
def test_a_fragment_takes_the_topic_not_how_it_was_asked(
    before: str, about: str, ask: str, expected: str, glossary: Glossary
) -> None:
    assert understand(ask, Before([before], about=[about] if about else []), glossary).text == expected


def test_what_is_given_is_what_the_answer_began_with(glossary: Glossary) -> None:
    said = ["Metformin is first line in type 2 diabetes."]
    before = Before(["Which drug is first line in type 2 diabetes?"], said=said)
    assert "metformin" in understand("When must it not be given?", before, glossary).text
