"""How an illness is prevented is told by what prevents that, not a complication of it."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asks, first_of, told


@pytest.mark.parametrize("question", ["when to start migraine prophylaxis", "how to prevent gout in CKD"])
def test_a_time_or_a_case_is_another_question(question: str) -> None:
    assert not asks(question, "prevention")


@pytest.mark.parametrize(
    "question",
    ["how to prevent gout", "prevention of gout", "gout prevention", "gout prophylaxis", "prophylaxis against gout",
     "can gout be prevented?", "how is gout prevented", "how do I avoid getting gout?", "how to lower my risk of gout",
     "reduce risk of stroke", "what prevents gout"],
)  # fmt: skip
def test_prevention_is_asked_for_in_many_words(question: str) -> None:
    assert asks(question, "prevention")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how to prevent osteoporosis", "A bisphosphonate is the drug to prevent fractures in osteoporosis."),
        ("how to prevent portal hypertension", "Diuretics serve as prophylaxis of the complications of portal hypertension."),
        ("how to prevent cirrhosis", "Avoid ibuprofen if you have cirrhosis."),
        ("how to prevent COPD", "Oral corticosteroids are advised against in COPD."),
        ("how to prevent fever", "Antipyretics do not prevent fever after vaccination."),
        ("how to prevent gout", "Cherries and coffee lower uric acid and do not prevent gout."),
        ("how to prevent pulmonary embolism", "High-risk pulmonary embolism is treated with thrombolysis."),
        ("how to prevent ascites", "TIPS is used to prevent variceal bleeding and to treat ascites."),
        ("how to prevent hypersplenism", "Splenectomy for hypersplenism should be avoided whenever possible."),
        ("how to prevent gout", "In a trial of 400 people, colchicine lowered the risk of gout."),
    ],
)  # fmt: skip
def test_what_treats_it_or_prevents_another_thing_in_it_does_not_tell_it(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how to prevent eclampsia", "Magnesium sulphate is recommended to prevent eclampsia."),
        ("how to prevent hepatitis C", "No hepatitis C vaccine was available in 2020."),
        ("how to prevent hepatocellular carcinoma", "Coffee may lower the risk of hepatocellular carcinoma."),
        ("gout prophylaxis", "Prophylaxis of gout with colchicine starts at 0.3 mg a day."),
        ("how to prevent deep vein thrombosis", "To lower the risk of a DVT, get up and move about every hour."),
        ("how to prevent gout", "To lower the risk of gout, drink water, take walks and do not sit all day."),
    ],
)  # fmt: skip
def test_what_prevents_it_tells_it(question: str, text: str) -> None:
    assert told(question, text)


def test_preventing_it_at_all_stands_before_preventing_that_it_comes_again() -> None:
    again = "Lactulose is recommended as secondary prophylaxis after a first episode of hepatic encephalopathy."
    at_all = "Rapid removal of blood from the gut can prevent hepatic encephalopathy."
    assert first_of("how to prevent hepatic encephalopathy", again, at_all) == at_all
