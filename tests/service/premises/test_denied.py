"""A use that a question takes for granted only by asking how it is done."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.premises.denied import _DENIAL, _DENYING
from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Contraindications

Metoclopramide, haloperidol and other antipsychotics are not recommended in Parkinson's disease [@g].
Sumatriptan is contraindicated in ischaemic heart disease, previous stroke and uncontrolled hypertension [@g].
Metformin is contraindicated in severe hepatic impairment in type 2 diabetes [@g].
Nitrous oxide anaesthesia is contraindicated in people on methotrexate [@g].
In acute kidney injury, low-dose dopamine is not used [@g].
Corticosteroids are no longer advised for routine emergency treatment of anaphylaxis [@g].
Heart failure and pulmonary hypertension are contraindications to TIPS in any setting [@g].
The methotrexate dose is halved in kidney disease, and methotrexate is contraindicated in CKD stage 4 or 5 [@g].
Enoxaparin is contraindicated in major bleeding and in hypersensitivity to enoxaparin, heparin or pork products [@g].
People with a ventricular assist device need warfarin, and apixaban is contraindicated with such a device [@g].
Migraine with aura is an absolute contraindication to oestrogens (combined pill, patch) [@g].
The AGA advises no routine screening for varices in patients with a normal liver [@g].
Honey is not recommended for cough in infants [@g].
Epoetin is not used to raise haemoglobin above 130 g/L in kidney disease [@g].
Radioiodine is contraindicated in Graves disease with severe orbitopathy [@g].
Clarithromycin for community-acquired pneumonia should not be prescribed together with tacrolimus [@g].

## Dosing

Sumatriptan for migraine is given at 50 to 100 mg in an attack [@g].
Metformin for type 2 diabetes is given at 500 mg twice daily [@g].
Antibiotics for community-acquired pneumonia are given for 5 days [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("How often do I give metoclopramide in Parkinson's disease?", "Metoclopramide, haloperidol"),
        ("Which dose of sumatriptan suits someone with migraine and a previous stroke?", "Sumatriptan is contra"),
        ("For how long can nitrous oxide, the anaesthetic of choice on methotrexate, be given?", "Nitrous oxide"),
        ("At what rate does low-dose dopamine run in acute kidney injury?", "low-dose dopamine is not used"),
        ("What dose of hydrocortisone is routine in anaphylaxis?", "Corticosteroids are no longer advised"),
        ("TIPS in pulmonary hypertension: which stent diameter?", "are contraindications to TIPS"),
        ("Rheumatoid arthritis in CKD stage 4: how is methotrexate dosed?", "methotrexate is contraindicated in CKD"),
        ("Which dose of apixaban suits a ventricular assist device?", "contraindicated with such a device"),
        ("Which combined pill is given in migraine with aura?", "absolute contraindication"),
        ("How often is screening for varices done in patients with a normal liver?", "advises no routine screening"),
        ("How much honey is given for cough to an infant?", "Honey is not recommended"),
        ("Seeing as metoclopramide is fine in Parkinson's disease, what replaces domperidone?", "Metoclopramide, hal"),
    ],
)
def test_what_is_asked_for_and_denied_is_put_right(ask: Ask, question: str, denied: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert denied in premise.correction.evidence[0].quote
    assert premise.correction.text.endswith(premise.correction.evidence[0].quote)


@pytest.mark.parametrize(
    "question",
    [
        "Which dose of sumatriptan is given for migraine?",  # contraindicated in what is not asked about
        "Which dose of metformin is given in type 2 diabetes with hepatic impairment?",  # the sentence: severe
        "Which antibiotics are given for community-acquired pneumonia, and for how many days?",  # not each of a class
        "What do I give instead of metoclopramide in Parkinson's disease?",
        "Which antiemetic is left in Parkinson's disease, where metoclopramide is out?",
        "Why is nitrous oxide kept away from methotrexate?",
        "Metoclopramide in Parkinson's disease?",  # asserts nothing
        "Low-dose dopamine in acute kidney injury, what now?",
        "Rheumatoid arthritis in CKD stage 2: how is methotrexate dosed?",
        "Since enoxaparin is a heparin, how is it reversed?",  # an allergy to it is no use of it
        "Is metoclopramide given in Parkinson's disease?",
        "Apart from metoclopramide, which antiemetics are given in Parkinson's disease?",
        "Nausea in Parkinson's disease: metoclopramide ok?",
        "Which dose of apixaban suits a knee brace?",  # not such a device
        "How often is screening for varices done in patients with cirrhosis?",
        "How much honey is given for cough to an adult?",
        "Where epoetin keeps haemoglobin below 130 g/L in kidney disease, how often is it measured?",
        "When can radioiodine be given in Graves disease without orbitopathy?",
    ],
)
def test_who_asks_for_something_else_or_whether_it_may_be_is_not_put_right(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@given(st.from_regex(_DENIAL))
@settings(suppress_health_check=list(HealthCheck), deadline=None)
def test_the_words_that_are_looked_for_first_let_no_denial_pass(text: str) -> None:
    assert any(word in text.lower() for word in _DENYING) or not text.isascii()


@pytest.mark.parametrize(
    "question",
    [
        "Since sumatriptan is dangerous in ischaemic heart disease, what may happen on it?",
        "As there is a warning on metformin in severe hepatic impairment, what is it about?",
        "Given that apixaban is contraindicated with a ventricular assist device, what do they need?",
    ],
)
def test_who_takes_a_warning_for_granted_is_not_put_right_by_it(ask: Ask, question: str) -> None:
    assert ask(question, GUIDE).premise == []
