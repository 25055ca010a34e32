"""What an aside leaves of the topic: a harm, a test, a drug that was asked about in passing; and whom it leaves behind."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from corpus.text import terms
from service.analysis.question import analyse
from service.conversation import Act, Before, understand
from service.conversation.going_on import is_of_oneself


def meant(message: str, before: Before, glossary: Glossary) -> str:
    return understand(message, before, glossary).text


IRON = Before(
    ["When is intravenous iron preferred over tablets?", "Is anaphylaxis common with intravenous iron?"],
    ["When is intravenous iron preferred over tablets?", "Is anaphylaxis common with it?"],
    abouts=[["iron deficiency anaemia"], ["iron deficiency anaemia"]],
    about=["iron deficiency anaemia"],
)
SHUNT = Before(
    ["Who gets a pre-emptive TIPS in variceal bleeding?", "Can TIPS be used in heart failure, with Child-Pugh 14?"],
    ["Who gets a pre-emptive TIPS in variceal bleeding?", "And with Child-Pugh 14?"],
)


def test_a_harm_that_was_asked_about_is_no_topic(glossary: Glossary) -> None:
    assert "anaphylaxis" not in meant("How would she notice?", IRON, glossary)


def test_what_does_harm_was_named_before(glossary: Glossary) -> None:
    asked = Before(["When is intravenous iron preferred over tablets?"])
    assert meant("Is anaphylaxis common with it?", asked, glossary).startswith(
        "Is anaphylaxis common with intravenous iron"
    )


@pytest.mark.parametrize("asked", ["Which drugs prevent anaphylaxis?", "Is anaphylaxis treated with adrenaline?"])
def test_an_illness_that_is_treated_stays_the_topic(asked: str, glossary: Glossary) -> None:
    assert "anaphylaxis" in meant("and in children?", Before([asked]), glossary)


def test_a_score_of_the_patient_is_not_what_is_given(glossary: Glossary) -> None:
    assert "Child-Pugh help" not in meant("Would it help ascites?", SHUNT, glossary)


@pytest.mark.parametrize(
    ("told", "illness"), [("He has heart failure.", "heart failure"), ("She's got asthma", "asthma")]
)
def test_an_illness_that_is_told_after_a_drug_asks_whether_it_can_be_given(
    told: str, illness: str, glossary: Glossary
) -> None:
    before = Before(["What is the dose of carvedilol in variceal bleeding, in adults?"], ["dose of carvedilol?"])
    assert meant(told, before, glossary) == f"Can carvedilol be used in {illness}?"


def test_another_patient_is_not_pregnant(glossary: Glossary) -> None:
    before = Before(["Which drugs are first-line in hypertension in pregnancy?"])
    found = meant("A different case: 86 years, frail. Two drugs at once?", before, glossary)
    assert "hypertension" in found
    assert "pregnancy" not in found


def test_another_pregnant_patient_is(glossary: Glossary) -> None:
    before = Before(["Which drugs are first-line in hypertension in pregnancy?"])
    assert "pregnan" in meant("Another patient, 30 weeks pregnant. Two drugs at once?", before, glossary)


def test_how_long_somebody_is_treated_leaves_a_test_behind(glossary: Glossary) -> None:
    asked = ["Which antibiotic is given in community-acquired pneumonia?", "Do I need blood cultures?"]
    assert (
        meant("How long do I treat him?", Before(asked), glossary)
        == "How long is community-acquired pneumonia treated?"
    )


def test_what_is_needed_is_needed_for_the_illness_and_not_the_drug_before(glossary: Glossary) -> None:
    asked = ["How is acute coronary syndrome treated?", "statin: when, and LDL goal?"]
    found = meant("does he need a PPI?", Before(asked, about=["dyslipidaemia"]), glossary)
    assert "acute coronary syndrome" in found
    assert "statin" not in found


@pytest.mark.parametrize(
    "message", ["After he recovers, what to stop it happening again?", "how do we prevent another one?"]
)
def test_what_keeps_it_from_happening_again_is_asked_of_the_illness(message: str, glossary: Glossary) -> None:
    asked = ["How is spontaneous bacterial peritonitis treated?", "Can carvedilol be given?"]
    assert (
        meant(message, Before(asked), glossary) == "How is recurrence of spontaneous bacterial peritonitis prevented?"
    )


@pytest.mark.parametrize("message", ["can pharmacy swap the brand", "another brand ok?", "can I switch brands?"])
def test_another_brand_is_asked_of_the_drug(message: str, glossary: Glossary) -> None:
    assert (
        meant(message, Before(["What is the dose of tacrolimus?"]), glossary)
        == "Can the brand of tacrolimus be switched?"
    )


def test_what_was_suspected_and_is_confirmed_is_asked_on(glossary: Glossary) -> None:
    near = frozenset(terms("thrombolysis of pulmonary embolism"))
    before = Before(["How is a suspected pulmonary embolism investigated?"], near=lambda: near)
    assert meant("confirmed. Thrombolyse? dose?", before, glossary).count("pulmonary embolism") == 2


def test_a_drug_with_it_names_both(glossary: Glossary) -> None:
    before = Before(["I take apixaban and forgot one tablet this morning"])
    assert meant("can i take ibuprofen with it for my knee", before, glossary) == (
        "Can i take ibuprofen with apixaban for my knee?"
    )


def test_what_is_stopped_is_what_was_taken_and_not_what_was_asked_about(glossary: Glossary) -> None:
    asked = ["I take apixaban and forgot one tablet this morning", "Can i take ibuprofen for my knee?"]
    found = meant("is it ok to just stop them", Before(asked), glossary)
    assert found.startswith("Is it ok to just stop apixaban")


def test_an_aspect_is_asked_and_what_is_told_beside_it_goes_along(glossary: Glossary) -> None:
    before = Before(["Which triptan is used in migraine?", "How is migraine treated?"])
    assert meant("prevention, she has 6 a month", before, glossary) == "How is migraine prevented, she has 6 a month?"


def test_what_the_patient_takes_is_held_against_what_is_wanted(glossary: Glossary) -> None:
    asked = ["He takes tacrolimus. Which antibiotic is given in community-acquired pneumonia?"]
    others = understand("he also wants ibuprofen for the pain", Before(asked), glossary).others
    assert "Can ibuprofen be given together with tacrolimus?" in others


def test_whether_a_drug_is_needed_may_be_asked_by_itself(glossary: Glossary) -> None:
    asked = ["How is acute coronary syndrome treated?", "statin: when, and LDL goal?"]
    before = Before(asked, about=["dyslipidaemia"], title="Dyslipidaemia")
    assert "does he need a PPI?" in understand("does he need a PPI?", before, glossary).others


def test_what_others_do_is_a_claim(glossary: Glossary) -> None:
    before = Before(["How long are aspirin and ticagrelor given after acute coronary syndrome?"])
    assert understand("You sure? my boss keeps everyone on it for a year", before, glossary).act is Act.CLAIM


@pytest.mark.parametrize("message", ["can I give aspirin?", "should I stop it?", "can I do a biopsy?"])
def test_what_somebody_who_treats_does_is_not_of_the_asker(message: str, glossary: Glossary) -> None:
    assert not is_of_oneself(message, analyse(message, glossary))


def test_what_names_another_illness_is_not_of_the_one_before(glossary: Glossary) -> None:
    assert "apixaban" not in meant("can I get gout?", Before(["Can I drink alcohol with apixaban?"]), glossary)


@pytest.mark.parametrize(("asked", "message", "read"), [
    ("what helps in COPD?", "is oxygen for me", "chronic obstructive pulmonary disease"), ("what helps in COPD?", "can I fly", "chronic obstructive pulmonary disease"),
    ("can I drink alcohol with apixaban", "can I swim", "apixaban"), ("can I drink alcohol with apixaban", "can I take ibuprofen", "apixaban"),
])  # fmt: skip
def test_what_the_asker_may_do_or_take_is_asked_in_what_was_spoken_of(
    asked: str, message: str, read: str, glossary: Glossary
) -> None:
    found = understand(message, Before([asked]), glossary)
    assert read in found.text
    assert found.others == ()


def test_a_topic_outlives_a_question_that_names_nothing(glossary: Glossary) -> None:
    before = Before(
        ["can I drink alcohol with apixaban", "Can I swim with apixaban?"],
        ["can i drink alcohol with apixaban", "can i swim"],
    )
    assert meant("can I take ibuprofen", before, glossary) == "Can I take ibuprofen with apixaban?"


@pytest.mark.parametrize("told", ["i had a heart attack in 2019", "I've had a heart attack"])
def test_an_illness_of_ones_own_after_whether_a_drug_may_be_taken_asks_the_same_in_it(
    told: str, glossary: Glossary
) -> None:
    before = Before(["Can I take sumatriptan with alcohol?"], ["can i take it with alcohol"])
    found = meant(told, before, glossary)
    assert found.startswith("Can sumatriptan be used in ")
    assert "alcohol" not in found


def test_they_who_give_something_are_no_medicine(glossary: Glossary) -> None:
    before = Before(["Which inhaler is salbutamol?"])
    assert "salbutamol give me" not in meant("what would they give me instead", before, glossary)


@pytest.mark.parametrize("message", [
    "Thank you. One more: how is gout treated?", "one last question: how is gout treated?", "thanks, one more thing - how is gout treated?",
],
)  # fmt: skip
def test_one_more_question_is_another_one(message: str, glossary: Glossary) -> None:
    before = Before(["Can apixaban be used in Child-Pugh B cirrhosis?"])
    assert understand(message, before, glossary).text == "How is gout treated?"
