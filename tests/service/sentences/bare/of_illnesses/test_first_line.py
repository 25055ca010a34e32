"""Which drug comes first is told by what says so, or by the one treatment that is given."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asks, first_of, told


@pytest.mark.parametrize(
    "question", ["second line drug for gout", "first line drug for gout in pregnancy", "first dose"]
)
def test_another_line_or_a_case_is_another_question(question: str) -> None:
    assert not asks(question, "first line")


@pytest.mark.parametrize(
    "question",
    ["first line drug for gout", "first-line treatment of gout", "1st line for gout", "drug of choice for gout", "DOC for gout",
     "what is first line for gout", "best drug for gout", "initial treatment of gout", "what's the first-line agent in gout?",
     "which drug is first line in gout", "first choice treatment gout", "preferred treatment for gout", "standard of care for gout",
     "antibiotic of choice for cellulitis", "first line antibiotic for UTI", "what's the best treatment for gout"],
)  # fmt: skip
def test_the_first_drug_is_asked_for_in_many_words(question: str) -> None:
    assert asks(question, "first line")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("first line drug for gout", "Colchicine is contraindicated in gout with severe renal impairment."),
        ("first line drug for osteoporosis", "Denosumab is the suggested second-line drug for osteoporosis."),
        ("first line drug for hepatic encephalopathy", "Refractory hepatic encephalopathy is treated by closing the shunt."),
        ("first line drug for cirrhosis", "Spironolactone is the first drug for ascites in cirrhosis."),
        ("first line drug for thrombosis", "First-line blood pressure-lowering drugs are ACE inhibitors."),
        ("first line drug for splenomegaly", "Treatment of splenomegaly is directed at the underlying disease."),
    ],
)  # fmt: skip
def test_a_later_drug_or_one_for_something_else_does_not_tell_it(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("first line drug for gout", "A gout flare is treated first with an NSAID or colchicine."),
        ("first line drug for panic disorder", "SSRIs are first-line drugs for panic disorder."),
        ("first line drug for septic shock", "Norepinephrine is the first vasopressor in septic shock."),
        ("first line drug for opioid overdose", "For opioid overdose, naloxone is given at 0.4 mg."),
    ],
)  # fmt: skip
def test_what_comes_first_or_is_the_one_that_is_given_tells_it(question: str, text: str) -> None:
    assert told(question, text)


def test_what_says_that_it_comes_first_stands_before_what_is_given_too() -> None:
    given, first = "In gout, colchicine is given.", "Allopurinol is the preferred first drug for gout."
    assert first_of("first line drug for gout", given, first) == first
