"""An illness in pregnancy is told by what is said of it in pregnant women, not where both are only listed."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asks, told


@pytest.mark.parametrize(
    "question", ["how common is gout in pregnancy", "amiodarone in pregnancy", "treatment of gout in pregnancy"]
)
def test_a_drug_or_an_aspect_besides_is_another_question(question: str) -> None:
    assert not asks(question, "in pregnancy")


@pytest.mark.parametrize(
    "question",
    ["epilepsy in pregnancy", "epilepsy and pregnancy", "epilepsy during pregnancy?", "pregnancy and epilepsy", "pregnant with epilepsy",
     "epilepsy in pregnant women", "pregnant women with epilepsy", "epilepsy when pregnant"],
)  # fmt: skip
def test_an_illness_in_pregnancy_is_asked_for_in_many_words(question: str) -> None:
    assert asks(question, "in pregnancy")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("fever in pregnancy", "Red flags in headache are fever, weight loss, malignancy and pregnancy."),
        ("kidney failure in pregnancy", "Pyridoxine is given to those at risk, such as pregnancy, diabetes or kidney failure."),
        ("pancreatitis in pregnancy", "Carbimazole is stopped for good after pancreatitis."),
        ("cirrhosis in pregnancy", "Pregnant women should be screened for asymptomatic bacteriuria."),
        ("syphilis in pregnancy", "Outside pregnancy, doxycycline treats syphilis over 14 days."),
        ("depression in pregnancy", "Respiratory depression can occur on magnesium."),
    ],
)  # fmt: skip
def test_what_only_lists_both_or_is_on_others_does_not_tell_it(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("pulmonary embolism in pregnancy", "In pregnancy, pulmonary embolism is treated with LMWH."),
        ("asymptomatic bacteriuria in pregnancy", "Pregnant women should be screened for asymptomatic bacteriuria."),
        ("UTI in pregnancy", "Urinary tract infection in pregnancy is treated for 7 days."),
        ("seizure in pregnancy", "Stopping antiseizure drugs during pregnancy can increase seizures."),
        ("epilepsy in pregnancy", "Valproate is avoided in people with epilepsy who could become pregnant."),
        ("pneumonia in pregnancy", "In pregnancy, doxycycline and levofloxacin are contraindicated for pneumonia."),
    ],
)  # fmt: skip
def test_what_is_said_of_pregnant_women_with_it_tells_it(question: str, text: str) -> None:
    assert told(question, text)


def test_in_a_text_on_the_illness_pregnancy_need_be_named_alone() -> None:
    text = "Topiramate is contraindicated in pregnancy."
    assert told("epilepsy in pregnancy", text, "Epilepsy in adults: drugs")
    assert not told("epilepsy in pregnancy", text, "Migraine: prevention")
