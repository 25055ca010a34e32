"""A drug in pregnancy: whether it is given then, what it does to the child."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    "said",
    [
        "Doxycycline 100 mg twice daily treats chlamydia in non-pregnant adults.",
        "In penicillin allergy outside pregnancy, doxycycline treats syphilis.",
        "Chlamydia is treated with doxycycline for 7 days (in pregnancy expert advice is sought).",
        "Doxycycline treats cellulitis in adults.",
    ],
)
def test_what_holds_for_those_who_are_not_pregnant_says_nothing_of_pregnancy(said: str) -> None:
    assert not answers("doxycycline in pregnancy", said)


@pytest.mark.parametrize(
    ("of_the_drug", "of_another", "said"),
    [
        ("doxycycline", "amoxicillin", "Mild pneumonia is treated with amoxicillin, or doxycycline (not in pregnancy)."),
        ("trimethoprim", "nitrofurantoin", "Nitrofurantoin is given first; trimethoprim is not a first choice in pregnancy."),
        ("azithromycin", "doxycycline", "Treatment includes doxycycline for 7 days, or azithromycin 1 g once in pregnancy."),
        ("erythromycin", "clarithromycin", "The options are clarithromycin or doxycycline, or in pregnancy erythromycin."),
        (
            "candesartan",
            "sumatriptan",
            "Sumatriptan should be considered for an attack, and candesartan can be considered for prevention, though "
            "not in pregnancy.",
        ),
        ("sirolimus", "ACE inhibitor", "The label of sirolimus warns of angioedema (more with ACE inhibitors) and harm to the fetus."),
        ("cefalexin", "penicillin", "In pregnancy with penicillin allergy, cefalexin is used."),
        ("folic acid", "carbamazepine", "Folic acid is prescribed before pregnancy to people on an antiseizure drug such as carbamazepine."),
    ],
)  # fmt: skip
def test_it_is_said_of_the_drug_that_it_stands_by(of_the_drug: str, of_another: str, said: str) -> None:
    assert not answers(f"{of_another} in pregnancy", said)
    assert answers(f"{of_the_drug} in pregnancy", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("lamotrigine", "Antiseizure drugs and hormonal contraceptives interact, with a risk of unexpected pregnancy."),
        ("immunosuppressant", "Red flags are fever, weight loss, immunosuppression, malignancy, pregnancy and the postpartum period."),
        ("cabotegravir", "Antiretroviral therapy should not wait for the resistance result in acute HIV, in pregnancy, or with symptoms."),
        ("topiramate", "If you could get pregnant, use good birth control all the time with topiramate."),
        ("metformin", "Metformin is contraindicated below an eGFR of 30 (advice that is not specific to pregnancy)."),
        ("paracetamol", "A baby aged 2 months may have one dose of paracetamol 60 mg for fever."),
    ],
)  # fmt: skip
def test_that_pregnancy_is_named_does_not_say_whether_the_drug_is_given_then(drug: str, said: str) -> None:
    assert not answers(f"{drug} in pregnancy", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("warfarin", "Warfarin in pregnancy causes malformations and fatal fetal bleeding."),
        ("sumatriptan", "In pregnancy paracetamol is the first choice, and sumatriptan may be considered at all stages."),
        ("amoxicillin", "Chlamydia in pregnancy is treated with azithromycin; amoxicillin is the alternative."),
        ("nifedipine", "ACE inhibitors are not recommended in pregnancy, in which nifedipine is first-line for hypertension."),
        ("valproate", "Valproate in women who could become pregnant requires that other treatments have failed."),
        ("lisinopril", "ACE inhibitors are not recommended in pregnancy."),
        ("dabigatran", "In pregnancy, embolism is treated with LMWH, and DOACs must not be used in pregnancy."),
        ("metformin", "Metformin is used in gestational diabetes."),
        ("aspirin", "Women at high risk of pre-eclampsia are advised to take aspirin from 12 weeks until birth."),
        ("methimazole", "Women treated with methimazole are switched to propylthiouracil when they plan a pregnancy."),
        ("rivaroxaban", "Tell your doctor if you are pregnant, because blood thinners such as rivaroxaban can harm a baby."),
    ],
)  # fmt: skip
def test_what_says_that_it_is_given_or_not_or_what_it_does_then_answers(drug: str, said: str) -> None:
    assert answers(f"{drug} in pregnancy", said)


@pytest.mark.parametrize(
    "question",
    [
        "warfarin in the first trimester",
        "warfarin in pregnancy with a mechanical valve",
        "metformin and insulin in pregnancy",
        "metformin dose in pregnancy",
    ],
)
def test_a_part_of_pregnancy_a_dose_or_a_second_thing_is_more_than_that(question: str) -> None:
    assert name_of(question) != "pregnancy"


@pytest.mark.parametrize(
    "question",
    [
        "metformin in pregnancy",
        "metformin pregnancy",
        "is metformin safe in pregnancy?",
        "Can metformin be used in pregnancy?",
        "can pregnant women take metformin",
        "Is it safe to take metformin while pregnant?",
        "metformin while trying to conceive",
        "Is metformin ok if trying for a baby",
        "Is metformin teratogenic?",
        "I'm pregnant, can I take metformin?",
    ],
)
def test_it_is_asked_in_many_ways(question: str) -> None:
    assert name_of(question) == "pregnancy"


def test_what_is_said_of_the_antibodies_of_a_class_is_said_of_no_other_drug_of_it() -> None:
    said = "CGRP monoclonal antibodies are avoided in pregnancy."
    assert not answers("rimegepant in pregnancy", said)
    assert answers("erenumab in pregnancy", said)
