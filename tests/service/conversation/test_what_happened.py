"""What was told to have happened: whether that is bad, and when it was."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand


def after(told: str, meant: str) -> Before:
    asked = "How is levothyroxine taken?"
    return Before([asked, meant], [asked, told])


@pytest.mark.parametrize(
    "message", ["is that dangerous?", "and is that bad?", "is this a problem for her?", "was that too late?"]
)
def test_that_is_what_was_done_and_not_the_drug(message: str, glossary: Glossary) -> None:
    found = understand(message, after("she missed it twice", "She missed levothyroxine twice"), glossary)
    assert found.text.startswith("She missed levothyroxine twice, ")
    assert found.others == ()


@pytest.mark.parametrize(("told", "message"), [
    ("she is 80", "is that dangerous?"), ("did she miss it?", "is that dangerous?"), ("she missed it twice", "is that a tablet?"),
],
)  # fmt: skip
def test_what_nobody_did_is_not_meant(told: str, message: str, glossary: Glossary) -> None:
    found = understand(message, after(told, "How is levothyroxine taken by her?"), glossary).text
    assert not found.startswith("How is levothyroxine taken by her, is that")


@pytest.mark.parametrize("message", [
    "last dose 10 hours ago", "the last tablet was taken 3 h ago", "and the last tablet was yesterday", "taken a few hours ago",
],
)  # fmt: skip
def test_when_something_was_asks_the_question_again(message: str, glossary: Glossary) -> None:
    found = understand(message, Before(["How is bleeding on edoxaban reversed?"]), glossary).text
    assert found.startswith("How is bleeding on edoxaban reversed, ")
    assert found.rstrip("?").endswith(message.rsplit(" ", 1)[-1])


def test_a_short_case_is_asked_again_whole(glossary: Glossary) -> None:
    asked = "She is on edoxaban and bleeding. How do I reverse it?"
    found = understand("last dose 8 hours ago", Before([asked]), glossary).text
    assert found == "She is on edoxaban and bleeding. How do I reverse it, last dose 8 hours ago?"


def test_an_illness_of_long_ago_is_no_mere_time(glossary: Glossary) -> None:
    found = understand("she had a stroke 3 weeks ago", Before(["How is bleeding on edoxaban reversed?"]), glossary).text
    assert not found.startswith("How is bleeding on edoxaban reversed, she had")


@pytest.mark.parametrize(
    "message", ["why does that matter?", "does that change the dose?", "would it make a difference"]
)
def test_what_was_told_of_somebody_matters_and_not_a_drug_of_the_answer(message: str, glossary: Glossary) -> None:
    asked = "Which antibiotic for pneumonia, taking simvastatin?"
    before = Before(
        ["Which antibiotic for pneumonia?", asked], ["Which antibiotic for pneumonia?", "she's on simvastatin"]
    )
    assert understand(message, before, glossary).text.startswith("Which antibiotic for pneumonia, taking simvastatin, ")


@pytest.mark.parametrize(
    "message", ["I forgot it yesterday", "she missed a tablet this morning", "he took it 3 hours ago"]
)
def test_what_was_done_with_a_drug_is_asked_by_itself(message: str, glossary: Glossary) -> None:
    found = understand(message, Before(["How is edoxaban dosed?"]), glossary).text
    assert not found.startswith("How is edoxaban dosed, ")
