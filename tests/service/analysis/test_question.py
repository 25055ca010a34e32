"""What a question asks: its kind, its concepts, its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import Glossary, shipped_glossary
from service.analysis.question import QuestionKind, analyse, title_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What is the dose of terlipressin?", QuestionKind.DOSE),
        ("How much albumin is given?", QuestionKind.DOSE),
        ("tacrolimus trough level", QuestionKind.DOSE),
        ("Does tacrolimus interact with clarithromycin?", QuestionKind.INTERACTION),
        ("What are the contraindications to TIPS?", QuestionKind.CONTRAINDICATION),
        ("When should carvedilol be avoided?", QuestionKind.CONTRAINDICATION),
        ("What are the side effects of sirolimus?", QuestionKind.HARMS),
        ("Does sirolimus cause thrombocytopenia?", QuestionKind.HARMS),
        ("Is carvedilol safe in asthma?", QuestionKind.HARMS),
        ("Apixaban versus warfarin in cirrhosis", QuestionKind.COMPARISON),
        ("How is gout diagnosed?", QuestionKind.DIAGNOSIS),
        ("Why are platelets low in cirrhosis?", QuestionKind.MECHANISM),
        ("What is the mortality of HRS?", QuestionKind.PROGNOSIS),
        ("What is ascites?", QuestionKind.DEFINITION),
        ("How is ascites managed?", QuestionKind.PROCESS),
        ("What are the steps in variceal bleeding?", QuestionKind.PROCESS),
        ("treatment of ascites", QuestionKind.TREATMENT),
        ("Can rapamycin slow thrombocytosis?", QuestionKind.YES_NO),
        ("cirrhosis and platelets", QuestionKind.GENERAL),
        ("", QuestionKind.GENERAL),
    ],
)
def test_the_kind_of_a_question_is_read_from_its_words(text: str, kind: QuestionKind, glossary: Glossary) -> None:
    assert analyse(text, glossary).kind is kind


@pytest.mark.parametrize("text", ["Can it be given?", "And does it help?", "Is apixaban safe?", "should I stop it"])
def test_a_question_of_yes_or_no_is_known(text: str, glossary: Glossary) -> None:
    assert analyse(text, glossary).yes_no


@pytest.mark.parametrize("text", ["How is it given?", "What can be done?", "dose", "Canned food"])
def test_other_questions_are_none_of_yes_or_no(text: str, glossary: Glossary) -> None:
    assert not analyse(text, glossary).yes_no


def test_each_concept_counts_once_under_its_clinical_term(glossary: Glossary) -> None:
    question = analyse("Rapamune or rapamycin for high platelets in portal hypertension?", glossary)
    assert [entry.term for entry in question.entries] == ["sirolimus", "thrombocytosis", "portal hypertension"]
    assert [entry.term for entry in question.interventions] == ["sirolimus"]
    assert [entry.term for entry in question.conditions] == ["thrombocytosis", "portal hypertension"]


def test_what_was_carried_over_is_not_its_focus(glossary: Glossary) -> None:
    text = "Which platelet count is safe in cirrhosis, before a liver biopsy?"
    assert "cirrhosis" in {entry.term for entry in analyse(text, glossary).focus}
    assert "cirrhosis" not in {entry.term for entry in analyse(text, glossary, frozenset({"cirrhosis"})).focus}


def test_its_focus_is_never_empty_while_it_names_something(glossary: Glossary) -> None:
    assert analyse("ascites", glossary, frozenset({"ascites"})).focus


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("36 weeks, 172/114 confirmed, headache. Which drug?", "Hypertension and headache"),
        (
            "Can rapamycin slow thrombocytosis in portal hypertension?",
            "Sirolimus in thrombocytosis and portal hypertension",
        ),
        ("treatment of gout", "Gout"),
        ("What is the role of blue light?", "What is the role of blue light"),
    ],
)
def test_the_title_names_what_it_is_about(text: str, title: str, glossary: Glossary) -> None:
    assert title_of(analyse(text, glossary)) == title


def test_a_long_question_without_concepts_is_cut_at_a_word(glossary: Glossary) -> None:
    title = title_of(analyse("whether " * 40, glossary))
    assert len(title) <= 90
    assert title.endswith("whether…")


@given(st.text(max_size=200))
def test_any_text_can_be_analysed(text: str) -> None:
    question = analyse(text, shipped_glossary())
    assert len(set(question.key_words)) == len(question.key_words)
    assert len(title_of(question)) <= 300


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("haloperidol in delirium, no parkinsonism: dose?", "Parkinson's disease"),
        ("K 6.7, dialysis-dependent no, tall T waves", "dialysis"),
        ("chest pain, heart failure: none. aspirin dose?", "heart failure"),
    ],
)
def test_an_illness_that_is_denied_is_not_what_is_asked_about(text: str, term: str) -> None:
    asked = analyse(text, shipped_glossary())
    assert [entry.term for entry in asked.denied] == [term]
    assert term not in [entry.term for entry in (*asked.focus, *asked.conditions)]


@pytest.mark.parametrize(
    "text",
    [
        "no gout flare for a year, stop allopurinol?",  # the flare is not there, the gout is
        "no response in heart failure, what next?",
        "no cirrhosis?",  # nothing else is named
        "no asthma as a child, now asthma. salbutamol?",
    ],
)
def test_what_is_there_or_all_that_is_named_is_not_denied(text: str) -> None:
    assert analyse(text, shipped_glossary()).denied == ()
