"""Of which class, stage or grade a text speaks."""

from __future__ import annotations

import pytest

from service.sentences.classes import classes_in, of_another_class


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("PE in Child C cirrhosis, which anticoagulant?", "In Child-Pugh A or B cirrhosis a DOAC is suggested."),
        ("apixaban in Child-Pugh A", "Apixaban is avoided in severe hepatic impairment."),
        ("TIPS in Child-Pugh A", "Pre-emptive TIPS is considered at a Child-Pugh score of 10 to 13."),
        ("CRT in NYHA I?", "Resynchronisation is recommended in NYHA class II to IV."),
        ("ibuprofen in the third trimester", "Ibuprofen can be used in the first and second trimester."),
        ("drug treatment for stage 1 hypertension", "Stage 2 hypertension is treated with drugs at any age."),
        ("insulin in type 1 diabetes", "Metformin is the first drug in type 2 diabetes."),
        ("rifaximin for grade 2 encephalopathy", "Intubation is considered in grade 3 or 4 encephalopathy."),
    ],
)
def test_a_sentence_on_other_classes_is_told_apart(asked: str, told: str) -> None:
    assert of_another_class(asked, told)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("PE in Child C cirrhosis", "LMWH alone is suggested in Child-Pugh B or C cirrhosis."),
        ("rivaroxaban in Child B", "Rivaroxaban is avoided in moderate and severe hepatic impairment."),
        ("What is Child-Pugh C?", "Child-Pugh class A means 5 or 6 points, class B 7 to 9 and class C 10 or more."),
        ("ICD in NYHA III", "An ICD is recommended in NYHA II–IV."),
        ("AKI stage 3, nephrologist?", "A nephrologist is consulted in AKI stage 2 or worse."),
        ("stage 1 hypertension", "Stage 3 ulcers are debrided."),  # of something else
        ("TIPS in Child-Pugh B", "TIPS is recommended in refractory ascites."),
        ("a child I saw with type 1 diabetes", "In Child-Pugh B cirrhosis carvedilol is given."),
        ("fever in a child aged 2", "In Child-Pugh C cirrhosis fever is an emergency."),
    ],
)
def test_a_sentence_on_the_class_on_more_or_on_none_is_not(asked: str, told: str) -> None:
    assert not of_another_class(asked, told)


def test_a_range_has_all_between_its_ends() -> None:
    assert classes_in("NYHA II to IV")["nyha"] == {2, 3, 4}
    assert classes_in("Child-Pugh 7 to 9 points")["child-pugh"] == {2}
