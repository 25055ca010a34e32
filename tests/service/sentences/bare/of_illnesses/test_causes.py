"""What causes an illness is answered by what says so of that illness, and who gets it by what says that."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    "text",
    [
        "Portal hypertension can cause ascites and variceal bleeding.",  # what it causes
        "Bleeding in portal hypertension is caused by the rupture of varices.",  # the cause of something else in it
        "Portal hypertension is a pressure gradient above 5 mmHg.",
        "The cause of portal hypertension is sought by Doppler ultrasound.",
        "Portal hypertension without a known cause is referred.",
        "Causes of cirrhosis besides portal hypertension were not looked at.",
    ],
)
def test_what_it_brings_about_or_what_causes_something_else_is_no_cause(text: str) -> None:
    assert not answers("what causes portal hypertension?", text)


def test_a_drug_that_can_bring_it_on_in_passing_is_no_cause() -> None:
    assert not answers("what causes arrhythmia?", "Amiodarone can cause arrhythmia and needs monitoring.")


def test_one_of_several_effects_of_another_illness_is_no_cause() -> None:
    text = "Spontaneous bacterial peritonitis may cause fever and chills, abdominal pain or diarrhoea."
    assert not answers("what causes fever?", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what causes portal hypertension?", "Cirrhosis is by far the most common cause of portal hypertension."),
        ("causes of ascites", "Cirrhosis underlies about 75% of ascites in Western countries."),
        ("aetiology of gout", "Gout is caused by crystals of urate in the joints."),
        ("what triggers hepatic encephalopathy?", "Infection and constipation can set off hepatic encephalopathy."),
        ("how do you get hepatitis C?", "Hepatitis C is a virus infection that spreads through blood."),
        ("what causes COPD", "Smoking is the main cause of COPD, but people who never smoked can get it too."),
    ],
)
def test_what_it_comes_from_is_its_cause(question: str, text: str) -> None:
    assert answers(question, text)


def test_a_section_on_the_causes_in_a_text_on_the_illness_need_not_say_so_again() -> None:
    assert answers("what causes gout?", "Uric acid builds up and forms needle-like crystals.", "Gout", "Causes")
    assert not answers("what causes gout?", "Uric acid builds up and forms needle-like crystals.", "Gout", "Treatment")


@pytest.mark.parametrize(
    "text",
    [
        "Women at risk of osteoporosis are offered a scan.",
        "A woman with more than one risk factor for osteoporosis is advised to exercise.",
        "Osteoporosis raises the risk of a hip fracture.",
    ],
)
def test_who_is_tested_or_what_follows_is_no_risk_factor(text: str) -> None:
    assert not answers("risk factors for osteoporosis", text)


def test_who_gets_it_more_often_is() -> None:
    assert answers("risk factors for osteoporosis", "Women have a higher risk of osteoporosis than men.")
    assert answers("who gets DVT?", "A DVT is more likely after surgery, in pregnancy or with cancer.")


@pytest.mark.parametrize("question", ["what does cirrhosis cause?", "causes of death in cirrhosis", "cirrhosis"])
def test_what_an_illness_causes_is_not_asked_as_its_causes(question: str) -> None:
    assert name_of(question) != "causes"


@pytest.mark.parametrize(
    "question",
    [
        "gout causes", "etiology of gout?", "what is gout caused by?", "most common cause of gout", "why do people get gout?",
        "gout triggers", "precipitants of gout", "what brings on gout?", "What are the causes of gout in adults?",
    ],
)  # fmt: skip
def test_causes_are_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "causes"


@pytest.mark.parametrize(
    "question", ["gout risk factors", "who is at risk of gout?", "what increases the risk of gout?"]
)
def test_risk_factors_are_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "risk factors"
