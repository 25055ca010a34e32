"""What a patient's values call for with a drug: told of that drug, for those values, and not for another occasion."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.held import calls_to_hold
from tests.service.sentences.single import candidate


def _calls(question: str, text: str) -> bool:
    return calls_to_hold(candidate(text), analyse(question, shipped_glossary()), shipped_glossary())


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("potassium 5.9 on spironolactone", "In heart failure with potassium of 5.0 or less, spironolactone starts at 25 mg."),
        ("potassium 4.2 on spironolactone", "Spironolactone is considered for stopping in hyperkalaemia."),
        ("potassium 5.9 on spironolactone", "Lithium is stopped at a potassium above 5.5 mmol/L."),
        ("eGFR 50 on metformin", "Metformin is contraindicated below an eGFR of 30."),
        ("eGFR 50 on metformin", "Metformin is stopped before iodinated contrast at an eGFR of 30 to 60."),
        ("platelets 48 on enoxaparin", "Enoxaparin is contraindicated in heparin-induced thrombocytopenia."),
        ("eGFR 28 on metformin", "Metformin need not be stopped at an eGFR of 20 to 45."),
        ("metformin in diabetes", "Metformin is contraindicated below an eGFR of 30."),
        ("warfarin, INR 7, bleeding", "With an INR of 5 to 8 on warfarin and no bleeding, one dose of warfarin is withheld."),
        ("eGFR 28 on metformin: what else is an option?", "Metformin is contraindicated below an eGFR of 30."),
    ],
)  # fmt: skip
def test_what_is_of_other_values_drugs_or_occasions_calls_for_nothing(question: str, text: str) -> None:
    assert not _calls(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("potassium 5.9 on spironolactone", "ACE inhibitors and spironolactone are considered for stopping in hyperkalaemia."),
        ("potassium 5.9 on ramipril", "ACE inhibitors are stopped at a potassium above 5.5 mmol/L."),
        ("potassium 6.2 on spironolactone", "For spironolactone a lower dose is used at a potassium of 5.5 to 6.0 mmol/L, and "
         "stopping above 6.0 mmol/L."),
        ("platelets 42 on dalteparin", "Dalteparin is withheld with platelets below 50, recent surgery or active bleeding."),
        ("eGFR 28 on metformin", "Metformin is halved at an eGFR of 30 to 45, and contraindicated below 30."),
        ("eGFR 50 on metformin before a contrast CT", "Metformin is stopped before iodinated contrast at an eGFR of 30 to 60."),
    ],
)  # fmt: skip
def test_what_says_that_the_drug_is_held_at_the_value_or_in_its_state_is_called_for(question: str, text: str) -> None:
    assert _calls(question, text)
