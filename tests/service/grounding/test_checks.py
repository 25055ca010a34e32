"""Which details of a statement its quotes do not support."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.glossary import Glossary
from service.grounding.checks import unsupported_details

DOSE = "Terlipressin is given at 0.85 mg every 6 hours for at least 3 days in adults with a platelet count above 50 × 10⁹/L."


@pytest.mark.parametrize(
    ("text", "quote", "failed"),
    [
        ("Terlipressin 8.5 mg every 6 hours.", DOSE, "numbers"),
        ("Terlipressin 0.85 g every 6 hours.", DOSE, "numbers"),
        ("Terlipressin 0.85 mg every 8 hours.", DOSE, "numbers"),
        ("Terlipressin for 3 days.", DOSE, "numbers"),
        ("Terlipressin for at most 3 days.", DOSE, "numbers"),
        ("Terlipressin for more than 3 days.", DOSE, "numbers"),
        ("Terlipressin with a platelet count below 50 × 10⁹/L.", DOSE, "numbers"),
        ("Terlipressin with a platelet count above 50 × 10⁶/L.", DOSE, "numbers"),
        ("Terlipressin at 0.85 mg/kg.", DOSE, "numbers"),
        ("Apixaban 5 mg once daily.", "Apixaban is given at 5 mg twice daily.", "numbers"),
        ("Stop it for three weeks.", "Stop it for two weeks.", "numbers"),
        ("Half of the patients died.", "A third of the patients died.", "numbers"),
        ("In 12% of patients.", "In 21% of patients.", "numbers"),
        ("It is recommended.", "It is not recommended.", "negation"),
        ("It is not recommended.", "It is recommended.", "negation"),
        ("It is safe.", "It is unsafe.", "negation"),
        ("Use it in renal failure.", "Avoid it in renal failure.", "negation"),
        ("Treat all patients.", "Treat all patients unless they bleed.", "negation"),
        ("Carvedilol raises portal pressure.", "Carvedilol lowers portal pressure.", "direction"),
        ("Survival improved.", "Survival worsened.", "direction"),
        ("Give it after the meal.", "Give it before the meal.", "direction"),
        ("Propranolol lowers portal pressure.", "Carvedilol lowers portal pressure.", "names"),
        ("Zelbosartan lowers portal pressure.", "Carvedilol lowers portal pressure.", "names"),
        ("Carvedilol lowers portal pressure in ascites.", "Carvedilol lowers portal pressure.", "names"),
        ("The NACSELD trial supports carvedilol.", "The trial supports carvedilol.", "names"),
        ("Hyperkalaemia is a harm.", "Hypokalaemia is a harm.", "names"),
        ("Bananas cure everything.", "Carvedilol lowers portal pressure.", "names"),
    ],
)
def test_a_detail_that_the_quote_lacks_is_found(text: str, quote: str, failed: str, glossary: Glossary) -> None:
    assert failed in unsupported_details(text, [quote], glossary)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Terlipressin: 0.85 mg every 6 hours.", DOSE),
        ("Give terlipressin for at least 3 days to adults.", DOSE),
        ("Give terlipressin for ≥3 days to adults.", "Terlipressin is given for at least 3 days."),
        ("Wait two weeks.", "The wait is 2 weeks."),
        ("Hydroxyurea is given.", "Hydroxycarbamide is given."),  # one concept, two names
        ("DVT is treated with heparin.", "Deep vein thrombosis is treated with heparin."),
        ("Rapamycin was stopped.", "Sirolimus was stopped."),
        ("Carvedilol is used in heart failure.", "In heart failure, carvedilol is used."),  # "failure" is no negation
        ("Cost was 10,000 dollars.", "The cost was 10000 dollars."),
    ],
)
def test_what_the_quote_says_in_other_words_passes(text: str, quote: str, glossary: Glossary) -> None:
    assert unsupported_details(text, [quote], glossary) == []


def test_a_statement_may_rest_on_several_quotes(glossary: Glossary) -> None:
    quotes = ["Carvedilol lowers portal pressure.", "The target dose is 12.5 mg daily."]
    text = "Carvedilol lowers portal pressure, with a target dose of 12.5 mg daily."
    assert unsupported_details(text, quotes, glossary) == []
    assert "numbers" in unsupported_details(text, quotes[:1], glossary)


sentences = st.sampled_from(
    [
        DOSE, "It is not recommended in renal failure.", "Start at 5 mg once daily, and stop after 2 weeks.", "In 12.5% of 1,204 patients.",
        "Sirolimus increases lipids unless a statin is given.", "The IMPROVE score is at least 4 in 10 of 20 patients.",
    ]
)  # fmt: skip


@given(sentences)
def test_a_quote_supports_itself(sentence: str) -> None:
    assert unsupported_details(sentence, [sentence]) == []


@given(sentences, st.data())
def test_a_figure_that_is_changed_is_always_found(sentence: str, data: st.DataObject) -> None:
    figures = list(re.finditer(r"\d+", sentence))
    assume(figures)
    figure = data.draw(st.sampled_from(figures))
    other = str(data.draw(st.integers(1, 99_999)))
    changed = sentence[: figure.start()] + other + sentence[figure.end() :]
    assume(other not in re.findall(r"\d+", sentence))
    assert "numbers" in unsupported_details(changed, [sentence])


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_can_be_checked(text: str, quotes: list[str]) -> None:
    assert set(unsupported_details(text, quotes)) <= {"numbers", "negation", "direction", "names"}
