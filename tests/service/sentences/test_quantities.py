"""Which kind of quantity a question wants, and whether a sentence has one of it."""

from __future__ import annotations

import pytest

from service.sentences.quantities import quantity_asked


@pytest.mark.parametrize(
    "question",
    [
        "Is apixaban safe in pregnancy?",
        "I missed my last dose, what now?",
        "low-dose methotrexate and a dry cough",
        "What is HAS-BLED?",
        "Does pentoxifylline lower mortality in alcohol-associated hepatitis?",
        "Syphilis, no idea how long he has had it. Which drug is given?",
        "ejection fraction of 30%, is an ICD indicated?",
        "From which foods should the protein come?",
        "How far apart are the guidelines on this?",
        "asthma and thyroid storm, which rate drug?",
    ],
)
def test_a_question_for_no_quantity_wants_none(question: str) -> None:
    assert quantity_asked(question) is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("how common is headache on avatrombopag", "how many, or how often"),
        ("How often does warfarin cause bleeding?", "how many, or how often"),
        ("mortality of liver biopsy", "how many, or how often"),
        ("how often INR on warfarin", "how often"),
        ("How long is rifampicin given?", "how long"),
        ("how many weeks off methotrexate", "how long"),
        ("How much longer will the withdrawal go on?", "how long"),
        ("apixaban dose in AF", "dose"),
        ("target INR for a mitral valve", "value"),
        ("below which platelet count is heparin stopped", "value"),
        ("by how much does LDL fall on ezetimibe", "how much"),
        ("at what rate does the insulin run", "rate"),
    ],
)
def test_the_kind_is_told_by_the_words(question: str, name: str) -> None:
    quantity = quantity_asked(question)
    assert quantity is not None
    assert quantity.name == name


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How long is it given?", "It is licensed for people of 16 years of age and for adults aged 18 years."),
        ("How often is it measured?", "It is measured in all patients."),
        ("What share dies?", "Death was seen."),
        ("dose in mg/kg?", "It is given as 200 mg a day."),
        ("how many joules?", "The shock is synchronised, after 2 mg of midazolam."),
        ("What value is aimed at?", "A low value is aimed at."),
    ],
)
def test_another_quantity_or_none_is_not_what_is_wanted(question: str, text: str) -> None:
    quantity = quantity_asked(question)
    assert quantity is not None
    assert not quantity.given_in(text, question)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How long is it given?", "It is given for 3 to 6 months."),
        ("How long is it given?", "It is given lifelong."),
        ("How often is it measured?", "It is measured every 3 months."),
        ("How often is it measured?", "It is measured annually."),
        ("What share dies?", "Of 80 patients 12 of the 80 died."),
        ("How common is a rash?", "A rash is common."),
        ("dose in mg/kg?", "It is given as 2 mg/kg a day."),
        ("how many joules?", "The first shock is 150 J."),
        ("What value is aimed at?", "A trough of 5 to 8 ng/mL is aimed at."),
        ("At what rate does it run?", "It runs at 6 units/h."),
        ("At what rate does it recur?", "It recurs in 12%."),
        ("Which infusion rate follows?", "It is followed by 50 µg/h."),
        ("At what dose is it given?", "It is given in fixed therapeutic doses by weight."),
    ],
)
def test_a_quantity_of_the_kind_is(question: str, text: str) -> None:
    quantity = quantity_asked(question)
    assert quantity is not None
    assert quantity.given_in(text, question)
