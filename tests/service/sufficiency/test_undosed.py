"""A dose that is asked of a drug is told by an amount of that very drug, and by no other one in the same sentence."""

from __future__ import annotations

import pytest

from corpus.glossary import Glossary
from service.analysis.question import analyse
from service.sufficiency.undosed import undosed
from tests.service.sentences.single import candidate

SAID = [
    candidate("Haloperidol 0.5 mg is given for agitation in delirium, or else quetiapine is considered.", order=0),
    candidate("Argatroban is avoided in Child-Pugh C, where bivalirudin or fondaparinux is chosen.", order=1),
    candidate("Paracetamol and ibuprofen are not given together to a feverish child.", order=2),
    candidate("Ibuprofen 400 mg by mouth is given to adults in a migraine attack.", order=3),
    candidate("Sirolimus starts at 2 mg once daily after a 6 mg loading dose.", order=4),
    candidate(
        "Limited experience with apixaban means that no dose recommendation can be given in Child-Pugh B.", order=5
    ),
    candidate("Ondansetron after failed oral rehydration in children is one dose, 4 mg at 15 to 30 kg.", order=7),
    candidate("Dabigatran is contraindicated with a mechanical heart valve.", order=6),
]


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("90F, agitated delirium, cannot have haloperidol: how much quetiapine?", "dose of quetiapine"),
        ("HIT with a normal liver. At what rate do I start argatroban?", "dose of argatroban"),
        ("Girl of 4, feverish. How much ibuprofen may she have?", "dose of ibuprofen"),
        ("how many mg of bivalirudin an hour", "dose of bivalirudin"),
        ("We keep sirolimus at 2 mg. What dose of tacrolimus goes with it?", "dose of tacrolimus"),
    ],
)
def test_the_amount_of_another_drug_is_no_dose(question: str, missing: str, glossary: Glossary) -> None:
    assert undosed(analyse(question, glossary), SAID, glossary) == [missing]


@pytest.mark.parametrize(
    "question",
    [
        "migraine, 44M: how much ibuprofen?",
        "How many mg of sirolimus does she start with?",
        "what apixaban dose do I use in Child-Pugh B?",
        "dabigatran dose with a mechanical heart valve",
        "Child-Pugh A, migraine: dose of ibuprofen?",
        "Child of 20 kg, oral rehydration failed: ondansetron dose?",
    ],
)
def test_an_amount_of_it_or_its_refusal_is_told(question: str, glossary: Glossary) -> None:
    assert undosed(analyse(question, glossary), SAID, glossary) == []


@pytest.mark.parametrize(
    "question",
    [
        "When is the quetiapine dose raised?",
        "He missed a dose of quetiapine, what now?",
        "Why is quetiapine dosed at night?",
        "How much does quetiapine prolong the QT interval?",
        "low-dose quetiapine in delirium",
        "How do I alter the starting dose of quetiapine?",
        "How far apart are the doses of quetiapine?",
        "Is quetiapine used in delirium?",
    ],
)
def test_what_is_no_question_for_a_dose_wants_none(question: str, glossary: Glossary) -> None:
    assert undosed(analyse(question, glossary), SAID, glossary) == []
