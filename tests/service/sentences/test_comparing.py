"""Two are compared by what sets one against the other; naming both, or one, compares nothing."""

from __future__ import annotations

import pytest

from corpus.glossary import shipped_glossary
from service.analysis.question import analyse
from service.sentences.comparing import Sides, sides_of
from tests.service.sentences.single import candidate

BETTER = "Prasugrel versus ticagrelor, which is better?"


def _sides(question: str) -> Sides | None:
    return sides_of(analyse(question, shipped_glossary()), shipped_glossary())


def _compared(question: str, text: str) -> bool:
    sides = _sides(question)
    assert sides is not None
    return sides.compared_by(candidate(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (BETTER, "Clopidogrel is for patients in whom prasugrel and ticagrelor are unavailable or not tolerated."),
        (BETTER, "Prasugrel is given as 60 mg and then 10 mg daily."),
        (BETTER, "Ticagrelor is begun within the first 24 hours."),
        (BETTER, "A P2Y12 inhibitor, preferably clopidogrel, goes on."),
        (
            "Escitalopram versus venlafaxine, which works better?",
            "An SSRI such as escitalopram or an SNRI such as venlafaxine usually helps after 3 to 6 weeks.",
        ),
        ("Is rifaximin more effective than norfloxacin against SBP?", "Norfloxacin is preferred after SBP."),
    ],
)
def test_a_sentence_on_one_or_on_both_without_setting_them_against_each_other_compares_nothing(
    question: str, text: str
) -> None:
    assert not _compared(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (BETTER, "Prasugrel lowered infarction more than ticagrelor."),
        (BETTER, "Ticagrelor is an alternative to prasugrel."),
        ("Allopurinol or febuxostat first?", "Allopurinol is the preferred first drug in gout."),
        ("Apixaban or warfarin, which is better in AF?", "DOACs are recommended over warfarin in atrial fibrillation."),
    ],
)
def test_what_sets_one_against_the_other_or_puts_one_first_compares_them(question: str, text: str) -> None:
    assert _compared(question, text)


@pytest.mark.parametrize(
    "question",
    [
        "Can she take paracetamol or ibuprofen?",
        "aspirin and clopidogrel after a minor stroke, how long?",
        "Given that diazepam is no better than an SSRI, what harm can long use do?",
        "warfarin dose?",
    ],
)
def test_who_compares_nothing_has_no_sides(question: str) -> None:
    assert _sides(question) is None
