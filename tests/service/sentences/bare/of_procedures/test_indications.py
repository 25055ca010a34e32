"""When a procedure or test is indicated is told by what says for whom or when it is done."""

from __future__ import annotations

import pytest

from tests.service.sentences.bare.telling import asks, first_of, told


@pytest.mark.parametrize(
    "question",
    ["how is liver biopsy performed", "is liver biopsy needed", "when is metformin indicated", "where is TIPS done"],
)
def test_how_whether_or_a_drug_is_another_question(question: str) -> None:
    assert not asks(question, "indications")


@pytest.mark.parametrize(
    "question",
    ["when is liver biopsy indicated?", "indications for liver biopsy", "liver biopsy indications", "who needs a liver biopsy",
     "who should have a liver biopsy?", "when should liver biopsy be done", "when to do a liver biopsy", "which patients need TIPS",
     "when to order troponin", "when should D-dimer be measured", "why is liver biopsy done", "who qualifies for TIPS"],
)  # fmt: skip
def test_indications_are_asked_for_in_many_words(question: str) -> None:
    assert asks(question, "indications")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when is CRP indicated", "Abnormal markers in infants are a C-reactive protein above 20 mg/L."),
        ("when is INR indicated", "Warfarin is held when the INR is above 10."),
        ("when is thrombolysis indicated", "Rivaroxaban is not recommended when thrombolysis may be needed."),
        ("when is splenectomy indicated", "Embolisation can serve patients who are not candidates for splenectomy."),
        ("when is thrombolysis indicated", "Aspirin is given 24 hours after thrombolysis."),
        ("when is long-term oxygen therapy indicated", "The guideline suggests not prescribing long-term oxygen therapy in COPD."),
        ("when is ejection fraction indicated", "Dapagliflozin is recommended in heart failure of any ejection fraction."),
    ],
)  # fmt: skip
def test_a_value_of_it_or_what_is_done_around_it_does_not_tell_it(question: str, text: str) -> None:
    assert not told(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("when is cardioversion indicated", "Atrial fibrillation with haemodynamic instability calls for cardioversion."),
        ("when is echocardiography indicated", "Echocardiography is recommended in atrial fibrillation."),
        ("when is liver biopsy indicated", "Liver biopsy is for information that cannot be had by safer means."),
        ("when is carotid endarterectomy indicated", "The guideline recommends carotid endarterectomy for stenosis of 70%."),
        ("when is troponin indicated", "Troponin is measured at presentation of suspected acute coronary syndrome."),
    ],
)  # fmt: skip
def test_what_says_for_whom_it_is_done_tells_it(question: str, text: str) -> None:
    assert told(question, text)


def test_the_procedure_itself_stands_before_a_mention_behind_another() -> None:
    behind = "Suspected pulmonary embolism with shock needs bedside echocardiography."
    itself = "Echocardiography is recommended in suspected heart failure."
    assert first_of("when is echocardiography indicated", behind, itself) == itself
