"""Which reading of a follow-up the library answers, and what the text in hand adds in the message's own words."""

from __future__ import annotations

import pytest

from service.answer import Answer, Status, statements_of
from service.library import Library
from tests.fakes import digest
from tests.service.conftest import LibraryOf
from tests.service.talking import talk

NOISE = "After a transplant, tacrolimus levels are measured at least weekly in the first month [@g]."
TEXTS = {
    "ascites.md": digest(
        "ascites",
        "## Recommendations\n\nSpironolactone is the first diuretic for ascites in cirrhosis [@g].\n\n"
        "## Harms and monitoring\n\nPainful gynaecomastia on spironolactone is managed by a change to amiloride [@g].\n\n"
        "Serum potassium and creatinine are measured every week in the first month of diuretics [@g].",
        g={"doi": "10.1000/ascites"},
    ),
    "tacrolimus.md": digest("tacrolimus", f"## Harms and monitoring\n\n{NOISE}", g={"doi": "10.1000/tac"}),
}
QUESTION = "Which diuretic is first for ascites in cirrhosis?"


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def said(answer: Answer) -> str:
    return " ".join(statement.text for statement in statements_of(answer))


def test_nothing_is_found_for_what_the_library_knows_nothing_of(library: Library) -> None:
    answer = talk(library, QUESTION, "Who wrote Hamlet?")[-1]
    assert answer.status not in (Status.ANSWERED, Status.PARTIAL)


@pytest.mark.parametrize("message", ["his breasts are painful, gynaecomastia", "and if gynaecomastia is painful?"])
def test_the_text_in_hand_answers_in_the_words_of_the_message(library: Library, message: str) -> None:
    answer = talk(library, QUESTION, message)[-1]
    assert "amiloride" in said(answer)
    assert {item.document_id for statement in statements_of(answer) for item in statement.evidence} == {"ascites"}


def test_another_topic_has_nothing_of_the_text_before(library: Library) -> None:
    answer = talk(library, QUESTION, "New question: how often are tacrolimus levels measured after a transplant?")[-1]
    assert said(answer) == NOISE.removesuffix(" [@g].") + "."


def test_the_same_message_gives_the_same_answer_again(library: Library) -> None:
    first, second = (talk(library, QUESTION, "and how is it monitored?")[-1] for _ in range(2))
    assert said(first) == said(second)


def test_general_advice_of_the_text_in_hand_is_not_given_for_a_pregnant_woman(library_of: LibraryOf) -> None:
    body = (
        "## Recommendations\n\nDirect oral anticoagulants are recommended in deep vein thrombosis [@g].\n\n"
        "## Special groups\n\nHeparin is recommended for deep vein thrombosis in pregnancy [@g]."
    )
    library = library_of({"dvt.md": digest("dvt", body, g={"doi": "10.1000/dvt"})})
    first, then = talk(library, "Which anticoagulant is recommended in deep vein thrombosis?", "and in pregnancy?")
    assert "Direct oral" in said(first)
    assert "Heparin" in said(then)
    assert "Direct oral" not in said(then)
