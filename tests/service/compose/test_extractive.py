"""The extractive composer: which sentences an answer is made of, and in which order."""

from __future__ import annotations

import pytest

from service.answer import Answer, StatementType, Status, statements_of
from service.compose.arrangement import RELATED
from tests.fakes import digest
from tests.service.conftest import Ask

GUIDE = """## Recommendations

Terlipressin is recommended as soon as variceal bleeding is suspected [@g; strength=strong; certainty=low]. It should be continued for 2 to 5 days [@g].
Carvedilol is recommended to prevent variceal bleeding [@g].

## Procedure

1. Give terlipressin as soon as variceal bleeding is suspected [@g].
2. Give ceftriaxone before endoscopy in variceal bleeding [@g].
3. Band the varices within 12 hours of variceal bleeding [@g].

## Dosing

Terlipressin is given at 2 mg every 4 hours in variceal bleeding [@g].

## Harms and monitoring

Terlipressin causes ischaemia and hyponatraemia, and oxygen saturation is monitored in variceal bleeding [@g].

## Differences between guidelines

Guidelines differ on how long terlipressin is given in variceal bleeding [@g; @h].
"""
TEXTS = {
    "guide.md": digest(
        "guide", GUIDE, g={"doi": "10.1000/guide", "title": "Guideline on varices"}, h={"doi": "10.1000/h", "title": "Another guideline"}
    ),
    "trial.md": digest(
        "trial",
        "## Results\n\nTerlipressin is recommended as soon as variceal bleeding is suspected [@t]. Mortality from variceal bleeding fell by 34% with terlipressin [@t].",
        t={"kind": "trial", "doi": "10.1000/trial"},
    ),
    "rats.md": digest(
        "rats", "## Results\n\nTerlipressin lowered portal pressure and variceal bleeding by half [@r].", r={"kind": "animal", "doi": "10.1000/rats"}
    ),
    "cells.md": digest(
        "cells", "## Results\n\nTerlipressin slowed clotting of variceal bleeding in flowing plasma [@l].", l={"kind": "laboratory", "doi": "10.1000/lab"}
    ),
}  # fmt: skip


HOW = "How is variceal bleeding managed?"


def texts_of(answer: Answer) -> list[str]:
    return [statement.text for statement in statements_of(answer)]


def headings(answer: Answer) -> list[str]:
    return [section.heading for section in answer.sections]


@pytest.mark.parametrize(
    "body",
    [
        "## Notes\n\nIs terlipressin given in variceal bleeding?",  # a question
        "## Notes\n\nFigure 3 shows variceal bleeding by group [@g].",  # belongs to a picture
        "## Notes\n\nThis lowers variceal bleeding with terlipressin [@g].",  # needs a sentence that is not there
        "## Notes\n\nFor more information on variceal bleeding visit our web page [@g].",  # a signpost
    ],
)
def test_what_cannot_stand_alone_is_not_said(ask: Ask, body: str) -> None:
    answer = ask(HOW, {"text.md": digest("text", body, g={"doi": "10.1000/x"})})
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert not statements_of(answer)


def test_a_sentence_that_points_back_is_said_with_the_one_before(ask: Ask) -> None:
    texts = texts_of(ask("How long is terlipressin continued?", TEXTS))
    joined = [text for text in texts if "It should be continued for 2 to 5 days" in text]
    assert all(text.startswith("Terlipressin is recommended") for text in joined)
    assert not any(text.startswith("It ") for text in texts)


def test_steps_stand_in_their_order(ask: Ask) -> None:
    answer = ask(HOW, TEXTS)
    steps = next(section for section in answer.sections if section.heading == "In order")
    starts = [statement.evidence[0].start for statement in steps.statements]
    assert starts == sorted(starts)


def test_the_wanted_part_comes_first(ask: Ask) -> None:
    assert "2 mg every 4 hours" in str(ask("What is the dose of terlipressin in variceal bleeding?", TEXTS).bottom_line)
    assert "ischaemia" in str(ask("What are the harms of terlipressin in variceal bleeding?", TEXTS).bottom_line)


