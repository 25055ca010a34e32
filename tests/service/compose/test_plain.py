"""A plain question on an illness is answered first by what says the very thing, of its usual case."""

from __future__ import annotations

import pytest

from service.answer import statements_of
from tests.fakes import digest
from tests.service.conftest import Ask

EMBOLISM = """## Treatment

High-risk pulmonary embolism is treated with thrombolysis, and treated with embolectomy if thrombolysis failed [@g].
Anticoagulants are the preferred treatment of pulmonary embolism [@g].
"""
STEMI = """## Treatment

Fondaparinux is not recommended in STEMI that is treated with primary PCI [@g].
Primary PCI is the preferred treatment of STEMI [@g].
"""
CLOT = """## Causes

Portal vein thrombosis often causes no symptoms, and portal vein thrombosis causes pain when the bowel is ischaemic [@g].
Cirrhosis and cancer are risk factors for portal vein thrombosis [@g].
"""
MIGRAINE = """## Treatment

First-line drugs for an acute migraine attack are aspirin, ibuprofen and a triptan as first-line drugs [@g].
Propranolol is recommended first-line for prevention of migraine [@g].
In pregnancy paracetamol is the first choice for mild to moderate migraine [@g].
"""
PRESSURE = """## Treatment

In resistant hypertension on three drugs, spironolactone is considered [@g].
Hypertension is a blood pressure of 140/90 mmHg or more [@g].
"""
BLEEDING = """## Procedure

1. Protect airway and circulation in suspected variceal bleeding.
2. Start terlipressin as soon as variceal bleeding is suspected.
3. Combine ligation with the drug in the treatment and management of variceal bleeding.

## Prevention

A beta-blocker is recommended to prevent a first variceal bleed.
"""


@pytest.mark.parametrize(
    ("question", "body", "words"),
    [
        (
            "what is considered in resistant hypertension",
            PRESSURE,
            "spironolactone",
        ),  # the form that is asked about stays
        ("first-line treatment of migraine in pregnancy", MIGRAINE, "paracetamol"),  # as do the people
        ("how is high-risk pulmonary embolism treated", EMBOLISM, "thrombolysis"),
        ("how is PE treated", EMBOLISM, "Anticoagulants"),  # the usual form before the special one
        ("how is STEMI treated", STEMI, "Primary PCI is"),  # what is done before what is not
        ("what causes portal vein thrombosis", CLOT, "risk factors"),  # not what it brings about
        ("prevention of migraine, first line", MIGRAINE, "Propranolol"),  # for the purpose that is asked about
        ("variceal bleed management", BLEEDING, "airway"),  # of all that is done, the first step
        ("how do you prevent a first variceal bleed", BLEEDING, "beta-blocker"),  # and no step of something else
    ],
)
def test_a_plain_question_is_answered_by_the_plain_statement(ask: Ask, question: str, body: str, words: str) -> None:
    assert words in statements_of(ask(question, {"text.md": digest("text", body)}))[0].text
