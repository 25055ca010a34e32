"""A drug in liver failure or cirrhosis: its dose there, and whether it is given, told of that drug and of those people."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.saying import answers, name_of


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        (
            "valproate",
            "Valproate can cause fatal liver failure in the first 6 months and is contraindicated in pregnancy.",
        ),
        ("statin", "Liver transaminases that are raised are no routine reason to withhold a statin."),
        ("tacrolimus", "In adult liver transplantation oral tacrolimus starts at 0.10 mg/kg a day."),
        (
            "methotrexate",
            "In people with risk factors for liver disease on methotrexate, the guideline recommends a FIB-4 score.",
        ),
        ("dabigatran", "In chronic portal vein thrombosis without cirrhosis dabigatran is given long term."),
        ("sirolimus", "In rats with cirrhosis sirolimus at 2 mg/kg daily lowered portal pressure."),
        ("vitamin K", "Measures to lower the INR are not recommended in cirrhosis without vitamin K antagonists."),
        ("albumin", "The Child-Pugh score gives 1 point for a serum albumin above 3.5 g/dL."),
        (
            "propranolol",
            "In cirrhosis band ligation is the choice when a beta-blocker is contraindicated.",
        ),
        (
            "warfarin",
            "Portal vein thrombosis in cirrhosis is treated with a shunt when warfarin is contraindicated.",
        ),
        ("trimethoprim", "In spontaneous bacterial peritonitis antibiotics are started before cultures are known."),
        ("metoprolol", "Beta-blockers are recommended for large oesophageal varices."),
    ],
)
def test_what_harms_a_liver_or_is_given_besides_is_no_use_of_the_drug_in_it(drug: str, said: str) -> None:
    assert not answers(f"{drug} in liver failure", said)


def test_what_holds_in_mild_impairment_says_nothing_of_liver_failure() -> None:
    said = "In compensated cirrhosis, Child-Pugh A, apixaban is given at 5 mg twice daily."
    assert not answers("apixaban in liver failure", said)
    assert answers("apixaban in cirrhosis", said)


def test_what_is_given_for_a_complication_answers_in_cirrhosis_alone() -> None:
    said = "Norfloxacin 400 mg once a day is recommended to prevent spontaneous bacterial peritonitis."
    assert answers("norfloxacin in cirrhosis", said)
    assert not answers("norfloxacin in liver failure", said)


@pytest.mark.parametrize(
    ("drug", "said"),
    [
        ("apixaban", "US labelling does not recommend apixaban in severe hepatic impairment."),
        ("tacrolimus", "Severe hepatic impairment may call for lower tacrolimus doses."),
        ("lisinopril", "Angiotensin-converting enzyme (ACE) inhibitors and NSAIDs should be avoided in cirrhosis."),
        ("edoxaban", "Rivaroxaban and edoxaban are to be avoided in Child-Pugh B liver disease."),
        ("escitalopram", "Escitalopram has a highest daily dose of 10 mg above 65 years or with hepatic impairment."),
        ("dapagliflozin", "In severe hepatic impairment, dapagliflozin starts at 5 mg once daily."),
        ("enoxaparin", "Guidance allows low-molecular-weight heparin in cirrhosis, where it advises against warfarin."),
        ("oxycodone", "Specialist advice comes before any strong opioid with moderate to severe hepatic impairment."),
        ("lactulose", "The guideline gives lactulose 20 to 30 g 3 to 4 times a day for overt hepatic encephalopathy."),
        ("glucagon", "Glucagon may fail in undernourished people and severe liver disease."),
    ],
)
def test_that_it_is_given_or_not_or_in_which_dose_answers(drug: str, said: str) -> None:
    assert answers(f"{drug} in liver failure", said)


def test_that_it_is_used_there_is_no_dose() -> None:
    said = "Guidance allows low-molecular-weight heparin in decompensated cirrhosis."
    assert not answers("enoxaparin hepatic dosing", said)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("apixaban hepatic dosing", "dose in liver disease"),
        ("does apixaban need dose adjustment in cirrhosis", "dose in liver disease"),
        ("is apixaban ok in liver failure?", "use in liver failure"),
        ("apixaban in decompensated cirrhosis", "use in liver failure"),
        ("can apixaban be given in cirrhotics", "use in cirrhosis"),
        ("apixaban with liver problems", "use in liver disease"),
    ],
)
def test_it_is_asked_in_many_ways(question: str, name: str) -> None:
    assert name_of(question) == name


@pytest.mark.parametrize(
    "question", ["can methotrexate cause cirrhosis?", "treatment of cirrhosis", "apixaban in acute liver failure"]
)
def test_a_harm_and_another_illness_are_other_questions(question: str) -> None:
    assert not (name_of(question) or "").startswith(("use", "dose"))
