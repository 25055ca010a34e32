"""Monitoring on a drug is told by what is checked on that drug."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, asked, name_of, sentence


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("ramipril", "Potassium chloride is given with a daily potassium check, with caution on an ACE inhibitor."),
        (
            "albumin",
            "Before methotrexate, the guide asks for full blood count, liver tests, albumin and a chest X-ray.",
        ),
        ("valganciclovir", "A recipient receives valganciclovir for 3 months, or weekly CMV monitoring."),
        ("pramipexole", "When a dopamine agonist is withdrawn, the patient is watched for withdrawal syndrome."),
        ("metformin", "Metformin is limited to 1 g a day when the dose is reviewed, at an eGFR below 45."),
        ("dapagliflozin", "Urine tests for glucose are positive on SGLT2 inhibitors."),
        ("ceftriaxone", "Children given ceftriaxone are watched for signs of haemolysis for 2 hours."),
        ("quetiapine", "Clozapine works but needs regular blood tests, whereas the evidence for quetiapine is weak."),
        ("doxazosin", "All patients with STEMI need electrocardiographic monitoring for at least 24 hours."),
        ("apixaban", "The INR is checked more often on warfarin than on apixaban."),
    ],
)
def test_what_is_checked_for_something_else_is_no_monitoring_of_the_drug(drug: str, said: str) -> None:
    assert not answers(f"monitoring on {drug}", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("methotrexate", "On methotrexate, blood count, kidney and liver tests are checked every 2 weeks."),
        ("metformin", "The eGFR is measured before metformin starts and at least once a year."),
        ("warfarin", "The INR is checked more often on warfarin with severe hypertension."),
        (
            "lisinopril",
            "Creatinine and potassium are checked within 2–4 weeks of starting or raising an ACE inhibitor or ARB.",
        ),
        ("dalteparin", "Guidance checks full blood count, coagulation, renal and liver function before dalteparin."),
        ("dalteparin", "Dalteparin needs no routine monitoring of its effect."),
        ("everolimus", "Monitoring on everolimus covers drug trough levels, urine protein and blood lipids."),
        ("donanemab", "A brain MRI is required before the first infusion of lecanemab or donanemab."),
        ("clozapine", "Clozapine works but needs regular blood tests."),
        ("ciclosporin", "Levels of ciclosporin, tacrolimus or sirolimus need watching."),
    ],
)
def test_what_is_checked_on_it_is_its_monitoring(drug: str, said: str) -> None:
    assert answers(f"monitoring on {drug}", said)


@pytest.mark.parametrize(
    "question",
    [
        "methotrexate monitoring",
        "what bloods on methotrexate",
        "how do I monitor methotrexate?",
        "methotrexate monitoring requirements",
        "what should be checked on methotrexate",
        "which blood tests for methotrexate",
    ],
)
def test_it_is_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "monitoring"


@pytest.mark.parametrize(
    "question", ["warfarin INR monitoring", "glucose monitoring on prednisolone", "lithium levels"]
)
def test_one_certain_test_is_another_question(question: str) -> None:
    assert name_of(question) != "monitoring"


def test_what_says_how_often_and_which_tests_comes_before_what_is_checked_with_another_drug() -> None:
    bare = asked("amiodarone monitoring")
    assert bare is not None
    with_another = sentence("Sofosbuvir calls for heart rate monitoring when amiodarone is given with it.")
    regular = sentence("On amiodarone, liver tests and thyroid tests are checked every 6 months.")
    assert bare.first(with_another, [], [regular]) is regular
