"""Which of two is said to come before the other, or to do more than it."""

from __future__ import annotations

import pytest

from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Choice

Ticagrelor is preferred to clopidogrel after myocardial infarction [@g].
Oral paracetamol is recommended over ibuprofen for fever in pregnancy [@g].
Crystalloids rather than albumin are suggested as the first fluids in acute kidney injury [@g].
Hyperkalaemia is more frequent with spironolactone than with eplerenone in heart failure [@g].
Clopidogrel alone is not an alternative to anticoagulants in atrial fibrillation [@g].
Fondaparinux is an alternative to heparin in deep vein thrombosis [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why is clopidogrel preferred to ticagrelor after myocardial infarction?", "Ticagrelor is preferred"),
        ("Since ibuprofen is preferred over paracetamol for fever in pregnancy, what dose?", "paracetamol is recom"),
        (
            "As albumin is preferred to crystalloids as the first fluid in acute kidney injury, how much?",
            "rather than alb",
        ),
        ("As eplerenone in heart failure causes more hyperkalaemia than spironolactone, what is checked?", "more freq"),
    ],
)
def test_a_preference_the_wrong_way_round_is_put_right(ask: Ask, question: str, told: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert told in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Why is ticagrelor preferred to clopidogrel after myocardial infarction?",
        "Since paracetamol is preferred over ibuprofen for fever in pregnancy, what dose?",
        "As crystalloids are preferred to albumin as the first fluid in acute kidney injury, how much?",
        "As spironolactone in heart failure causes more hyperkalaemia than eplerenone, what is checked?",
        "Why does eplerenone cause less hyperkalaemia than spironolactone in heart failure?",
    ],
)
def test_a_preference_of_the_source_stands(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    "question",
    [
        "Since clopidogrel is a fair alternative to warfarin in atrial fibrillation, which dose?",
        "As clopidogrel is a substitute for apixaban in atrial fibrillation, how much of it is given?",
    ],
)
def test_what_takes_the_place_of_nothing_is_said_not_to(ask: Ask, question: str) -> None:
    [premise] = ask(question, GUIDE).premise
    assert "not an alternative to anticoagulants" in premise.correction.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Since clopidogrel is not an alternative to warfarin in atrial fibrillation, what is given?",
        "Since warfarin is an alternative to clopidogrel in atrial fibrillation, which INR?",  # the other way round
        "Since clopidogrel is an alternative to aspirin after stroke, which dose?",  # to another one, for others
        "Since heparin is an alternative to fondaparinux in deep vein thrombosis, which dose?",
    ],
)
def test_an_alternative_of_another_or_to_another_is_not_put_right(ask: Ask, question: str) -> None:
    assert not ask(question, GUIDE).premise