def test_the_same_words_in_another_source_add_its_number(ask: Ask) -> None:
    answer = ask("When is terlipressin recommended in variceal bleeding?", TEXTS)
    [statement] = [s for s in statements_of(answer) if s.text.startswith("Terlipressin is recommended as soon as")]
    kinds = {reference.number: reference.kind for reference in answer.references}
    assert {kinds[number] for number in statement.citations} == {"guideline", "trial"}


def test_animal_and_laboratory_findings_are_framed_and_labelled(ask: Ask) -> None:
    questions = (
        "Does terlipressin lower portal pressure in variceal bleeding?",
        "Does terlipressin slow clotting in plasma?",
    )
    statements = [statement for question in questions for statement in statements_of(ask(question, TEXTS))]
    by_label = {label: statement for statement in statements for label in statement.labels}
    assert by_label["animal"].text.startswith("In animals: Terlipressin lowered")
    assert by_label["animal"].type is StatementType.FRAMED
    assert by_label["laboratory"].text.startswith("In the laboratory: Terlipressin slowed")


def test_what_comes_from_people_is_the_bottom_line(ask: Ask) -> None:
    body = "## Results\n\nTerlipressin lowered portal pressure in patients with variceal bleeding [@t]."
    texts = {**TEXTS, "people.md": digest("people", body, t={"kind": "trial", "doi": "10.1000/people"})}
    answer = ask("Does terlipressin lower portal pressure in variceal bleeding?", texts)
    assert answer.bottom_line is not None
    assert not {"animal", "laboratory"} & set(answer.bottom_line.labels)


def test_strength_and_certainty_are_those_of_the_source(ask: Ask) -> None:
    answer = ask("When is terlipressin recommended in variceal bleeding?", TEXTS)
    [statement] = [s for s in statements_of(answer) if s.text.startswith("Terlipressin is recommended as soon as")]
    assert (statement.evidence[0].strength, statement.evidence[0].certainty) == ("strong", "low")
    assert "weak" in statement.labels


def test_guidelines_that_differ_are_both_cited(ask: Ask) -> None:
    answer = ask("How long is terlipressin given, where do guidelines differ?", TEXTS)
    [statement] = [s for s in statements_of(answer) if s.text.startswith("Guidelines differ")]
    assert len(statement.citations) == 2


def test_a_drug_that_nothing_recommends_is_said_to_be_such(ask: Ask) -> None:
    texts = {
        **TEXTS,
        "sirolimus.md": digest(
            "sirolimus", "## Uses\n\nSirolimus is used after kidney transplantation [@g].", g={"doi": "10.1000/s"}
        ),
    }
    answer = ask("Can sirolimus prevent variceal bleeding?", texts)
    assert "No source in this library recommends sirolimus for variceal bleeding." in [
        notice.text for notice in answer.notices
    ]


def test_a_drug_that_is_recommended_is_not_said_to_lack_it(ask: Ask) -> None:
    answer = ask("Can carvedilol prevent variceal bleeding?", TEXTS)
    assert not answer.notices
    assert any("Carvedilol is recommended" in text for text in texts_of(answer))


def test_a_drug_that_is_advised_against_is_not_said_to_lack_advice(ask: Ask) -> None:
    texts = {
        "no.md": digest(
            "no",
            "## Recommendations\n\nPropranolol is not recommended in variceal bleeding [@g].",
            g={"doi": "10.1000/n"},
        )
    }
    answer = ask("Can propranolol treat variceal bleeding?", texts)
    assert not answer.notices
    assert texts_of(answer) == ["Not recommended: Propranolol is not recommended in variceal bleeding."]


def test_after_what_a_drug_is_given_again_is_not_what_it_is_for(ask: Ask) -> None:
    body = (
        "## Restart\n\nAn anticoagulant is restarted after gastrointestinal bleeding by the risks of clots and of bleeding again "
        "[@g].\n\n## Dosing\n\nApixaban in atrial fibrillation is given as 5 mg twice daily [@g]."
    )
    answer = ask(
        "Can I restart apixaban after gastrointestinal bleeding in atrial fibrillation?",
        {"text.md": digest("text", body, g={"doi": "10.1000/x"})},
    )
    assert "no_recommendation" not in {notice.kind for notice in answer.notices}
    assert texts_of(answer)[0].startswith("An anticoagulant is restarted")


