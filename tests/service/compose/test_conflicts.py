"""Sources that differ, side by side; and what looks like it and is not."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from corpus.glossary import Glossary
from corpus.text import term_set
from service.analysis.question import analyse
from service.answer import Answer, statements_of
from service.compose.differed_about import is_what_is_asked
from service.sentences.candidates import Candidate
from tests.fakes import digest
from tests.service.conftest import Ask

QUESTION = "At what haemoglobin is blood transfused in variceal bleeding?"
ONE = {"organisation": "American Association for the Study of Liver Diseases (AASLD)", "year": 2021, "doi": "10.1000/a"}
TWO = {"organisation": "European Association for the Study of the Liver (EASL)", "year": 2022, "doi": "10.1000/e"}
FIRST = "In variceal bleeding, blood is transfused at a haemoglobin below 70 g/L."
SECOND = "In variceal bleeding, blood is transfused at a haemoglobin below 80 g/L."
WITHIN = "AASLD 2021 transfuses blood in variceal bleeding below 70 g/L, whereas EASL 2022 transfuses below 80 g/L."


# Other texts: how rare a word is cannot be told from one sentence.
OTHERS = {
    f"{name}.md": digest(name, f"## Treatment\n\n{text} [@g].", g={"doi": f"10.1000/{name}"})
    for name, text in (
        ("anaemia", "Iron is given by mouth until the haemoglobin is normal"),
        ("gout", "Gout is treated with colchicine in most adults"),
        ("asthma", "Asthma in adults is treated with inhaled corticosteroids and formoterol"),
        ("migraine", "Migraine with aura is treated with a triptan at the start of the headache"),
        ("guidelines", "AASLD and EASL differ on when to treat hepatitis B"),
    )
}


def answered(ask: Ask, first: str, second: str, one: dict[str, object], two: dict[str, object]) -> Answer:
    text = f"## Recommendations\n\n{first.rstrip('.')} [@a].\n{second.rstrip('.')} [@e]."
    return ask(QUESTION, {**OTHERS, "guide.md": digest("guide", text, a=one, e=two)})


def within(ask: Ask, sentence: str, question: str = QUESTION, **sources: dict[str, object]) -> Answer:
    text = f"## Recommendations\n\n{sentence.rstrip('.')} [@a; @e]."
    return ask(question, {**OTHERS, "guide.md": digest("guide", text, **(sources or {"a": ONE, "e": TWO}))})


def test_a_sentence_that_sets_two_guidelines_apart_gives_a_side_to_each(ask: Ask) -> None:
    answer = within(ask, WITHIN)
    [conflict] = answer.conflicts
    assert [side.text for side in conflict.statements] == [
        "AASLD 2021 transfuses blood in variceal bleeding below 70 g/L.",
        "EASL 2022 transfuses below 80 g/L.",
    ]
    cited = [{answer.references[n - 1].organisation for n in side.citations} for side in conflict.statements]
    assert cited == [{ONE["organisation"]}, {TWO["organisation"]}]


def test_each_side_quotes_what_stands_in_the_text(ask: Ask) -> None:
    [conflict] = within(ask, WITHIN).conflicts
    for side in conflict.statements:
        [evidence] = side.evidence
        assert evidence.quote in side.text
        assert evidence.quote in WITHIN


def test_two_guidelines_with_another_threshold_for_the_same_stand_side_by_side(ask: Ask) -> None:
    [conflict] = answered(ask, FIRST, SECOND, ONE, TWO).conflicts
    assert [side.text.split(":")[0] for side in conflict.statements] == ["EASL (2022)", "AASLD (2021)"]


def test_numbers_run_in_the_order_of_reading_with_conflicts(ask: Ask) -> None:
    answer = within(ask, WITHIN)
    order = list(dict.fromkeys(number for said in statements_of(answer) for number in said.citations))
    assert order == [reference.number for reference in answer.references] == list(range(1, len(order) + 1))


@pytest.mark.parametrize(
    "second",
    [
        "In variceal bleeding, blood is transfused at a haemoglobin below 70 g/L.",  # the same
        "In variceal bleeding, terlipressin is given at a haemoglobin below 80 g/L.",  # another treatment
        "In pregnancy with variceal bleeding, blood is transfused at a haemoglobin below 80 g/L.",  # other people
        "In variceal bleeding, blood is transfused within 80 minutes of a low haemoglobin.",  # another unit
        "In variceal bleeding with coronary disease, blood is transfused at a haemoglobin below 80 g/L.",
    ],
)
def test_what_speaks_of_something_else_is_no_conflict(ask: Ask, second: str) -> None:
    assert not answered(ask, FIRST, second, ONE, TWO).conflicts


@pytest.mark.parametrize(
    "two",
    [
        {**ONE, "doi": "10.1000/newer", "year": 2024},  # one organisation: the newer holds
        {**TWO, "status": "superseded"},
        {**TWO, "kind": "animal"},
        {**TWO, "kind": "case_report"},
    ],
)
def test_only_standing_guidance_of_different_organisations_conflicts(ask: Ask, two: dict[str, object]) -> None:
    assert not answered(ask, FIRST, SECOND, ONE, two).conflicts


def test_where_it_is_not_sure_who_says_what_nobody_is_named(ask: Ask) -> None:
    unclear = "Some transfuse blood in variceal bleeding below 70 g/L, whereas others transfuse below 80 g/L."
    assert not within(ask, unclear).conflicts


def test_a_question_on_the_difference_gets_it_first(ask: Ask) -> None:
    answer = within(ask, WITHIN, "Do AASLD and EASL differ on when to transfuse in variceal bleeding?")
    assert answer.conflicts
    assert answer.bottom_line is not None
    assert answer.bottom_line.evidence[0].quote == WITHIN


def test_a_conflict_on_what_is_not_asked_about_is_not_shown(ask: Ask) -> None:
    question = "Which endoscope is passed first, and how wide is it, in variceal bleeding?"
    assert not within(ask, WITHIN, question).conflicts
    assert within(ask, WITHIN).conflicts


def test_how_two_things_differ_is_no_question_on_sources(ask: Ask) -> None:
    question = "What is the difference between blood transfused in variceal bleeding and in ascites?"
    assert not within(ask, WITHIN, question).conflicts


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("At what haemoglobin is blood transfused in variceal bleeding?", True),
        ("When is blood transfused in bleeding varices?", True),
        ("At what haemoglobin is blood transfused in variceal bleeding with ascites?", False),  # another illness, too
        ("At what haemoglobin is octreotide given in variceal bleeding?", False),  # another drug
        ("For how many days is blood transfused in variceal bleeding?", False),  # no limit is wanted
        ("Is blood transfused without variceal bleeding?", False),
    ],
)
def test_a_conflict_is_shown_if_it_is_about_the_very_thing_that_is_asked(
    glossary: Glossary, question: str, is_asked: bool
) -> None:
    told = cast(Candidate, SimpleNamespace(text=WITHIN, own_terms=term_set(WITHIN), around=term_set(WITHIN)))
    assert is_what_is_asked(analyse(question, glossary), [told], [WITHIN], glossary) is is_asked


def test_the_difference_between_two_guidelines_is_one_of_sources(ask: Ask) -> None:
    question = "What is the difference between the AASLD and the EASL threshold of blood in variceal bleeding?"
    assert within(ask, WITHIN, question).conflicts
