"""What is told of a patient says for whom it is asked; what is asked about has to be in an answer."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.facets import parts_of
from service.analysis.question import analyse
from service.patient_details import Told, told_in
from service.retrieval import make_query
from service.sentences.particulars import particulars

CLOT = "62F, first unprovoked PE, eGFR 41, weight 58 kg. Which DOAC dose and how long?"


def told(text: str) -> Told:
    return told_in(text, shipped_glossary())


@pytest.mark.parametrize(
    "text",
    [
        "K 6.4, what do I do?",
        "What does a ferritin of 900 mean?",
        "Metformin dose if eGFR 22?",
        "eGFR 45 and IV contrast CT planned - hold metformin?",
        "62F. Which DOAC is preferred with eGFR 41?",
        "In a 66-year-old man of 80 kg with AF and eGFR 55, which DOAC is preferred?",
    ],
)
def test_a_value_in_what_is_asked_is_not_told(text: str) -> None:
    assert not told(text).values


@pytest.mark.parametrize(
    "text",
    [
        "72F, 70 kg, K 6.1, on spironolactone. Which drug lowers it fastest?",
        "66M, 80 kg, eGFR 22, DVT. Which anticoagulant is preferred?",
        "58F, 60 kg, platelets 41, cirrhosis. Which anticoagulant is preferred?",
        "84M, 57 kg, creatinine 140, AF. Apixaban dose?",
    ],
)
def test_a_value_that_calls_for_something_itself_is_asked_about_wherever_it_stands(text: str) -> None:
    assert len(told(text).values) == 1  # the weight


@pytest.mark.parametrize("asked", ["Stop it?", "What now?", "What do I do?", "Continue?"])
def test_where_the_asking_part_points_at_what_was_said_the_values_are_asked_about(asked: str) -> None:
    assert told(f"72F, on spironolactone, K 4.9, eGFR 40. {asked}").rest.startswith("72F, on spironolactone, K 4.9")


@pytest.mark.parametrize(
    "asked",
    ["What stage is her kidney disease?", "Which renal tests are next?", "At what eGFR is metformin stopped?"],
)
def test_a_value_whose_organ_or_name_is_asked_about_is_asked_about(asked: str) -> None:
    assert "eGFR 52" in told(f"62F, diabetes, 70 kg, eGFR 52. {asked}").rest


@pytest.mark.parametrize(
    "text", ["Fibroscan 13 kPa, platelets 190. Does he need an endoscopy for varices?", "PE, eGFR 41. Which DOAC?"]
)
def test_findings_without_a_person_are_no_list_of_a_patients_details(text: str) -> None:
    assert told(text).rest == text


def test_what_is_asked_of_a_child_is_asked_of_its_age_and_weight() -> None:
    text = "3-year-old, 14 kg, otitis media. Which dose of amoxicillin?"
    assert told(text).rest == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (CLOT, "first unprovoked PE. Which DOAC dose and how long?"),
        ("Woman aged 77, HFpEF, LVEF 58%, Na 139. Is dapagliflozin given?", "HFpEF. Is dapagliflozin given?"),
        ("A 66-year-old man with AF, weight 81 kg. Which anticoagulant?", "AF. Which anticoagulant?"),
        ("What dose of apixaban? 62F, PE, eGFR 66.", "What dose of apixaban? PE."),
        ("52M, BMI 27, SpO2 96%, NKDA, pneumonia. Which antibiotic?", "pneumonia. Which antibiotic?"),
    ],
)
def test_age_sex_size_and_ordinary_values_in_a_list_are_told(text: str, rest: str) -> None:
    assert told(text).rest == rest


def test_what_is_told_is_neither_a_word_nor_a_concept_nor_a_meaning_that_is_asked_for() -> None:
    question = analyse(CLOT, shipped_glossary())
    query = make_query(CLOT, shipped_glossary())
    assert question.key_words == ("unprovoked", "pe", "doac", "dose")
    assert {entry.term for entry in question.entries} == {"pulmonary embolism", "direct oral anticoagulant"}
    assert query.dense_text.startswith("first unprovoked PE. Which DOAC dose and how long?")
    assert query.weights["egfr"] < 0.5 < query.weights["pe"]


def test_sentences_are_still_held_against_what_is_told() -> None:
    measures = {value.measure for value in analyse(CLOT, shipped_glossary()).values}
    assert measures == {"gfr", "weight", "age"}


def test_each_part_of_a_question_is_asked_for_the_same_patient() -> None:
    text = "68M, AF, weight 80 kg, eGFR 55. Which anticoagulant is preferred, and how is it reversed after a bleed?"
    parts = parts_of(analyse(text, shipped_glossary()), shipped_glossary())
    assert len(parts) == 2
    assert all({"gfr", "weight"} <= {value.measure for value in part.values} for part in parts)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("67F with CKD, ACR 4. Does she need a statin?", "ACR"),
        ("Gestational diabetes diagnosed at 27 weeks. What are the glucose targets?", "27 weeks"),
    ],
)
def test_a_test_with_its_value_and_the_week_of_pregnancy_pin_nothing_down(text: str, name: str) -> None:
    assert name not in {one.name for one in particulars(analyse(text, shipped_glossary()), shipped_glossary())}


def test_initials_before_a_year_still_pin_down_whose_guideline_it_is() -> None:
    question = analyse("What does ACR 2020 say on gout?", shipped_glossary())
    assert "ACR" in {one.name for one in particulars(question, shipped_glossary())}


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Clozapine aside, which drugs treat schizophrenia?", "which drugs treat schizophrenia?"),
        ("Leaving insulin aside: is metformin given in gout?", "is metformin given in gout?"),
        ("What is put aside, and how is gout treated?", "What is put aside, and how is gout treated?"),
    ],
)
def test_what_is_set_aside_is_not_asked_about(text: str, rest: str) -> None:
    assert told(text).rest == rest


def test_a_word_that_only_sets_two_against_each_other_is_not_looked_for() -> None:
    for text in ("Prasugrel vs ticagrelor in NSTEMI", "Prasugrel versus ticagrelor in NSTEMI"):
        assert not {"vs", "versus"} & set(analyse(text, shipped_glossary()).key_words)
