"""Sentences on others than those asked about."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.sentences.exclusions import exclusion
from tests.service.sentences.single import candidate


def of(question: str, text: str, glossary: Glossary) -> bool:
    return exclusion(analyse(question, glossary), glossary)(candidate(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How long is PVT in cirrhosis anticoagulated?", "Portal vein thrombosis without cirrhosis is treated for 6 months."),
        ("portal vein thrombosis without cirrhosis", "In cirrhosis with portal vein thrombosis anticoagulation is considered."),
        ("anticoagulate tumour thrombus of the portal vein?", "Portal vein thrombosis without tumour is anticoagulated."),
        ("variceal bleeding: give octreotide?", "In non-variceal bleeding octreotide is not recommended."),
        ("recent portal vein thrombosis, how long?", "In chronic portal vein thrombosis anticoagulation is long term."),
        ("old portal vein thrombosis", "Acute portal vein thrombosis is anticoagulated at once."),
        ("beta-blocker in compensated cirrhosis", "In decompensated cirrhosis beta-blockers are stopped at low pressure."),
        ("vaccines before elective splenectomy", "After emergency splenectomy vaccines are given at 2 weeks."),
        ("how long after an unprovoked DVT", "A provoked DVT is anticoagulated for 3 months."),
        ("pneumonia managed at home: which antibiotic", "Hospitalised patients get a beta-lactam with a macrolide."),
        ("INR 2.3 in a cirrhotic not on warfarin", "The INR on warfarin is lowered with vitamin K."),
        ("portal vein clot, no cirrhosis: how long?", "In cirrhosis portal vein thrombosis is treated until it is open."),
        ("portal vein clot, no liver disease", "In cirrhosis portal vein thrombosis is treated until it is open."),
        ("FeNO 58 in a 40-year-old", "At 5 to 16 years FeNO comes first in suspected asthma."),
        ("amoxicillin for my 6-year-old", "In people aged 65 years or older amoxicillin is given for 7 days."),
        ("child 20 kg, adrenaline dose in anaphylaxis", "Adrenaline in anaphylaxis over the age of 12 years is 500 micrograms."),
        ("amoxicillin dose in pneumonia treated at home", "Severe pneumonia is treated with intravenous amoxicillin."),
        ("COPD exac, sats 83%: how much oxygen", "In COPD long-term oxygen is given for 15 hours a day below 88%."),
        ("oxygen in an exacerbation of COPD", "Home oxygen is for people with COPD who do not smoke."),
        ("stroke, thrombolysis given: pressure limit?", "Without thrombolysis a pressure below 220/120 mmHg is left alone."),
    ],
)  # fmt: skip
def test_those_with_the_contrary_are_others(question: str, text: str, glossary: Glossary) -> None:
    assert of(question, text, glossary)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Does prophylaxis raise bleeding in cirrhosis?", "Prophylaxis lowered thrombosis without more bleeding in cirrhosis."),
        ("Does apixaban change bleeding?", "Apixaban lowered stroke without a significant difference in bleeding."),
        ("Do I need a urine culture in cystitis?", "Cystitis is diagnosed without a urine culture."),
        ("acute on chronic liver failure", "Acute-on-chronic liver failure is graded 1 to 3."),
        ("PVT in cirrhosis", "Portal vein thrombosis is anticoagulated with and without cirrhosis, in cirrhosis for longer."),
        ("compensated or decompensated cirrhosis: which beta-blocker?", "In decompensated cirrhosis propranolol is used."),
        ("portal vein clot, no cirrhosis: how long?", "Portal vein thrombosis without cirrhosis is treated for 6 months."),
        ("hypertension, no diabetes: first tablet?", "NICE starts an ACE inhibitor in type 2 diabetes, else amlodipine."),
        ("thrombocythaemia, no thrombosis yet", "Aspirin did not lower thrombosis in essential thrombocythaemia."),
        ("no cirrhosis but can cirrhosis follow?", "Cirrhosis may follow portal vein thrombosis."),
        ("statin at 40 years old?", "A statin is offered from the age of 25 in type 1 diabetes, earlier from 10 years on."),
        ("woman of 20 kg less, adrenaline dose", "Adrenaline in anaphylaxis over the age of 12 years is 500 micrograms."),
        ("child 20 kg, adrenaline dose", "Adrenaline is 300 micrograms at 6 to 12 years, 500 micrograms over the age of 12."),
        ("score of a 70-year-old?", "The score counts 2 points at the age of 75 or more."),
        ("which inhaler after an exacerbation", "Long-term treatment of COPD is a LABA with a LAMA."),
        ("what lowers the risk of exacerbations", "Long-term oxygen in COPD lowers mortality."),
        ("warfarin or no warfarin in cirrhosis?", "Warfarin is monitored by the INR."),
    ],
)  # fmt: skip
def test_a_finding_a_test_done_without_or_both_sides_exclude_nobody(
    question: str, text: str, glossary: Glossary
) -> None:
    assert not of(question, text, glossary)


def test_with_or_without_an_illness_a_sentence_is_on_those_who_have_it(glossary: Glossary) -> None:
    both = "In chronic kidney disease with or without diabetes, an SGLT2 inhibitor is recommended."
    assert not of("Is an SGLT2 inhibitor recommended in CKD with diabetes?", both, glossary)
    assert of("Is an SGLT2 inhibitor recommended in CKD with diabetes?", both.replace("with or ", ""), glossary)


@pytest.mark.parametrize(
    "question",
    [
        "Which shingles vaccine for a liver transplant recipient?",
        "Zoster vaccine in an immunosuppressed adult: how many doses?",
    ],
)
def test_what_is_for_the_immunocompetent_is_not_for_the_immunosuppressed(glossary: Glossary, question: str) -> None:
    assert of(question, "Recombinant zoster vaccine is given to immunocompetent adults as 2 doses.", glossary)
    assert not of(question, "Recombinant zoster vaccine is given to immunosuppressed adults as 2 doses.", glossary)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("heart failure, not in shock. dobutamine dose?", "In cardiogenic shock dobutamine is given at 5 micrograms."),
        (
            "IV salbutamol dose in asthma",
            "Salbutamol 5 mg is nebulised, and hydrocortisone 100 mg given intravenously.",
        ),
        ("oral paracetamol, how much per day", "Intravenous paracetamol is 1 g up to four times a day."),
        ("morphine IM dose", "Morphine is started at 5 mg by mouth every 4 hours."),
    ],
)
def test_what_is_for_a_state_that_is_denied_or_given_by_another_route_is_on_others(
    question: str, text: str, glossary: Glossary
) -> None:
    assert of(question, text, glossary)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("heart failure, not in shock. dobutamine dose?", "Dobutamine in heart failure is given at 2 micrograms."),
        ("why is she not in shock?", "In cardiogenic shock dobutamine is given at 5 micrograms."),
        ("heart failure in shock. dobutamine dose?", "In cardiogenic shock dobutamine is given at 5 micrograms."),
        ("IV salbutamol dose in asthma", "Salbutamol is 5 mg by nebuliser or 250 micrograms intravenously."),
        ("IV salbutamol dose in asthma", "Salbutamol 250 micrograms is given over 10 minutes."),
        ("should plasma be given in sepsis?", "Plasma is not given routinely in sepsis."),
        ("switch from IV paracetamol to oral", "Intravenous paracetamol is 1 g up to four times a day."),
        ("paracetamol dose", "Intravenous paracetamol is 1 g up to four times a day."),
        ("oral paracetamol after surgery", "Intravenous paracetamol lowered the opioids that were needed."),
    ],
)
def test_the_state_and_the_route_that_are_asked_for_are_not(question: str, text: str, glossary: Glossary) -> None:
    assert not of(question, text, glossary)
