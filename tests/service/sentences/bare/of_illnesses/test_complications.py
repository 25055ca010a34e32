"""Complications are answered by what follows from that illness, or goes wrong with that procedure."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, asked, name_of, sentence


@pytest.mark.parametrize(
    "text",
    [
        "Hepatitis B vaccine lowers the complications of chronic kidney disease.",
        "Diabetes can lead to chronic kidney disease.",
        "Chronic kidney disease is staged by eGFR.",
        "Acute kidney injury may occur on warfarin in chronic kidney disease.",
        "In a trial in chronic kidney disease, death occurred in 5% against 7% on placebo.",
        "Gout is found in 5% of chronic kidney disease.",  # which may be its cause
        "If chronic kidney disease raises your risk of a stroke, a statin is advised.",
    ],
)
def test_what_leads_to_it_or_befalls_people_who_have_it_does_not_follow_from_it(text: str) -> None:
    assert not answers("complications of chronic kidney disease", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("complications of CKD", "CKD also raises the risk of a heart attack and a stroke."),
        ("splenomegaly complications", "Infection, anaemia and splenic rupture are the commonest complications of splenomegaly."),
        ("what happens if hepatitis C is left untreated?", "If it is not treated, hep C can lead to liver cancer and liver failure."),
        ("complications of variceal bleeding", "Bacterial infection occurs in 20% of patients within 48 hours of acute variceal bleeding."),
        ("risks of gestational diabetes", "Risks of diabetes in pregnancy include pre-eclampsia and fetal death."),
    ],
)  # fmt: skip
def test_what_follows_from_it_does(question: str, text: str) -> None:
    assert answers(question, text)


@pytest.mark.parametrize(
    "text",
    [
        "Heparin is stopped before liver biopsy to lower the risk of bleeding.",
        "Liver biopsy is done when the result would change management.",
        "After splenectomy vaccines are given.",
    ],
)
def test_what_is_done_to_avoid_harm_is_no_risk_of_a_procedure(text: str) -> None:
    assert not answers("complications of liver biopsy", text)


@pytest.mark.parametrize(
    "text",
    [
        "Risks of percutaneous liver biopsy include bleeding and perforation.",  # a kind of it by its name
        "In 1,321 transjugular liver biopsies, major complications occurred in 1.0%.",
        "Death from a liver biopsy through the skin is very rare, at less than 1 in 1,000.",
    ],
)
def test_what_goes_wrong_with_it_is(text: str) -> None:
    assert answers("complications of liver biopsy", text)


@pytest.mark.parametrize("question", ["what can go wrong with cirrhosis?", "what does cirrhosis lead to?"])
def test_complications_are_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "complications"


@pytest.mark.parametrize(
    "question", ["risks of TIPS", "how risky is TIPS?", "is TIPS dangerous?", "TIPS complications"]
)
def test_so_are_the_risks_of_a_procedure(question: str) -> None:
    assert name_of(question) == "risks of a procedure"


def test_what_lists_them_stands_before_what_tells_of_one() -> None:
    found = asked("complications of liver biopsy")
    assert found is not None
    one = sentence("Pain is the commonest minor complication of percutaneous liver biopsy.", "one")
    several = sentence("Risks of percutaneous liver biopsy include bleeding and perforation.", "several")
    assert found.first(one, [one], [several]) is several


def test_the_risk_of_an_illness_is_not_what_follows_from_it() -> None:
    assert name_of("risk of stroke") is None


@pytest.mark.parametrize(
    "text",
    ["The drain of ascites can get blocked.", "Wounds in ascites can get infected.", "Ascites is a lifelong illness."],
)
def test_what_goes_wrong_with_something_in_it_is_no_danger_of_it(text: str) -> None:
    assert not answers("is ascites dangerous?", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("is ascites dangerous?", "The fluid of ascites can get infected, and you may feel belly pain or nothing."),
        ("is COPD dangerous?", "COPD is a lung disease that puts life at risk."),
        ("is cirrhosis dangerous?", "Cirrhosis can also put your life at risk."),
        ("is depression dangerous?", "Depression raises the risk of death by suicide."),
    ],
)
def test_that_it_gets_infected_or_puts_life_at_risk_is(question: str, text: str) -> None:
    assert answers(question, text)
