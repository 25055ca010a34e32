"""Short questions on names that no glossary has: a rare illness, a hospital's own drug or pathway."""

from __future__ import annotations

import pytest

from service.answer import Answer, Status
from tests.service.conftest import Ask

AARSKOG = """# Aarskog syndrome

## Overview

Aarskog syndrome is a disorder of growth, the face and the fingers.

## Symptoms

People are short and have a round face with a wide bridge of the nose.

## Causes

Mutations in the FGD1 gene cause Aarskog syndrome in some families.
"""
OTHER = """# Renpenning syndrome

## Treatment

Treatment of Renpenning syndrome is supportive, with early speech therapy for all children.

## Inheritance

Renpenning syndrome is inherited in an X-linked recessive pattern from the mother.
"""
ZELVATRIX = """# Zelvatrix protocol

## Dosing

Start at 150 mg twice daily by mouth for four weeks.

## Monitoring

Check a full blood count every week for the first eight weeks of treatment.
"""
BLUEBELL = """# Bluebell pathway

The Bluebell pathway is our rapid assessment route for adults over 75 who fall at home.

## Referral

Refer to the Bluebell pathway by calling the frailty desk on extension 4471.

## Exclusions

Patients with a suspected hip fracture do not enter the Bluebell pathway and go to the emergency department.
"""
TEXTS = {"aarskog.md": AARSKOG, "other.md": OTHER, "zelvatrix.md": ZELVATRIX, "bluebell.md": BLUEBELL}


def first(answer: Answer) -> str:
    """The first line of an answer; empty where there is none."""
    return answer.bottom_line.text if answer.bottom_line is not None else ""


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What are the treatments for Coffin-Lowry syndrome?", "Coffin-Lowry syndrome"),
        ("is coffin-lowry syndrome inherited?", "coffin-lowry syndrome"),
        ("Orbatrix dose", "Orbatrix"),
        ("what is the dose of foobarimab in our ward?", "foobarimab"),
        ("what is the Foxglove pathway?", "Foxglove pathway"),
        ("how do I refer to the Foxglove pathway?", "Foxglove pathway"),
        ("symptoms of Velthorn anaemia", "Velthorn anaemia"),
    ],
)
def test_a_name_that_no_text_has_is_named_and_not_answered_by_another(ask: Ask, question: str, name: str) -> None:
    answer = ask(question, TEXTS)
    assert (answer.status, answer.not_found) == (Status.INSUFFICIENT_EVIDENCE, [name])


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("treatment of Aarskog syndrome", "treatment of Aarskog syndrome"),
        ("how many people are affected by Aarskog syndrome?", "how many people have Aarskog syndrome"),
        ("Zelvatrix in pregnancy", "Zelvatrix in pregnancy"),
    ],
)
def test_what_its_texts_do_not_say_is_named(ask: Ask, question: str, missing: str) -> None:
    answer = ask(question, TEXTS)
    assert (answer.status, answer.not_found) == (Status.INSUFFICIENT_EVIDENCE, [missing])


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("What is (are) Aarskog syndrome ?", "Aarskog syndrome is a disorder"),
        ("Aarskog's syndrome symptoms", "People are short"),
        ("what causes aarskog syndrome", "Mutations in the FGD1 gene"),
        ("Is Renpenning syndrome inherited?", "Renpenning syndrome is inherited"),
        ("Zelvatrix dose", "Start at 150 mg"),
        ("what is the dose of zelvatrix on our ward?", "Start at 150 mg"),
        ("Zelvatrix monitoring", "Check a full blood count"),
        ("what is the Bluebell pathway?", "The Bluebell pathway is our"),
        ("how do I refer to the Bluebell pathway?", "Refer to the Bluebell pathway by calling"),
        ("who is excluded from the bluebell pathway?", "Patients with a suspected hip fracture do not enter"),
        ("who is the Bluebell pathway for?", "The Bluebell pathway is our"),
    ],
)
def test_what_its_texts_say_is_told(ask: Ask, question: str, begins: str) -> None:
    assert begins in first(ask(question, TEXTS))


def test_what_is_said_of_a_kind_with_its_name_is_no_answer(ask: Ask) -> None:
    one = "# Noonan syndrome\n\n## Overview\n\nNoonan syndrome is a disorder of growth and of the heart.\n"
    two = "# Noonan syndrome 2\n\n## Treatment\n\nNoonan syndrome 2 is treated with growth hormone in children.\n"
    answer = ask("treatment of Noonan syndrome", {"one.md": one, "two.md": two})
    assert answer.not_found == ["treatment of Noonan syndrome"]


def test_a_text_that_gives_the_name_in_short_is_on_it(ask: Ask) -> None:
    text = "# Malignant nerve tumor\n\n## Overview\n\nMalignant nerve tumor (MNST) is a cancer of nerve sheaths.\n\n"
    text += "## Signs\n\nThe first symptom of MNST is a lump that grows.\n"
    assert "first symptom of MNST" in first(ask("symptoms of malignant nerve tumor", {"one.md": text}))


@pytest.mark.parametrize(
    "question",
    [
        "what do my test results mean?",
        "what causes chest pain at night?",
        "side effects of long term use",
        "what is the treatment?",
    ],
)
def test_words_of_general_use_are_no_name(ask: Ask, question: str) -> None:
    answer = ask(question, TEXTS)
    assert not any(len(name.split()) > 2 for name in answer.not_found)


def test_a_section_that_needs_the_name_no_more_is_read_to_its_end(ask: Ask) -> None:
    cause = "## Causes\n\nWhat causes morphea? The exact cause of morphea is unknown, and no germ brings it about.\n"
    text = f"# Localized scleroderma\n\n## Overview\n\nLocalized scleroderma makes the skin thick and hard.\n\n{cause}"
    assert "The exact cause of morphea is unknown" in first(ask("what causes localized scleroderma?", {"one.md": text}))


def test_a_sentence_that_only_points_elsewhere_tells_nothing(ask: Ask) -> None:
    text = "# Krabbe disease\n\n## Overview\n\nKrabbe disease damages the sheaths of nerves.\n\n## Prevention\n\n"
    answer = ask("prevention of Krabbe disease", {"one.md": f"{text}Learn about Krabbe disease prevention from us.\n"})
    assert answer.not_found == ["prevention of Krabbe disease"]


@pytest.mark.parametrize(
    "question",
    [
        "how do you treat an infected foot ulcer with sepsis?",
        "Folate with MTX: how much?",
        "what causes abnormal LFTs?",
    ],
)
def test_an_illness_in_another_a_pair_of_drugs_and_a_finding_are_no_names(ask: Ask, question: str) -> None:
    assert not any(" " in name and name in question for name in ask(question, TEXTS).not_found)


@pytest.mark.parametrize("question", ["TREDIS decompensation or death %", "last month Padua points"])
def test_a_trial_with_what_is_asked_of_it_and_a_time_are_no_name(ask: Ask, question: str) -> None:
    trial = "# Beta-blockers\n\n## Evidence\n\nIn the TREDIS trial decompensation or death occurred in 16% with propranolol.\n\nThe Padua Prediction Score gives 2 points for surgery within the past month.\n"
    assert question.removesuffix(" or death %") not in ask(question, {**TEXTS, "trial.md": trial}).not_found
