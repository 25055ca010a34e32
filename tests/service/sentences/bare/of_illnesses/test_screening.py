"""Screening for an illness is told by what says who is screened for that."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asks, told


@pytest.mark.parametrize(
    "question", ["screening in gout clinic", "how often is HCC surveillance done", "screening test for HCC"]
)
def test_how_often_or_with_what_is_another_question(question: str) -> None:
    assert not asks(question, "screening")


@pytest.mark.parametrize(
    "question",
    ["screening for osteoporosis", "HCC surveillance", "surveillance of HCC", "hepatitis C screening", "screen for osteoporosis",
     "who should be screened for osteoporosis", "is screening for syphilis recommended"],
)  # fmt: skip
def test_screening_is_asked_for_in_many_words(question: str) -> None:
    assert asks(question, "screening")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("screening for obesity", "Adults with early hypertension need screening for its causes, but obese ones start with sleep apnoea."),
        ("screening for rheumatoid arthritis", "Patients with rheumatoid arthritis are screened for latent tuberculosis."),
        ("screening for cirrhosis", "Surveillance for hepatocellular carcinoma is offered in cirrhosis."),
        ("screening for osteoporosis", "Osteoporosis is treated with a bisphosphonate."),
    ],
)  # fmt: skip
def test_screening_for_another_thing_in_it_does_not_tell_it(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("screening for osteoporosis", "The USPSTF recommends screening for osteoporosis in women from 65 years."),
        ("screening for hepatitis C", "The CDC recommended hepatitis C screening for all adults."),
        ("HCC surveillance", "Ultrasound every 6 months is offered as surveillance for hepatocellular carcinoma in cirrhosis."),
        ("screening for syphilis", "Everybody who is pregnant is screened for syphilis."),
    ],
)  # fmt: skip
def test_who_is_screened_for_it_tells_it(question: str, text: str) -> None:
    assert told(question, text)
