"""What a message puts right: a figure, a name, its own beginning; and what only begins like it."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand

OF_A_CHILD = "What is the dose of prednisolone in asthma for a 7 yr old?"
OF_A_DRUG = "What is the dose of dabigatran in atrial fibrillation?"


def meant(message: str, asked: str, glossary: Glossary) -> str:
    return understand(message, Before([asked]), glossary).text


@pytest.mark.parametrize(
    "message",
    ["I meant 11", "i meant 11, tall", "sorry 11 years", "no, 11 yrs old, tall", "she's 11 not 7", "11, not 7"],
)
def test_an_age_that_is_put_right_takes_the_place_of_the_one_before(message: str, glossary: Glossary) -> None:
    found = meant(message, OF_A_CHILD, glossary)
    assert "11 yr old" in found
    assert "7" not in found
    assert ("tall" in found) == ("tall" in message)


@pytest.mark.parametrize("message", ["sorry, 11 years", "sorry, he is 11", "I meant 11"])
def test_an_age_behind_a_person_is_one_without_its_unit(message: str, glossary: Glossary) -> None:
    assert "a boy of 11" in meant(message, "asthma attack in a boy of 7, prednisolone dose", glossary)


def test_the_age_that_was_put_right_holds_in_later_turns(glossary: Glossary) -> None:
    asked = ["Dose of amoxicillin in pneumonia, 70 year old man?"]
    second = understand("I meant 60, frail", Before(asked), glossary)
    before = Before([*asked, second.text], [*asked, "I meant 60, frail"])
    assert understand("and in penicillin allergy?", before, glossary).details.age == "60"


def test_a_weight_is_no_age(glossary: Glossary) -> None:
    found = meant("sorry 52 years", "Dose of gentamicin at 80 kg in a woman of 32 years?", glossary)
    assert "80 kg" in found
    assert "32" not in found


def test_a_figure_that_was_not_said_before_puts_nothing_right(glossary: Glossary) -> None:
    assert "11 yr old" not in meant("he's 11 not 9", OF_A_CHILD, glossary)


@pytest.mark.parametrize(
    "message", ["no bleeding since Friday", "no response to two tablets", "No improvement on it", "no fever, no cough"]
)
def test_what_is_not_there_is_no_answer_no(message: str, glossary: Glossary) -> None:
    found = understand(message, Before([OF_A_DRUG]), glossary)
    for text in (found.text, *found.others):
        assert "no " in text.lower() or "fails" in text


@pytest.mark.parametrize("message", ["no, in pneumonia", "No in pneumonia", "nope, in pneumonia"])
def test_an_answer_no_puts_right_what_stands_behind_it(message: str, glossary: Glossary) -> None:
    found = meant(message, "What is the dose of amoxicillin in otitis media?", glossary)
    assert found == "What is the dose of amoxicillin in pneumonia?"


def test_no_and_the_name_of_another_drug_asks_of_that(glossary: Glossary) -> None:
    assert meant("no edoxaban", OF_A_DRUG, glossary) == "What is the dose of edoxaban in atrial fibrillation?"
    assert meant("no steroids so far", OF_A_DRUG, glossary).lower().startswith("no steroids so far")


@pytest.mark.parametrize(
    "message",
    ["sorry, is zoledronic acid ok in reflux?", "sorry zoledronic acid and reflux, is it allowed?"],
)
def test_who_is_sorry_and_asks_something_whole_puts_nothing_right(message: str, glossary: Glossary) -> None:
    found = meant(message, "What is first-line in osteoporosis?", glossary)
    assert found.lower().startswith(message.removeprefix("sorry").lstrip(", "))


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("INR... sorry haemoglobin is 68, do I transfuse?", "haemoglobin is 68, do I transfuse?"),
        ("the sodium - sorry, the potassium is 6.1, do I treat?", "the potassium is 6.1, do I treat"),
        ("dose of risedronate, sorry, alendronate in osteoporosis?", "dose of alendronate in osteoporosis?"),
    ],
)
def test_what_a_message_takes_back_itself_is_left_out(message: str, read: str, glossary: Glossary) -> None:
    assert meant(message, "How is gout treated?", glossary).casefold().startswith(read.casefold())


@pytest.mark.parametrize(
    "message", ["the ward asked, sorry, is ibuprofen safe in cirrhosis?", "gout, I mean, how is pneumonia treated?"]
)
def test_what_is_not_of_one_kind_is_not_taken_back(message: str, glossary: Glossary) -> None:
    assert meant(message, "How is asthma treated?", glossary).casefold().startswith(message.casefold()[:15])


@pytest.mark.parametrize("message", ["sorry, she's 12 with diabetes", "sorry, 12 years with diabetes"])
def test_what_is_told_behind_an_age_stays_with_it(message: str, glossary: Glossary) -> None:
    found = meant(message, OF_A_CHILD, glossary)
    assert "12 yr old" in found
    assert "7" not in found
    assert "diabetes" in found
