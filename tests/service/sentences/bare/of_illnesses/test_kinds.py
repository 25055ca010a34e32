"""Stages, types, contagion, inheritance and how an illness comes about."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("stages of CKD", "Patients with stage 4 CKD are referred."),
        ("stages of CKD", "Call an ambulance at any stage of CKD if you cannot pass urine."),
        ("types of dementia", "Dementia is treated according to its type."),
        ("is hepatitis C contagious?", "Methadone reduces transmission of HIV and hepatitis C."),
        ("is epilepsy hereditary?", "Epilepsy is diagnosed after two seizures."),
        ("how does gout develop?", "Gout is more likely after a heavy meal."),
    ],
)
def test_what_only_touches_it_does_not_say_it(question: str, text: str) -> None:
    assert not answers(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("stages of CKD", "Chronic kidney disease (CKD) is staged by eGFR as G1 to G5."),
        ("severity of hyperkalaemia", "Hyperkalaemia is mild at 5.5 mmol/L, moderate at 6.0 and severe at 6.5."),
        ("types of dementia", "Alzheimer's disease is the most common form of dementia."),
        ("types of hepatorenal syndrome", "Hepatorenal syndrome has an acute form and a more chronic form."),
        ("is hepatitis C contagious?", "Hepatitis C virus spreads mainly through contact with infectious blood."),
        ("can you catch hepatitis C?", "You cannot pass on hepatitis C by touch, a kiss or a hug."),
        ("is sickle cell disease hereditary?", "Sickle cell disease is an inherited disease of the red blood cells."),
        ("how does a heart attack happen?", "A heart attack happens when the flow of blood to the heart is blocked."),
    ],
)
def test_what_says_it_does(question: str, text: str) -> None:
    assert answers(question, text)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("CKD staging", "stages"),
        ("how is CKD graded?", "stages"),
        ("what are the different types of dementia?", "types"),
        ("how does hepatitis C spread?", "contagion"),
        ("does epilepsy run in families?", "inheritance"),
        ("pathogenesis of gout", "pathophysiology"),
    ],
)
def test_each_is_asked_for_in_many_ways(question: str, name: str) -> None:
    assert name_of(question) == name
