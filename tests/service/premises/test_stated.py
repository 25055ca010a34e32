"""What is stated after a case, or in front of what follows from it: read, and held against what is of the same."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from corpus.glossary import Glossary
from service.premises.bearing import Bearing, of_both
from service.premises.granted import granted
from service.premises.others import beyond
from service.premises.stated import compared_with
from service.sentences.candidates import Candidate
from service.sentences.populations import asked_about
from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = {
    "guide.md": digest(
        "guide",
        """## Recommendations

Carotid endarterectomy is recommended against in symptomatic carotid stenosis below 50% [@g].
Carotid endarterectomy for symptomatic carotid stenosis is done within two weeks of the last event [@g].
Rifampicin plus pyrazinamide should not be offered for latent tuberculosis because of severe liver injury [@g].
Isoniazid for latent tuberculosis is given at 300 mg daily for 6 months [@g].

## Interactions

Rifampicin lowers tacrolimus levels [@g].

## Vaccines

Vaccines before an elective splenectomy are completed at least 2 weeks before the operation [@g].
""",
        g={"doi": "10.1000/guide"},
    )
}


def test_what_is_advised_against_below_a_limit_is_not_held_against_what_lies_above_it(ask: Ask) -> None:
    question = "As carotid endarterectomy is recommended from 70% symptomatic carotid stenosis upwards, how soon is it?"
    assert not ask(question, GUIDE).premise


@pytest.mark.parametrize(
    ("clause", "sentence", "apart"),
    [
        ("surgery is recommended from 70% upwards", "Below 50% surgery is advised against", True),
        ("surgery is recommended from 30% upwards", "Below 50% surgery is advised against", False),
        ("the drug is allowed down to an eGFR of 20", "The drug is contraindicated at an eGFR below 30", False),
        ("the drug is given below an eGFR of 15", "The drug is contraindicated at an eGFR above 90", True),
        ("the drug is given", "The drug is contraindicated at an eGFR below 30", False),
    ],
)
def test_a_limit_is_beside_what_lies_on_its_other_side(clause: str, sentence: str, apart: bool) -> None:
    assert beyond(clause, sentence) is apart


def test_a_use_that_is_denied_is_put_right_though_the_question_has_a_figure(ask: Ask) -> None:
    question = "Which doses of rifampicin plus pyrazinamide do you use for 2 months in latent tuberculosis?"
    [premise] = ask(question, GUIDE).premise
    assert "should not be offered" in premise.correction.text


def test_what_is_stated_counts_beside_the_case_that_is_told_before_it() -> None:
    rule, case = (cast(Candidate, SimpleNamespace(position=("a", n), order=n)) for n in (1, 2))
    stated = [Bearing(rule, 1.1, 0.6, 1.0, 0.7), Bearing(case, 0.8, 0.3, 0.5, 0.5)]
    told = [Bearing(case, 1.0, 0.4, 1.0, 0.6), Bearing(rule, 0.9, 0.3, 0.5, 0.5)]
    assert [bearing.candidate for bearing in of_both(stated, told)] == [rule, case]


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        (
            "He has been well on sertraline for a month. NICE lets you stop it 4 weeks after remission, so how?",
            "NICE lets you stop it 4 weeks after remission",
        ),
        (
            "In Listeria meningitis, where steroids improve the outcome, for how many days are they given?",
            "In Listeria meningitis, where steroids improve the outcome",
        ),
        ("Why should rivaroxaban be taken on an empty stomach?", "rivaroxaban should be taken on an empty stomach"),
    ],
)
def test_the_clause_that_states_something_is_found(question: str, clause: str) -> None:
    found = granted(question)
    assert found is not None
    assert found.clause == clause


def test_how_things_are_with_someone_is_not_stated_after_a_case() -> None:
    found = granted("He has atrial fibrillation. His INR is 6, so what do I give?")
    assert found is None or not found.front


@pytest.mark.parametrize("question", ["Non-pregnant woman with chlamydia", "She is not pregnant: which dose?"])
def test_who_is_said_not_to_be_pregnant_is_not_asked_about_as_pregnant(question: str) -> None:
    assert asked_about(question) == ()


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("Which dose of carvedilol?", []),
        ("Why is carvedilol safe in asthma?", ["carvedilol is safe in asthma"]),
    ],
)
def test_what_is_embedded_ahead_is_what_a_question_states(question: str, texts: list[str]) -> None:
    assert compared_with(question, Glossary(())) == texts
