"""What is typed in haste between patients, and what a clinician goes on to say of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import Glossary, shipped_glossary
from corpus.text import terms
from service.conversation import Act, Before, understand

MESSY = "67M, right arm weak and can't speak for 3 hours, NIHSS only 4. Lyse?"
CONDITIONS = ["gout", "sepsis", "asthma", "ascites", "stroke"]


def near(text: str) -> Before:
    return Before(["What is the first drug in gout?"], near=lambda: frozenset(terms(text)))


def test_a_message_typed_in_haste_is_not_said_again_whole(glossary: Glossary) -> None:
    found = understand(
        "tenecteplase: dose?", Before([MESSY], about=["stroke"], near=lambda: {"tenecteplase"}), glossary
    )
    assert "right arm" not in found.text
    assert "tenecteplase" in found.text.lower()
    assert "stroke" in found.text


@pytest.mark.parametrize("message", ["colchicine, how much?", "how much, and what's the max?", "dose to begin with?"])
def test_what_is_typed_in_haste_takes_its_topic(message: str, glossary: Glossary) -> None:
    assert "gout" in understand(message, near("colchicine treats gout"), glossary).text


def test_haste_with_a_drug_that_the_answer_does_not_know_stands_alone(glossary: Glossary) -> None:
    assert (
        understand("INR target on warfarin?", near("colchicine treats gout"), glossary).text
        == "INR target on warfarin?"
    )


def test_a_condition_that_is_denied_is_no_topic(glossary: Glossary) -> None:
    before = Before(["28F, burning and frequency, no fever. First line drugs?"], about=["urinary tract infection"])
    found = understand("how many days?", before, glossary).text
    assert "urinary tract infection" in found
    assert "in fever" not in found


def test_a_drug_of_the_patient_goes_along_with_another(glossary: Glossary) -> None:
    before = Before(["What is the trough level of tacrolimus after liver transplantation?"])
    assert "tacrolimus" in understand("he also wants ibuprofen", before, glossary).text


def test_what_is_asked_which_and_how_is_not_what_was_given_before(glossary: Glossary) -> None:
    before = Before(
        ["Third flare of gout this year, long-term treatment?"], said=["Colchicine is given in a flare of gout."]
    )
    assert "colchicine" not in understand("which drug and how do I start it?", before, glossary).text


def test_an_amount_is_asked_of_what_the_answer_named(glossary: Glossary) -> None:
    before = Before(["Which drug treats ascites in cirrhosis?"], said=["Spironolactone is the first drug in ascites."])
    found = understand("how much, and what's the max?", before, glossary).text
    assert "spironolactone" in found
    assert "ascites" in found


def test_the_same_in_another_setting_adds_the_setting(glossary: Glossary) -> None:
    found = understand("same in decompensated cirrhosis?", Before(["Which drugs treat hepatitis C?"]), glossary).text
    assert "hepatitis C" in found
    assert "decompensated cirrhosis" in found


def test_which_of_these_chooses_from_the_answer_and_compares_nothing(glossary: Glossary) -> None:
    before = Before(["Which drugs are used in epilepsy?"], said=["Lamotrigine or levetiracetam is used in epilepsy."])
    found = understand("which of these are out in pregnancy?", before, glossary).text
    assert "lamotrigine" not in found
    assert "pregnancy" in found


def test_going_back_takes_what_that_answer_was_about(glossary: Glossary) -> None:
    before = Before([MESSY, "How is gout treated?"], about=["gout"], abouts=[["stroke"], ["gout"]])
    found = understand("back to the first question, which blood pressure?", before, glossary).text
    assert "stroke" in found
    assert "gout" not in found


@given(st.sampled_from(CONDITIONS), st.sampled_from(CONDITIONS), st.booleans())
def test_a_whole_question_with_its_own_condition_is_unchanged(earlier: str, now: str, messy: bool) -> None:
    question = f"Which drug is given first in {now}?"
    before = Before(
        [f"Bad night again, {earlier}. Now what?" if messy else f"How is {earlier} treated?"], about=[earlier]
    )
    found = understand(question, before, shipped_glossary())
    assert (found.text, found.carried) == (question, frozenset())


@pytest.mark.parametrize(
    "message", ["Are you sure? I thought everybody with gout gets it", "sure about that? seems odd in gout"]
)
def test_a_doubt_with_a_reason_that_names_nothing_new_asks_nothing(message: str, glossary: Glossary) -> None:
    assert understand(message, Before(["Is allopurinol given in gout?"]), glossary).act is Act.CLAIM


@pytest.mark.parametrize("message", ["Are you sure? What about febuxostat?", "Are you sure? She takes azathioprine."])
def test_a_doubt_with_something_new_is_looked_up(message: str, glossary: Glossary) -> None:
    assert understand(message, Before(["Is allopurinol given in gout?"]), glossary).act is Act.QUESTION


def test_the_topic_of_a_thread_holds_where_the_last_question_lost_it(glossary: Glossary) -> None:
    questions = ["Apixaban dose in atrial fibrillation?", "How long on apixaban before cardioversion?"]
    typed = [questions[0], "how long on it before cardioversion"]
    found = understand("dose then?", Before(questions, typed), glossary).text
    assert "atrial fibrillation" in found


def test_a_topic_is_not_taken_from_before_a_question_of_its_own(glossary: Glossary) -> None:
    before = Before(["How is gout treated?", "What are the interactions of tacrolimus?"])
    assert "gout" not in understand("any contraindications?", before, glossary).text


@pytest.mark.parametrize("denied", ["no fever", "denies asthma", "without ascites"])
def test_what_is_denied_early_does_not_come_up_later(denied: str, glossary: Glossary) -> None:
    first = f"28F, burning on passing urine, {denied}. First line?"
    before = Before([first, "How long, first line?"], [first, "how long"])
    found = understand("and if that fails?", before, glossary).text
    assert denied.split()[-1] not in found


def test_of_a_condition_and_its_kind_only_the_kind_is_named(glossary: Glossary) -> None:
    before = Before(["HFrEF on ramipril, start what?"], about=["heart failure"])
    found = understand("starting dose, eGFR 45", before, glossary).text
    assert found.count("heart failure") == 1


@pytest.mark.parametrize("message", ["unrelated - migraine in a man, first drug?", "new q: migraine, first drug?"])
def test_an_announced_topic_leaves_the_patient_behind(message: str, glossary: Glossary) -> None:
    first = "42F, 12/40 pregnant, on lisinopril, BP 170/105. What instead?"
    second = understand(message, Before([first]), glossary)
    found = understand("dose?", Before([first, second.text], [first, message]), glossary)
    assert not found.details
    assert "pregnan" not in found.text


def test_going_back_to_somebody_takes_up_what_was_told_of_them(glossary: Glossary) -> None:
    typed = ["42F, 12/40 pregnant, on lisinopril. What instead?", "new patient: 70M with gout, allopurinol dose?"]
    questions = [typed[0], "70M with gout, allopurinol dose?"]
    before = Before(questions, typed, texts=["one", "two"])
    found = understand("back to the pregnant lady: aspirin?", before, glossary)
    assert found.details.pregnancy == "12 weeks pregnant"
    assert "gout" not in found.text
    assert found.text_in_hand == "one"


def test_going_back_without_a_question_asks_the_same_again(glossary: Glossary) -> None:
    before = Before(["How is gout treated?", "How is sepsis treated?"])
    assert understand("back to gout", before, glossary).text == "How is gout treated?"


def test_other_readings_keep_a_pregnancy_but_no_laboratory_values(glossary: Glossary) -> None:
    before = Before(["She is 20 weeks pregnant, creatinine 140 µmol/L, has migraine. First drug?"])
    others = understand("how long?", before, glossary).others
    assert any("in pregnancy" in text for text in others)
    assert not any(text.endswith("creatinine 140 µmol/L?") for text in others)


@pytest.mark.parametrize(
    ("message", "begins", "ends"),
    [("does he need it for life", "Does he", "?"), ("scan neg", "Scan neg", "thrombosis")],
)
def test_a_question_is_shown_as_one_writes_it(message: str, begins: str, ends: str, glossary: Glossary) -> None:
    before = Before(["Swollen calf, Wells 3, on apixaban. Scan?"], about=["deep vein thrombosis"])
    found = understand(message, before, glossary).text
    assert found.startswith(begins)
    assert found.endswith(ends)