def test_texts_for_patients_give_way_to_those_for_clinicians(ask: Ask) -> None:
    leaflet = digest(
        "leaflet",
        "## Treatment\n\nTerlipressin is recommended by your doctor in variceal bleeding [@g].",
        g={"doi": "10.1000/p"},
    )
    answer = ask(HOW, {**TEXTS, "leaflet.md": leaflet.replace("audience: clinician", "audience: patient")})
    assert answer.bottom_line is not None
    assert answer.bottom_line.evidence[0].document_id != "leaflet"


def test_questions_to_go_on_with_are_answered_by_the_same_library(ask: Ask) -> None:
    answer = ask("What is the dose of terlipressin in variceal bleeding?", TEXTS)
    assert answer.follow_ups
    for question in answer.follow_ups:
        assert ask(question, TEXTS).status in (Status.ANSWERED, Status.PARTIAL)


def test_what_is_near_the_question_only_stands_apart_at_the_end(ask: Ask) -> None:
    body = (
        "## Treatment\n\nTerlipressin is recommended in variceal bleeding at 2 mg every 4 hours [@g].\n\n"
        "## Background\n\nVariceal bleeding is rarer in women than in men in one register [@g].\n"
        "Transfusion in bleeding aims at a haemoglobin of 7 to 8 g/dL [@g]."
    )
    answer = ask(HOW, {"text.md": digest("text", body, g={"doi": "10.1000/x"})})
    apart = answer.sections[-1]
    assert (apart.heading, [statement.text[:11] for statement in apart.statements]) == (RELATED, ["Transfusion"])


def test_what_does_not_belong_beside_the_answer_is_left_out(ask: Ask) -> None:
    body = (
        "## Treatment\n\nTerlipressin is recommended in variceal bleeding at 2 mg every 4 hours [@g].\n\n"
        "## Background\n\nVariceal bleeding is rarer in women than in men in one register [@g].\n"
        "Transfusion in bleeding aims at a haemoglobin of 7 to 8 g/dL [@g]."
    )
    asked = "- begins: Terlipressin is\n  asked: [What to give a bleeding varix?, terlipressin dose]\n"
    answer = ask(HOW, {"text.md": digest("text", body, g={"doi": "10.1000/x"}), "text.questions.yaml": asked})
    assert not any(text.startswith("Transfusion") for text in texts_of(answer))


def test_of_a_treatment_what_is_done_comes_before_what_the_disease_is(ask: Ask) -> None:
    body = (
        "## Background\n\nVariceal bleeding is suspected in haematemesis with signs of cirrhosis [@g].\n\n"
        "## Treatment\n\nTerlipressin is recommended in variceal bleeding at 2 mg every 4 hours [@g]."
    )
    answer = ask(HOW, {"text.md": digest("text", body, g={"doi": "10.1000/x"})})
    assert answer.bottom_line is not None
    assert answer.bottom_line.text.startswith("Terlipressin")


def test_a_sentence_that_forbids_is_an_answer_and_no_gap(ask: Ask) -> None:
    body = "## Cautions\n\nBeta-blockers are withheld in cirrhosis with refractory ascites when sodium is below 130 mmol/L [@g]."
    answer = ask(
        "Can beta-blockers be given in refractory ascites?", {"text.md": digest("text", body, g={"doi": "10.1000/x"})}
    )
    assert texts_of(answer)[0].startswith("Beta-blockers are withheld")
    assert "no_recommendation" not in {notice.kind for notice in answer.notices}


def test_what_recommends_a_member_of_a_class_leaves_no_gap(ask: Ask) -> None:
    body = "## Treatment\n\nCarvedilol is recommended in portal hypertension [@g]."
    answer = ask(
        "Should beta-blockers be used in portal hypertension?",
        {"text.md": digest("text", body, g={"doi": "10.1000/x"})},
    )
    assert texts_of(answer)[0].endswith("Carvedilol is recommended in portal hypertension.")
    assert "no_recommendation" not in {notice.kind for notice in answer.notices}
