"""What is asked in a few words of the drug or illness in hand is asked as the bare question on it."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand


def meant(message: str, before: Before, glossary: Glossary) -> str:
    return understand(message, before, glossary).text


ASKED_IN_HASTE = Before(["apixaban dose AF"])


@pytest.mark.parametrize(
    "message", ["why?", "and if she bleeds?", "what about edoxaban?", "breastfeeding with 2 children?"]
)
def test_what_is_no_bare_question_of_the_drug_is_read_otherwise(message: str, glossary: Glossary) -> None:
    assert meant(message, ASKED_IN_HASTE, glossary) not in (
        f"{message.rstrip('?')} of apixaban?",
        f"Apixaban {message}",
    )


@pytest.mark.parametrize(("message", "asked"), [
    ("how does it work", "How does apixaban work?"), ("in pregnancy?", "Apixaban in pregnancy?"), ("driving", "Apixaban and driving?"),
    ("breastfeeding?", "Apixaban and breastfeeding?"), ("overdose", "Overdose of apixaban?"),
    ("what is it for", "What is apixaban for?"), ("and missed dose?", "Missed dose of apixaban?"),
])  # fmt: skip
def test_it_is_asked_of_the_drug_whatever_that_is_given_for(message: str, asked: str, glossary: Glossary) -> None:
    assert meant(message, ASKED_IN_HASTE, glossary) == asked


@pytest.mark.parametrize(("message", "asked"), [
    ("risk factors", "Risk factors of asthma?"), ("is it common", "Is asthma common?"), ("pathophysiology", "Pathophysiology of asthma?"),
    ("complications?", "Complications of asthma?"), ("is it inherited", "Is asthma inherited?"),
])  # fmt: skip
def test_it_is_asked_of_the_illness_whatever_was_asked_of_that(message: str, asked: str, glossary: Glossary) -> None:
    assert meant(message, Before(["asthma treatment"]), glossary) == asked


def test_what_names_the_drug_itself_is_asked_as_it_stands(glossary: Glossary) -> None:
    assert "of apixaban of" not in meant("and the side effects of apixaban?", ASKED_IN_HASTE, glossary)


def test_when_rifaximin_is_added_is_no_condition_of_a_dose(glossary: Glossary) -> None:
    assert "dose" not in meant("and when add rifaximin", Before(["lactulose dose HE"]), glossary)


def test_an_illness_has_no_side_effects(glossary: Glossary) -> None:
    assert meant("side effects", Before(["what should I eat with gout"]), glossary) != "Side effects of gout?"


def test_a_setting_of_a_whole_question_asks_that_again(glossary: Glossary) -> None:
    before = Before(["Is anaphylaxis treated with adrenaline?"])
    assert "anaphylaxis" in meant("and in children?", before, glossary)


@pytest.mark.parametrize("message", ["when should I not give it?", "how do I know it works?"])
def test_a_sentence_on_its_use_keeps_the_illness(message: str, glossary: Glossary) -> None:
    found = meant(message, Before(["Is prednisolone given in alcohol-associated hepatitis?"]), glossary)
    assert "alcohol-associated hepatitis" in found


@pytest.mark.parametrize(("message", "asked"), [
    ("what if I stop it", "What happens if apixaban is stopped?"), ("what happens if he stops?", "What happens if apixaban is stopped?"),
    ("alcohol?", "Can alcohol be taken with apixaban?"), ("can I have wine with that", "Can alcohol be taken with apixaban?"),
    ("grapefruit?", "Can grapefruit be taken with apixaban?"),
])  # fmt: skip
def test_stopping_and_drinking_are_asked_of_the_drug(message: str, asked: str, glossary: Glossary) -> None:
    assert meant(message, Before(["What is the dose of apixaban in atrial fibrillation?"]), glossary) == asked


def test_whose_age_was_told_is_no_part_of_what_holds_of_anybody(glossary: Glossary) -> None:
    before = Before(["apixaban dose AF 83F 58kg"])
    found = understand("how does it work?", before, glossary)
    assert found.text == "How does apixaban work?"
    assert found.details.age
    assert found.others == ()


@pytest.mark.parametrize(("message", "asked"), [
    ("and if creatinine clearance is 12?", "What is the dose of apixaban in atrial fibrillation if creatinine clearance is 12?"),
    ("what about rivaroxaban", "What is the dose of rivaroxaban in atrial fibrillation?"),
])  # fmt: skip
def test_a_dose_typed_in_haste_stays_a_question_on_the_dose(message: str, asked: str, glossary: Glossary) -> None:
    assert meant(message, Before(["apixaban dose AF, urgent please"]), glossary) == asked
