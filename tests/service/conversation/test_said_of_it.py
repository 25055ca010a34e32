"""What was said of the illness in hand goes along: that it is severe, and what the patient does not have."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, understand

THROMBOSIS = "Recent PVT, no cirrhosis: what to do?"
TOLD_APART = ["In portal vein thrombosis without cirrhosis, anticoagulation lasts at least 6 months."]


def test_a_denied_illness_that_the_answer_does_not_tell_apart_is_left_out(glossary: Glossary) -> None:
    before = Before(["PVT, no fever: how is it treated?"], said=TOLD_APART)
    assert "fever" not in understand("and in pregnancy?", before, glossary).text


def test_a_denied_illness_that_the_message_names_is_denied_no_longer(glossary: Glossary) -> None:
    found = understand("and with cirrhosis?", Before([THROMBOSIS], said=TOLD_APART), glossary).text
    assert "without cirrhosis" not in found


def test_what_the_patient_does_not_have_holds_in_the_next_question(glossary: Glossary) -> None:
    found = understand("and in the chronic form?", Before([THROMBOSIS], said=TOLD_APART), glossary).text
    assert found == "How is chronic portal vein thrombosis without cirrhosis treated?"


@pytest.mark.parametrize("message", ["and in mild cases?", "CURB-65 is 1, how long?"])
def test_an_illness_that_is_staged_anew_is_not_as_severe_as_before(message: str, glossary: Glossary) -> None:
    before = Before(["How is severe community-acquired pneumonia treated?"])
    assert "severe" not in understand(message, before, glossary).text


def test_an_illness_stays_as_severe_as_it_was(glossary: Glossary) -> None:
    before = Before(["Entecavir dose if decompensated, in hepatitis B?"])
    found = understand("can I switch him to tenofovir alafenamide?", before, glossary)
    assert found.text == "Can entecavir be switched to tenofovir alafenamide in decompensated hepatitis B?"
    assert found.others[0] == "Can tenofovir alafenamide be used in decompensated hepatitis B?"


@pytest.mark.parametrize(
    ("before", "message", "expected"),
    [
        ("Should hydrocortisone be added in community-acquired pneumonia?", "in mild cases as well?",
         "Should hydrocortisone be added in mild community-acquired pneumonia?"),
        ("How is overt hepatic encephalopathy treated?", "what about the covert form?",
         "How is covert hepatic encephalopathy treated?"),
        ("How is severe hepatic encephalopathy treated?", "what about the covert form?",
         "How is covert hepatic encephalopathy treated?"),
    ],
)  # fmt: skip
def test_another_form_of_the_illness_is_asked_about_as_the_first_was(
    before: str, message: str, expected: str, glossary: Glossary
) -> None:
    assert understand(message, Before([before]), glossary).text == expected


def test_of_two_illnesses_none_is_given_a_form(glossary: Glossary) -> None:
    before = Before(["Is heparin given in portal vein thrombosis with cirrhosis?"])
    assert "chronic portal" not in understand("and in the chronic form?", before, glossary).text
