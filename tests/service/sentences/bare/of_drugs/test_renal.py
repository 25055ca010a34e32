"""A drug in renal impairment: its dose there, and whether it is given, told of that drug and of those people."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        (
            "metformin",
            "Antihypertensives are started with caution on metformin because they can impair renal function.",
        ),
        ("metformin", "The eGFR is measured before metformin starts and at least once a year."),
        ("amiodarone", "On amiodarone, the guide considers renal function with electrolytes every 6 months."),
        (
            "atorvastatin",
            "Atorvastatin can cause myopathy, with a higher risk from age ≥65 years and renal impairment.",
        ),
        ("ciclosporin", "Calcineurin inhibitors raise the risk of kidney dysfunction and new malignancies."),
        ("everolimus", "After kidney transplantation, everolimus starts at 0.75 mg by mouth every 12 hours."),
        ("ibuprofen", "Avoid ibuprofen if you have cirrhosis, as it can harm your kidneys."),
        ("methotrexate", "In methotrexate overdose with renal impairment folinic acid 15 mg is given."),
        ("metformin", "Before intravenous contrast, metformin is stopped at an eGFR of 30 to 60 mL/min/1.73 m²."),
        (
            "clarithromycin",
            "Colchicine is contraindicated with a strong CYP3A4 inhibitor in anyone with renal or hepatic impairment.",
        ),
        (
            "heparin",
            "In a creatinine clearance below 30 mL/min the guideline recommends apixaban at a reduced dose.",
        ),
    ],
)
def test_what_harms_a_kidney_or_is_given_besides_is_no_use_of_the_drug_in_it(drug: str, said: str) -> None:
    assert not answers(f"{drug} in CKD", said)


@pytest.mark.parametrize(
    "said",
    [
        "Dapagliflozin is recommended in adults with chronic kidney disease.",
        "Enoxaparin is mainly eliminated by the kidneys, and dapagliflozin is recommended in chronic kidney disease.",
    ],
)
def test_that_it_is_used_there_is_no_dose(said: str) -> None:
    assert not answers("dapagliflozin dose in renal impairment", said)
    assert answers("dapagliflozin in CKD", said)


def test_what_is_said_of_its_own_class_is_said_of_it_and_of_a_wide_class_is_not() -> None:
    said = "An ACE inhibitor or ARB is recommended in CKD with diabetes and albuminuria."
    assert answers("ramipril in CKD", said)
    assert not answers("trimethoprim in CKD", "Antibiotics are given with caution in chronic kidney disease.")


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("methotrexate", "The methotrexate dose is halved at an eGFR of 30–59 mL/min."),
        ("methotrexate", "The NHS monitoring guide avoids methotrexate in severe renal impairment."),
        ("alendronate", "Alendronate is not recommended with a creatinine clearance below 35 mL/min."),
        ("enoxaparin", "When creatinine clearance is below 30 mL/min, enoxaparin is 1 mg/kg once daily."),
        ("allopurinol", "Allopurinol for gout starts at 100 mg a day or less, lower still in CKD."),
        ("ibuprofen", "If your kidneys do not work well, do not take ibuprofen, naproxen or drugs like them."),
        ("colchicine", "In renal impairment the dose of colchicine for a gout flare is not changed."),
        ("paracetamol", "With an eGFR below 30 mL/min, doses of paracetamol are at least 6 hours apart."),
    ],
)
def test_its_dose_there_or_that_it_is_not_given_answers_both_questions(drug: str, said: str) -> None:
    assert answers(f"{drug} in renal impairment", said)
    assert answers(f"{drug} dose in renal impairment", said)


@pytest.mark.parametrize(
    "question",
    [
        "apixaban renal dosing",
        "apixaban dose adjustment in renal impairment",
        "how do I dose apixaban in renal failure",
    ],
)
def test_the_dose_there_is_asked_for_in_many_ways(question: str) -> None:
    assert name_of(question) == "dose in renal impairment"


@pytest.mark.parametrize(
    "question", ["is apixaban ok in kidney failure?", "can I give apixaban in CKD", "apixaban with bad kidneys"]
)
def test_whether_it_is_given_there_is_asked_in_many_ways(question: str) -> None:
    assert name_of(question) == "use in renal impairment"


@pytest.mark.parametrize(
    "question",
    [
        "renal dose dopamine?",
        "apixaban dose with an eGFR of 20",
        "does tacrolimus cause renal failure?",
        "acute renal failure and metformin",
    ],
)
def test_a_value_a_harm_and_another_illness_are_other_questions(question: str) -> None:
    assert name_of(question) not in ("use in renal impairment", "dose in renal impairment")
