"""What has a subject of its own is not outweighed by what was spoken of before: another drug, a value, an illness."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.conversation import Before, Standalone, understand

WARFARIN = ["What is the dose of dabigatran in pulmonary embolism?", "and with creatinine clearance 33?"]
ENCEPHALOPATHY = ["What is the dose of rifaximin in hepatic encephalopathy?"]


def after(asked: list[str], message: str, glossary: Glossary) -> Standalone:
    questions: list[str] = []
    for place, earlier in enumerate(asked):
        questions.append(understand(earlier, Before(questions, asked[:place]), glossary).text)
    return understand(message, Before(questions, asked), glossary)


@pytest.mark.parametrize("message", ["how is it reversed?", "what reverses it", "how do I reverse it?"])
def test_how_a_drug_is_undone_has_nothing_to_do_with_its_use_or_the_kidneys(message: str, glossary: Glossary) -> None:
    found = after(WARFARIN, message, glossary)
    assert "dabigatran" in found.text
    assert "embolism" not in found.text
    assert not found.details.renal
    assert after([*WARFARIN, message], "and the dose?", glossary).details.renal  # later it holds again


def test_when_a_drug_must_not_be_used_is_asked_of_the_drug_alone(glossary: Glossary) -> None:
    asked = ["What is the dose of propranolol in thyrotoxicosis?"]
    assert after(asked, "when must it not be used?", glossary).text == "When must propranolol not be used?"
    assert "hyperthyroidism" in after(asked, "how often is it given?", glossary).text


def test_what_is_done_with_what_is_the_patients_is_asked_of_the_illness(glossary: Glossary) -> None:
    found = after(ENCEPHALOPATHY, "should we cut her protein?", glossary).text
    assert found == "Should we cut her protein, in hepatic encephalopathy?"


@pytest.mark.parametrize("message", ["should we check her bloods?", "should I limit his alcohol?"])
def test_what_is_looked_at_or_known_may_be_asked_of_the_drug(message: str, glossary: Glossary) -> None:
    assert "rifaximin" in after(ENCEPHALOPATHY, message, glossary).text


def test_a_value_told_before_has_no_part_in_something_else_of_the_patients(glossary: Glossary) -> None:
    asked = ["Which dose of omeprazole in reflux with eGFR 24?"]
    assert not after(asked, "what about his magnesium stores?", glossary).details.renal
    for message in ("what about his renal function?", "and his kidneys?", "what about his ramipril?"):
        assert after(asked, message, glossary).details.renal


@pytest.mark.parametrize("message", ["lymphocytes have dropped to 0.4", "neutrophils are now 900"])
def test_a_count_that_is_told_is_told_on_the_drug_in_hand(message: str, glossary: Glossary) -> None:
    found = after(["When is azathioprine given in ulcerative colitis?"], message, glossary).text
    assert "azathioprine" in found
    assert "inflammatory bowel disease" in found


def test_when_an_illness_is_called_something_supposes_no_failure(glossary: Glossary) -> None:
    found = after(["What is the dose of furosemide in ascites?"], "when is it called refractory?", glossary).text
    assert "ascites" in found
    assert "added" not in found


def test_what_a_drug_is_taken_for_does_not_become_the_topic(glossary: Glossary) -> None:
    asked = ["What is the dose of adrenaline in anaphylaxis?", "she takes bisoprolol for angina"]
    assert "angina" not in after(asked[:1], asked[1], glossary).text
    found = after(asked, "how long do I observe her afterwards?", glossary)
    assert found.text == "How long is a patient observed after anaphylaxis?"


@pytest.mark.parametrize("message", ["he is on ramipril for years", "she takes insulin for surgery"])
def test_only_an_illness_is_what_a_drug_is_taken_for(message: str, glossary: Glossary) -> None:
    found = after(["What is the dose of adrenaline in anaphylaxis?"], message, glossary)
    assert message.rsplit(" ", 1)[1] in " ".join([found.text, *found.others, found.typed])
