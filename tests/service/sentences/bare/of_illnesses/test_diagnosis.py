"""Diagnosis is answered by how that illness is found out."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, asked, name_of
from tests.service.sentences.single import candidate


@pytest.mark.parametrize(
    "text",
    [
        "Newly diagnosed gout is treated with colchicine.",
        "When gout is diagnosed, allopurinol is considered.",
        "Severe gout means more than three flares in a year.",
        "Age alone does not confirm gout.",
        "Rheumatoid arthritis is diagnosed by its pattern of joints, unlike gout.",
        "Urgent investigation of suspected gout allows early treatment.",
        "Gout affects 2 in 100 adults.",
        "Pre-treatment tests for gout include kidney function.",
    ],
)
def test_what_is_done_once_it_is_known_says_nothing_of_the_diagnosis(text: str) -> None:
    assert not answers("how is gout diagnosed?", text)


def test_what_is_not_done_is_no_way_to_the_diagnosis() -> None:
    text = "After imaging, lumbar puncture for suspected meningitis is not done if the scan shows brain shift."
    assert not answers("how is bacterial meningitis diagnosed?", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how is gout diagnosed?", "A serum urate of 360 micromol/L or more confirms a clinical diagnosis of gout."),
        ("diagnostic criteria for DKA", "Diabetic ketoacidosis (DKA) is diagnosed by glucose, ketones and pH <7.3."),
        ("hyponatraemia work-up", "The work-up of hyponatraemia first separates hypotonic from other forms."),
        ("tests for coeliac disease", "Coeliac disease is looked for by serology or by small-bowel biopsy."),
        ("HCC diagnosis", "Diagnosis of hepatocellular carcinoma rests on CT, MRI and tumour markers."),
        ("how do you confirm asthma?", "Asthma is confirmed in adults by a FeNO of 50 ppb or more."),
    ],
)
def test_how_it_is_found_out_is(question: str, text: str) -> None:
    assert answers(question, text)


def test_how_it_is_diagnosed_stands_before_a_test_that_helps() -> None:
    found = asked("how is type 1 diabetes diagnosed?")
    assert found is not None
    helps = candidate("C-peptide below 200 pmol/L confirms type 1 diabetes under certain conditions.", source="helps")
    whole = candidate("Type 1 diabetes in adults is first diagnosed on clinical grounds.", source="whole")
    assert found.first(helps, [helps], [whole]) is whole


@pytest.mark.parametrize(
    "question",
    [
        "gout diagnosis", "how do you diagnose gout?", "investigations for gout", "gout workup", "criteria for gout",
        "how to rule out gout", "what tests are needed for gout?", "is there a test for gout?", "Dx of gout",
    ],
)  # fmt: skip
def test_the_diagnosis_is_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "diagnosis"


@pytest.mark.parametrize("question", ["screening test for HCC", "how is gout diagnosed in children?"])
def test_screening_and_the_diagnosis_in_some_people_are_not_bare(question: str) -> None:
    assert name_of(question) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how is hepatitis B diagnosed?", "HBV DNA above 2000 IU/mL is a criterion for hepatitis B treatment."),
        ("how is hepatitis B diagnosed?", "A blood test can show if your liver is harmed by hepatitis B."),
        ("how is CKD found?", "Most people with CKD take a tablet for their blood pressure."),
        ("how is depression diagnosed?", "Major depressive disorder means at least two drugs were tried."),
    ],
)
def test_a_test_for_something_else_about_it_does_not_find_it(question: str, text: str) -> None:
    assert not answers(question, text, title="Notes on it", heading="Diagnosis and assessment")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how is hepatitis B diagnosed?", "A blood test can show if you have hep B or have had it in the past."),
        ("how is CKD found?", "Most people find out that they have CKD by a blood test and a urine test."),
        (
            "how is depression diagnosed?",
            "Major depressive disorder means depressed mood with at least four further symptoms for at least 2 weeks.",
        ),
    ],
)
def test_a_test_that_shows_whether_one_has_it_and_the_signs_that_make_it_up_do(question: str, text: str) -> None:
    assert answers(question, text, title="Notes", heading="Diagnosis and assessment")


def test_where_something_is_found_does_not_ask_how_it_is_diagnosed() -> None:
    assert name_of("where is CKD found?") != "diagnosis"


def test_a_wider_name_stands_for_the_illness_that_a_text_is_on_in_its_section_on_diagnosis_only() -> None:
    question, text = "how is type 2 diabetes diagnosed?", "Diabetes is diagnosed with HbA1c of 6.5% or more."
    assert not answers(question, text, title="Gestational diabetes", heading="Diagnosis and assessment")
    assert not answers(question, text, title="Type 2 diabetes", heading="Prevention")
    assert answers(question, text, title="Type 2 diabetes", heading="Diagnosis and assessment")
