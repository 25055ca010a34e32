"""The dose of a drug in an illness is told by an amount of that very drug there, not by what stands near its name."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.dosed import Dosed, dose_asked, only_of_others
from tests.service.sentences.single import candidate


def _asked(question: str) -> Dosed | None:
    return dose_asked(analyse(question, shipped_glossary()), shipped_glossary())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("dose of dabigatran for AF", "Dabigatran is reversed with idarucizumab 5 g intravenously."),
        ("dose of dabigatran for AF", "A reduced DOAC dose in atrial fibrillation is wrong."),
        ("dose of edoxaban for AF", "In atrial fibrillation, apixaban (5 mg twice daily) and edoxaban are given."),
        ("edoxaban dose in AF", "Before a procedure edoxaban is held for 2 days in AF (clearance above 15 mL/min)."),
        ("dose of cefalexin for cystitis", "In pregnancy cystitis is treated with cefalexin 500 mg every 12 hours."),
        ("dose of cefalexin for cystitis", "Cefalexin 500 mg four times daily is given in cellulitis."),
        (
            "memantine dose for Parkinson's disease dementia",
            "In Alzheimer's disease memantine starts at 5 mg once daily.",
        ),
        ("dose of carvedilol for AF", "In atrial fibrillation alcohol is limited to 30 g a week."),
        ("dose of furosemide in AKI", "In AKI furosemide is contraindicated in anuria and hypovolaemia."),
        (
            "ticagrelor dose in stroke",
            "Ticagrelor for acute coronary syndrome is given as 180 mg, and not after a previous stroke.",
        ),
        (
            "thrombolysis dose in stroke",
            "Before thrombolysis for stroke, labetalol 10 mg lowers a high pressure.",
        ),
    ],
)
def test_an_amount_of_another_drug_or_in_another_illness_or_in_pregnancy_is_none(question: str, text: str) -> None:
    asked = _asked(question)
    assert asked is not None
    assert not asked.told_by(candidate(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("dose of rivaroxaban for AF", "In atrial fibrillation, rivaroxaban is given at 20 mg once daily."),
        ("albumin dose in SBP", "Albumin is given with antibiotics in spontaneous bacterial peritonitis at 1.5 g/kg."),
        ("furosemide dose in ascites", "Furosemide for ascites is added to spironolactone at 20 to 40 mg a day."),
        ("dose of apixaban in AF", "In atrial fibrillation apixaban or rivaroxaban is given, at 5 mg and 20 mg."),
        ("aspirin dose acute migraine?", "Drugs for migraine are aspirin 900 mg (not in the third trimester)."),
        ("dose of warfarin for AF", "Warfarin for atrial fibrillation is dosed to an INR of 2.0-3.0."),
        ("LMWH dose in pulmonary embolism", "Pulmonary embolism is treated with therapeutic doses of LMWH."),
        ("dose of diltiazem in HFrEF", "Diltiazem and verapamil are not recommended in HFrEF."),
        ("dose of cefalexin for cystitis in pregnancy", "In pregnancy cystitis is treated with cefalexin 500 mg."),
        ("thrombolysis dose in stroke", "Tenecteplase for ischaemic stroke is given as 0.25 mg/kg at once."),
        ("GCA pred dose", "In giant cell arteritis high-dose glucocorticoid (40 mg prednisone-equivalent) is started."),
    ],
)
def test_an_amount_of_it_or_that_it_is_not_given_is_told(question: str, text: str) -> None:
    asked = _asked(question)
    assert asked is not None
    assert asked.told_by(candidate(text))


@pytest.mark.parametrize(
    "question",
    [
        "Is the dose of apixaban reduced at 80 years?",
        "when is the next dose of apixaban?",
        "dose of apixaban or rivaroxaban in AF",
        "apixaban dose with creatinine clearance 24",
        "naloxone dose for a kid",
    ],
)
def test_what_is_asked_of_a_patient_or_of_two_drugs_or_otherwise_is_no_plain_dose(question: str) -> None:
    assert _asked(question) is None


def test_what_is_missing_is_named_with_the_illness() -> None:
    asked = _asked("dose of dabigatran for AF")
    assert asked is not None
    assert asked.missing() == "dose of dabigatran in atrial fibrillation"


def test_what_gives_the_dose_and_names_the_illness_stands_before_what_does_not() -> None:
    asked = _asked("dose of warfarin for AF")
    assert asked is not None
    loading = candidate("Warfarin is loaded with 10 mg.", source="warfarin")
    by_inr = candidate("Warfarin for atrial fibrillation is dosed to an INR of 2.0-3.0.", order=1)
    assert asked.first(loading, [], [loading, by_inr]) is by_inr


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Edoxaban is reversed with protamine 50 mg.", True),
        ("Amiodarone 200 mg daily raises the level of edoxaban.", True),
        ("Edoxaban 60 mg daily is switched to warfarin at half the dose.", False),
        ("Edoxaban on verapamil is given at 30 mg daily.", False),
        ("Protamine 50 mg is given.", False),
        ("Edoxaban is stopped.", False),
    ],
)
def test_amounts_of_others_alone_are_no_dose_of_the_drug(text: str, others: bool) -> None:
    edoxaban = shipped_glossary().get("edoxaban")
    assert edoxaban is not None
    assert only_of_others(candidate(text), [edoxaban], shipped_glossary()) is others
