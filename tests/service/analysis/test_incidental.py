"""What is told by the way is left out of a question; an illness, a value, who it is and the medicine asked about are not."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.incidental import Lighter, without_incidental
from service.analysis.question import analyse

GLOSSARY = shipped_glossary()


def lighter(text: str, to_patient: bool = False, strange: str = "") -> Lighter | None:
    return without_incidental(analyse(text, GLOSSARY), lambda word: word in strange.split(), to_patient)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("80F on our ward has just had a seizure, eGFR 20. Which drug?", "80F has had a seizure, eGFR 20. Which drug?"),
        ("Pt in resus with known asthma. Second drug?", "patient with asthma. Second drug?"),
        ("gout and a bit of heart failure, on the ward: which drug?", "gout and heart failure: which drug?"),
        ("Urate came back 480 in gout. Target?", "Urate 480 in gout. Target?"),
    ],
)
def test_a_place_and_small_words_are_told_by_the_way(text: str, left: str) -> None:
    assert lighter(text) == Lighter(left)


@pytest.mark.parametrize(
    "text",
    [
        "bleeding woman on labour ward, which drug?",
        "on the dialysis ward with gout, which drug?",
        "Should a PE be treated on the ward or at home?",
        "gout, liver transplant five years ago. Allopurinol?",
        "PT 18 in cirrhosis. Vitamin K?",
    ],
)
def test_what_says_who_it_is_or_is_asked_stays(text: str) -> None:
    assert lighter(text) is None


def test_a_past_operation_goes_where_no_text_knows_what_it_was_on() -> None:
    text = "AF, CKD 3 and a squint op last year. Can he have apixaban?"
    found = lighter(text, strange="squint")
    assert found is not None
    assert found.text == "AF, CKD 3. Can he have apixaban?"
    assert lighter(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "AF and a bowel op last year. Can he have apixaban?",
        "AF and a squint op last year. Can he have apixaban before another op?",
        "AF and a squint op last week. Can he have apixaban?",
    ],
)
def test_a_great_a_fresh_or_an_asked_operation_stays(text: str) -> None:
    assert lighter(text, strange="bowel squint") is None


@pytest.mark.parametrize(
    ("text", "left", "medicine"),
    [
        ("what ldl should i aim for on atorvastatin only", "what ldl should i aim for", "atorvastatin"),
        (
            "i get gout twice a year and take naproxen for it, is there something to prevent it",
            "i get gout twice a year, is there something to prevent it",
            "naproxen",
        ),
    ],
)
def test_a_patients_medicine_goes_beside_a_goal_or_prevention_and_is_named(text: str, left: str, medicine: str) -> None:
    assert lighter(text, to_patient=True) == Lighter(left, (medicine,))
    assert lighter(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "can i eat grapefruit on atorvastatin",
        "which painkiller can i take for gout, i take warfarin",
        "does naproxen prevent gout",
        "what dose of atorvastatin should i aim for",
    ],
)
def test_a_medicine_that_may_decide_stays(text: str) -> None:
    assert lighter(text, to_patient=True) is None


def test_ones_own_size_goes_unless_it_is_asked_about() -> None:
    found = lighter("I have gout, I'm a bit overweight, will it come back?", to_patient=True)
    assert found is not None
    assert found.of_size
    assert "overweight" not in found.text
    assert lighter("I have gout, I'm a bit overweight, which diet helps?", to_patient=True) is None
