"""A long case is read in short: what the patient has now, the values that call for something, and what is asked."""

from __future__ import annotations

from corpus.glossary import Glossary
from service.analysis.long_case import asking_of_case, in_short
from service.analysis.question import analyse
from service.analysis.taken import drugs_asked, told_of_case

CASE = (
    "54M with cirrhosis, admitted with fever, ascitic neutrophils 620/mm3, potassium 4.1, bilirubin 90. No GI bleeding, "
    "previous pulmonary embolism, never had encephalopathy. Cefotaxime 2 g 8-hourly was started in the emergency "
    "department an hour ago. Platelets normal, his wife is worried and was unsure about coming. The team asks whether he "
    "needs albumin as well, and if so what dose on which days?"
)


def test_what_is_short_is_no_case(glossary: Glossary) -> None:
    assert in_short("Cirrhosis, SBP. Cefotaxime was started. Does he need albumin, and what dose?", glossary) == ()


def test_what_asks_nothing_is_no_case(glossary: Glossary) -> None:
    assert (
        in_short(CASE.rpartition(" The team")[0] + " He is stable and he is at home with his wife now.", glossary) == ()
    )


def test_what_is_denied_past_or_normal_and_everyday_words_are_left_out(glossary: Glossary) -> None:
    text = in_short(CASE, glossary)[0].text
    for word in ("bleeding", "embolism", "encephalopathy", "potassium", "wife", "unsure", "team", "Platelets"):
        assert word not in text


def test_illnesses_and_values_that_call_for_something_stand_before_what_is_asked(glossary: Glossary) -> None:
    full, without_values = in_short(CASE, glossary)
    for word in ("cirrhosis", "fever", "bilirubin 90"):
        assert word in full.text.partition(". Whether he needs albumin as well")[0]
    assert "bilirubin" not in without_values.text
    assert full.asked == {"albumin"}


def test_the_drugs_asked_about_are_those_of_the_sentence_that_asks(glossary: Glossary) -> None:
    question = analyse(CASE, glossary)
    assert [entry.term for entry in drugs_asked(question)] == ["albumin"]
    assert "cefotaxime" in told_of_case(question)
    assert asking_of_case(CASE).startswith("The team asks")
