"""What is for another age, weight or score than the patient's, or gives what the patient is allergic to, comes later."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.compose.allergy import Allergy
from service.compose.suits import measures, on_another_score
from service.measured import measured_in
from tests.fakes import digest
from tests.service.conftest import Ask
from tests.service.sentences.single import candidate

GLOSSARY = shipped_glossary()


@pytest.mark.parametrize(
    ("patient", "text", "held", "missed"),
    [
        ("a 71-year-old", "Adults under 60 may have a trial of it.", set(), {"age"}),
        ("a 71-year-old", "People over 70 years are watched instead.", {"age"}, set()),
        ("46 kg", "2 g a day at 50 kg or less, 3 g above 50 kg", {"weight"}, set()),
        ("46 kg", "1 g at 50 kg or more", set(), {"weight"}),
        ("FIB-4 of 1", "a FIB-4 of 1 is low", {"fib4"}, set()),
        ("HAS-BLED 2", "at a HAS-BLED score of 3 bleeding is likelier", set(), {"has_bled"}),
        ("46 kg", "those who lost 5 kg or more were tested", set(), set()),
        ("46 kg", "15 mg/kg at most 4 times a day", set(), set()),
        ("nobody", "adults under 60", set(), set()),
    ],
)
def test_a_sentence_is_for_a_measure_of_the_patient_or_for_others_of_it(
    patient: str, text: str, held: set[str], missed: set[str]
) -> None:
    assert measures(text, measured_in(patient)) == (frozenset(held), frozenset(missed))


def test_a_score_is_another_one_where_only_that_is_named() -> None:
    values = measured_in("HAS-BLED 2")
    assert on_another_score("A MELD score above 20 calls for a referral.", values)
    assert not on_another_score("MELD and HAS-BLED are both counted.", values)
    assert not on_another_score("A MELD score above 20 calls for a referral.", measured_in("potassium 5.9"))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("no penicillin allergy, cellulitis: drug?", "Amoxicillin is given for cellulitis."),
        ("penicillin allergy: none. drug?", "Amoxicillin is given for cellulitis."),
        ("allergic to penicillin, drug?", "Clarithromycin is given for cellulitis."),
        (
            "allergic to penicillin, drug?",
            "Amoxicillin, or in penicillin allergy doxycycline, is given for cellulitis.",
        ),
        ("penicillin tolerant, drug?", "Amoxicillin is given for cellulitis."),
        ("allergic to ceftriaxone, drug?", "The alternatives to ceftriaxone are gentamicin and spectinomycin."),
    ],
)
def test_what_is_denied_or_spoken_of_is_not_disregarded(question: str, text: str) -> None:
    assert not Allergy(analyse(question, GLOSSARY), GLOSSARY).disregarded_by(text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("pneumonia, allergic to penicillin, what to give", "Amoxicillin is given for pneumonia."),
        ("pneumonia, penicillin anaphylaxis, which drug", "Flucloxacillin is given for pneumonia."),
        ("rash with ciprofloxacin, which antibiotic", "Levofloxacin is given for pneumonia."),
        ("allergic to cephalosporins, which antibiotic", "Ceftriaxone is given for pneumonia."),
        ("allergic to penicillin, which drug", "Amoxicillin is given instead of doxycycline for pneumonia."),
    ],
)
def test_a_drug_of_the_class_disregards_the_allergy(question: str, text: str) -> None:
    assert Allergy(analyse(question, GLOSSARY), GLOSSARY).disregarded_by(text)


@pytest.mark.parametrize(
    ("question", "text", "elsewhere"),
    [
        (
            "gonorrhoea, allergic to cephalosporins",
            "In cephalosporin allergy pneumonia is treated with vancomycin.",
            True,
        ),
        (
            "gonorrhoea, allergic to cephalosporins",
            "In cephalosporin allergy gonorrhoea is treated with gentamicin.",
            False,
        ),
        ("cephalosporin allergy, which drug", "In cephalosporin allergy pneumonia is treated with vancomycin.", False),
        ("gonorrhoea, which drug", "In cephalosporin allergy pneumonia is treated with vancomycin.", False),
    ],
)
def test_what_such_a_patient_has_in_another_illness_is_told_of_where_the_illness_is_named(
    question: str, text: str, elsewhere: bool
) -> None:
    assert Allergy(analyse(question, GLOSSARY), GLOSSARY).chosen_elsewhere(candidate(text)) is elsewhere


THYROID = """## Recommendations

Adults under 65 with subclinical hypothyroidism and a TSH below 10 mIU/L may start levothyroxine for 6 months [@g].
In people above 80 years with a TSH up to 10 mIU/L and subclinical hypothyroidism, levothyroxine is not started [@g].
With a TSH above 4 mIU/L on amiodarone, levothyroxine is considered in hypothyroidism [@g].
"""
DOSES = """## Dosing

Paracetamol in adults is 1 g four times daily by mouth, at most 4 g a day [@g].
Paracetamol in frail adults is 500 mg four times daily by mouth at 40 kg or less [@g].
"""
PNEUMONIA = """## Treatment

First-line treatment of mild pneumonia in adults is amoxicillin 500 mg three times daily for 5 days [@g].
Mild pneumonia in adults with a penicillin allergy is treated with doxycycline 100 mg daily for 5 days [@g].
"""
CLOTS = """## Anticoagulation

Apixaban in atrial fibrillation is given at 5 mg twice daily, unless a lower dose is called for [@g].
Apixaban in atrial fibrillation is 2.5 mg twice daily with at least two of age ≥80 years, weight ≤60 kg and creatinine ≥1.5 mg/dL [@g].
"""


@pytest.mark.parametrize(
    ("question", "body", "begins"),
    [
        ("An 84-year-old man, TSH 7.1, subclinical hypothyroidism. Start levothyroxine?", THYROID, "In people above 80"),
        ("A 45-year-old man, TSH 7.1, subclinical hypothyroidism. Start levothyroxine?", THYROID, "Adults under 65"),
        ("paracetamol by mouth, frail woman of 37 kg, how much per day", DOSES, "Paracetamol in frail"),
        ("mild pneumonia, allergic to penicillin. What to give and for how long?", PNEUMONIA, "Mild pneumonia"),
        ("mild pneumonia. What to give and for how long?", PNEUMONIA, "First-line"),
        ("apixaban dose in AF: 84 years, 55 kg, creatinine 90 umol/L", CLOTS, "Apixaban in atrial fibrillation is 2.5"),
        ("apixaban dose in AF: 74 years, 75 kg, creatinine 90 umol/L", CLOTS, "Apixaban in atrial fibrillation is given"),
    ],
)  # fmt: skip
def test_what_suits_the_patient_stands_first(ask: Ask, question: str, body: str, begins: str) -> None:
    answer = ask(question, {"text.md": digest("text", body)})
    assert answer.bottom_line is not None
    assert answer.bottom_line.text.startswith(begins)
