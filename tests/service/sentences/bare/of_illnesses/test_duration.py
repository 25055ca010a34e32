"""How long an illness is treated is told by a time of its treatment, not by any other time."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asks, told


@pytest.mark.parametrize("question", ["how long does gout last", "treatment of gout", "how long to take colchicine"])
def test_the_course_or_the_treatment_alone_is_another_question(question: str) -> None:
    assert not asks(question, "duration of treatment")


@pytest.mark.parametrize(
    "question",
    ["duration of treatment of gout", "how long to treat gout", "how long is gout treated", "DVT treatment duration",
     "how many days of antibiotics for UTI", "antibiotic duration for pneumonia", "length of treatment for TB"],
)  # fmt: skip
def test_the_duration_is_asked_for_in_many_words(question: str) -> None:
    assert asks(question, "duration of treatment")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how long to treat anaphylaxis", "Tryptase is taken within 4 hours of suspected anaphylaxis."),
        ("how long to treat hepatitis C", "Treatment of hepatitis C is for all, except with a life expectancy of less than 12 months."),
        ("how long to treat cirrhosis", "Glecaprevir is given for 8 weeks without cirrhosis and for 12 weeks with cirrhosis."),
        ("how long to treat gout", "Gout prophylaxis is given for 3 months."),
        ("how long to treat ascites", "Refractory ascites means no response to treatment for at least 1 week."),
        ("how long to treat gout", "Serum urate in gout is checked every 4 weeks."),
    ],
)  # fmt: skip
def test_another_time_does_not_tell_it(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how long to treat gout", "Urate-lowering therapy for gout is lifelong."),
        ("how long to treat deep vein thrombosis", "Deep vein thrombosis is treated with blood thinners for at least three months."),
        ("how long to treat PE", "Acute PE is anticoagulated for a treatment phase of 3 months."),
        ("how long to treat pneumonia", "For pneumonia, the guideline suggests <5 days of antibiotics."),
        ("how long to treat hepatitis C", "Treatment for hepatitis C is pills once a day for about 12 weeks."),
    ],
)  # fmt: skip
def test_a_time_of_its_treatment_tells_it(question: str, text: str) -> None:
    assert told(question, text)
