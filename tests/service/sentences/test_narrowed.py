"""Sentences on fewer than a plain question is about."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.sentences.narrowed import Narrowing, forms_named


def ways(question: str, text: str) -> int:
    glossary = shipped_glossary()
    topics = [mention.entry for mention in glossary.find(question)]
    return Narrowing(question, topics, glossary).count(text, frozenset())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how is PE treated", "Acute DVT and PE are anticoagulated for a treatment phase of 3 months."),
        ("how is SVT treated", "A supraventricular tachycardia in a stable patient is treated with vagal manoeuvres first."),
        ("how is hyperkalaemia treated", "Insulin-glucose for hyperkalaemia in adults is 10 units of insulin."),
        ("opioid overdose treatment", "For opioid overdose in adults, naloxone is repeated if breathing does not improve after a dose of it."),
        ("migraine treatment", "In a 2021 review, migraine is treated with a triptan."),  # where it is told, and of nobody
        ("cystitis treatment", "Cystitis in women is treated with nitrofurantoin."),  # who mostly have it
    ],
)  # fmt: skip
def test_the_usual_case_is_no_fewer(question: str, text: str) -> None:
    assert ways(question, text) == 0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("how is PE treated", "High-risk pulmonary embolism is treated with systemic thrombolysis."),
        ("how is ascites treated", "If sodium restriction does not start a diuresis, spironolactone is given for ascites."),
        ("hyperkalaemia treatment", "Hyperkalaemia above 6.5 mmol/L despite treatment is discussed with the renal team."),
        ("hypertension diagnosis", "Adults in whom hypertension is diagnosed before the age of 40 years need screening."),
        ("opioid overdose treatment", "Children with opioid overdose receive naloxone 10 micrograms/kg."),
        ("Parkinson's disease first line", "An agonist may be first in selected patients with Parkinson's disease."),
        ("osteoporosis first line", "A bisphosphonate is the initial drug for men with osteoporosis."),
        ("how is asthma treated", "In general, acute severe asthma is treated with oxygen and salbutamol."),
        ("hepatitis C treatment", "Hepatitis C with decompensated liver disease is treated with ribavirin."),
        ("how is PE treated", "In pregnancy, pulmonary embolism is treated with heparin."),
    ],
)  # fmt: skip
def test_a_form_a_group_a_failure_or_a_second_illness_is_fewer(question: str, text: str) -> None:
    assert ways(question, text) > 0


def test_what_the_question_names_itself_makes_nothing_fewer() -> None:
    assert ways("how is refractory ascites managed", "Refractory ascites is managed with paracentesis.") == 0
    assert ways("PE treatment in pregnancy", "In pregnancy, pulmonary embolism is treated with heparin.") == 0
    assert forms_named("what is resistant hypertension")
    assert not forms_named("what is hypertension")


def test_a_sentence_is_for_the_people_that_the_question_names() -> None:
    glossary = shipped_glossary()
    narrowing = Narrowing("migraine treatment in pregnancy", [], glossary)
    assert not narrowing.is_for("First-line drugs are aspirin (not in the third trimester) and a triptan.")
    assert narrowing.is_for("In pregnancy paracetamol is the first choice.")
