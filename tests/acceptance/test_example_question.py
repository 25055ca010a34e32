"""The question of the product that is wanted, on the library that ships."""

from __future__ import annotations

import re

import pytest

from service.answer import Answer, Status, statements_of
from tests.acceptance.conftest import Ask

QUESTION = "Can rapamycin slow the progression of thrombocytosis in portal hypertension?"


@pytest.fixture
def answer(ask: Ask) -> Answer:
    return ask(QUESTION)


def words_of(answer: Answer) -> str:
    return " ".join(statement.text for statement in statements_of(answer))


def test_it_is_answered_from_at_least_five_references(answer: Answer) -> None:
    assert answer.status is Status.ANSWERED
    assert len(answer.references) >= 5


def test_it_says_that_no_source_recommends_the_drug(answer: Answer) -> None:
    texts = [notice.text for notice in answer.notices if notice.kind == "no_recommendation"]
    assert texts == ["No source in this library recommends sirolimus for thrombocytosis in portal hypertension."]


def test_it_corrects_what_the_question_takes_for_granted(answer: Answer) -> None:
    [premise] = answer.premise
    assert premise.assumed == "thrombocytosis in portal hypertension"
    assert re.search(
        r"thrombocytopenia is (?:usual|often found) in [\w ]*portal hypertension", premise.correction.text, re.I
    )


def test_findings_from_people_the_laboratory_and_animals_are_shown_and_labelled(answer: Answer) -> None:
    known = next(section for section in answer.sections if section.heading == "What is known of sirolimus")
    labels = [set(statement.labels) for statement in known.statements]
    assert any("laboratory" in found for found in labels)
    assert any("animal" in found for found in labels)
    assert any(not found & {"animal", "laboratory"} for found in labels)


def test_findings_that_point_both_ways_are_both_there(answer: Answer) -> None:
    text = words_of(answer)
    assert re.search(r"(less|weaker|reduced|smaller|less likely)[^.]*(thromb|aggregation|collagen)", text, re.I)
    assert re.search(r"(faster|increased|raised|shortened|higher)[^.]*(occlusion|tissue factor|thromb)", text, re.I)


def test_true_thrombocytosis_prompts_a_search_for_its_cause(answer: Answer) -> None:
    headings = [section.heading for section in answer.sections]
    assert "Causes and work-up of thrombocytosis" in headings
    assert re.search(r"work-up of thrombocytosis", words_of(answer))


def test_it_shows_how_portal_hypertension_and_thrombotic_risk_are_managed(answer: Answer) -> None:
    by_heading = {section.heading: section for section in answer.sections}
    portal = " ".join(statement.text for statement in by_heading["Managing portal hypertension"].statements)
    assert re.search(r"beta-blocker|carvedilol", portal)
    assert by_heading["Thrombotic risk"].statements


def test_the_follow_up_before_a_liver_biopsy_is_about_platelets(ask: Ask) -> None:
    answer = ask(QUESTION, "What about before a liver biopsy?")
    text = words_of(answer)
    assert answer.status is Status.ANSWERED
    assert "liver biopsy" in answer.standalone_question
    assert "portal hypertension" in answer.standalone_question
    for needed in ("thrombopoietin receptor agonist", "platelet", "biopsy"):
        assert needed in text
    assert re.search(r"transfus|routine platelets|correction with fresh frozen plasma or platelets", text)


@pytest.mark.parametrize(
    "question", ["What is the dose of zorvexanib in atrial fibrillation?", "dose of blorfatinib in gout"]
)
def test_an_invented_drug_is_not_answered(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert answer.not_found
    assert answer.nearest
    assert not statements_of(answer)


def test_the_weather_is_out_of_scope(ask: Ask) -> None:
    assert ask("What is the weather in Paris today?").status is Status.OUT_OF_SCOPE


def test_an_emergency_gets_its_message_and_no_generated_advice(ask: Ask) -> None:
    answer = ask("I am vomiting blood")
    assert answer.status is Status.EMERGENCY
    assert [notice.kind for notice in answer.notices] == ["emergency"]
    assert not statements_of(answer)
