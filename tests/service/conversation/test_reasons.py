"""Questions on the answer itself: why it is so, who says so, how firmly."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Act, Before, understand

ASKED = "Is ibuprofen all right for him, he has cirrhosis and takes furosemide?"
SAID = [
    "No: In cirrhosis with ascites, NSAIDs are avoided (EASL 2018), because the kidneys may fail.",
    "Furosemide is raised in steps.",
]


def after(said: list[str], message: str, glossary: Glossary, asked: str = ASKED) -> str:
    return understand(message, Before([asked], said=said), glossary).text


@pytest.mark.parametrize("message", ["why?", "Why not?", "and why is that", "how come?", "what's the reason for that?"])
def test_why_asks_for_the_reason_of_what_was_said_first(message: str, glossary: Glossary) -> None:
    assert after(SAID, message, glossary).startswith("Why are NSAIDs avoided in cirrhosis with ascites")


def test_a_first_statement_on_something_else_keeps_what_was_asked_about(glossary: Glossary) -> None:
    found = after(["A low salt diet is advised."], "why?", glossary, "What is given in ascites?")
    assert found == "Why is a low salt diet advised, in ascites?"


@pytest.mark.parametrize(
    "said",
    [["Two guidelines advise against it."], ["Scarce evidence means that no dose of naproxen can be given."], []],
)
def test_a_statement_that_cannot_be_turned_round_leaves_why_to_the_question_before(
    said: list[str], glossary: Glossary
) -> None:
    found = after(said, "why?", glossary, "Is naproxen safe in cirrhosis?")
    assert "naproxen" in found
    assert "cirrhosis" in found
    assert "why" in found


@pytest.mark.parametrize("message", ["why are they low?", "why is furosemide given?", "why in the evening?"])
def test_a_reason_of_something_else_is_another_question(message: str, glossary: Glossary) -> None:
    assert "NSAIDs avoided" not in after(SAID, message, glossary)


@pytest.mark.parametrize(
    "message",
    [
        "who says so?", "And who recommends this", "according to whom?", "which guideline is that from?", "source?",
        "how strong is that recommendation?", "How good is the evidence?", "is that a strong recommendation?",
        "what's the source for that?",
    ],
)  # fmt: skip
def test_who_says_it_and_how_firmly_asks_for_the_same_answer(message: str, glossary: Glossary) -> None:
    found = understand(message, Before([ASKED], said=SAID), glossary)
    assert (found.act, found.text) == (Act.DOUBT, ASKED)


@pytest.mark.parametrize(
    "message",
    [
        "who recommends spironolactone?", "how strong is it in pain?", "which level?", "how good is it?",
        "which guideline covers ascites?", "what is the evidence?", "what trial of albumin?",
    ],
)  # fmt: skip
def test_what_names_more_is_looked_up(message: str, glossary: Glossary) -> None:
    assert understand(message, Before([ASKED], said=SAID), glossary).act is Act.QUESTION
