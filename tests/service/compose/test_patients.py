"""What is left of an answer for a patient: the sentences that answer stay, and the fill goes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from corpus.glossary import Glossary
from corpus.reading_grade import reading_grade
from service.analysis.question import analyse
from service.answer import Answer, Audience, Status, statements_of
from service.consultation import Consultation
from service.sentences.candidates import candidates_from
from service.sentences.doses import gives_dose
from service.sentences.readers import reads_easily
from tests.fakes import digest
from tests.service.conftest import LibraryOf


def leaflet(body: str, name: str = "leaflet") -> str:
    return digest(name, body, g={"doi": f"10.1000/{name}"}).replace("audience: clinician", "audience: patient")


DEPRESSION = leaflet(
    """## What helps

Do not stop an antidepressant suddenly, because depression can seem to come back, and you can feel as if you had flu, sleep badly or get dizzy [@g].
You may need to take an antidepressant for at least six months after the depression has gone [@g].
Talk to your doctor before you stop an antidepressant, since the dose should be lowered slowly [@g].

## When to seek help

Call an ambulance or go to an emergency department if you do not feel that you can keep yourself safe with depression [@g].
""",
    "depression",
)
SICK_DAYS = leaflet(
    """## What helps

When you are too ill to eat and drink as normal, metformin and some other diabetes drugs may have to stop until you can [@g].
If you take a drug whose name ends in -flozin, such as empagliflozin, and are too ill to eat and drink as normal, stop it until you feel better [@g].

## When to seek help

Call an ambulance if a person with low blood sugar passes out [@g].
""",
    "diabetes",
)
LOW_SUGAR = leaflet(
    """## What helps

For low blood sugar, have a sugary drink or snack that is not diet, and test again after 10 to 15 minutes [@g].

## When to seek help

Call an ambulance if a person with low blood sugar passes out [@g].
""",
    "low-sugar",
)
CONFUSION = leaflet(
    """## What it is

Hepatic encephalopathy (HE) is a change in how the brain works when a sick liver cannot clear waste [@g].

HE can make you sleepy by day and awake at night, forgetful, and slow to pay attention [@g].
""",
    "encephalopathy",
)


def ask(library_of: LibraryOf, question: str, *texts: str) -> Answer:
    named: Mapping[str, str] = {f"{number}.md": text for number, text in enumerate(texts)}
    return library_of(named).consult(Consultation(question, "c", (), Audience.PATIENT))


def told(answer: Answer) -> str:
    return " ".join(statement.text for statement in statements_of(answer))


def test_what_is_easy_to_read_is_not_left_out_for_a_hard_first_sentence(library_of: LibraryOf) -> None:
    answer = ask(library_of, "I feel great again on my antidepressant. Can I stop now?", DEPRESSION)
    assert "at least six months after" in told(answer)
    assert "Talk to your doctor before you stop" in told(answer)


def test_what_answers_is_not_left_out_for_being_hard_when_two_medicines_are_named(library_of: LibraryOf) -> None:
    question = "I've got the vomiting bug and can't keep anything down. Do I still take my Jardiance and metformin?"
    answer = ask(library_of, question, SICK_DAYS)
    assert "metformin and some other diabetes drugs may have to stop" in told(answer)


def test_a_longer_name_of_the_same_thing_names_it(library_of: LibraryOf) -> None:
    answer = ask(library_of, "What drink or snack do I have for a blood sugar of 3.1?", LOW_SUGAR)
    assert answer.status is Status.ANSWERED
    assert "have a sugary drink" in told(answer)


@pytest.mark.parametrize(("begins", "found"), [("HE can make you sleepy", True), ("He can make you sleepy", False)])
def test_an_illness_cut_short_in_capitals_is_no_pronoun(library_of: LibraryOf, begins: str, found: bool) -> None:
    text = CONFUSION.replace("HE can make you sleepy", begins)
    with library_of({"he.md": text}).using(None) as reading:
        hits = reading.retriever.search("Why am I sleepy by day and forgetful?", 8)
        texts = [candidate.text for candidate in candidates_from(hits, reading.opened)]
    assert any(sentence.startswith(begins) for sentence in texts) is found


def test_a_whole_answer_stays_within_a_year_of_its_reading_grade(library_of: LibraryOf) -> None:
    answer = ask(library_of, "How long do I take my antidepressant?", DEPRESSION)
    assert reading_grade(statement.text for statement in statements_of(answer)) <= 10


METHOTREXATE = (
    "Methotrexate and leflunomide are withheld during treatment of an acute infection, with ulcers or a rash."
)


@pytest.mark.parametrize(
    ("question", "shown"),
    [("Do I stop my tablets when I have a chest infection?", False), ("Do I stop methotrexate with a chest infection?", True)],
)  # fmt: skip
def test_a_name_that_the_patient_wrote_is_no_hard_word_for_them(question: str, shown: bool, glossary: Glossary) -> None:
    assert reading_grade([METHOTREXATE]) > 12
    assert reads_easily(METHOTREXATE, analyse(question, glossary), glossary) is shown


def test_signs_of_professionals_are_hard_whatever_the_patient_wrote(glossary: Glossary) -> None:
    question = analyse("Do I need oxygen at SpO2 88?", glossary)
    assert not reads_easily("Oxygen is for SpO2 <90%.", question, glossary)


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("Take a double dose on the first day.", True),
        ("It is not known whether a double dose helps.", True),
        ("If you miss a dose, do not take a double dose to make up for it.", False),
        ("Never take a double dose.", False),
        ("The HbA1c goal is 48 mmol/mol (6.5%) for most people.", False),
    ],
)
def test_to_forbid_a_double_dose_and_a_result_of_a_test_are_no_doses(text: str, dose: bool) -> None:
    assert gives_dose(text) is dose


PROFESSIONALS = digest(
    "thrombosis",
    "## Dosing\n\nApixaban for deep vein thrombosis is given at 10 mg twice daily for 7 days and then at 5 mg twice daily [@g].\n",
)


def test_a_patient_is_told_where_only_texts_for_professionals_answer(library_of: LibraryOf) -> None:
    question = "What is the dose of apixaban for deep vein thrombosis?"
    library = library_of({"p.md": PROFESSIONALS})
    assert library.consult(Consultation(question, "c")).status is Status.ANSWERED
    answer = library.consult(Consultation(question, "c", (), Audience.PATIENT))
    assert answer.status is Status.INSUFFICIENT_EVIDENCE
    assert "for_professionals" in {notice.kind for notice in answer.notices}


def test_a_patients_question_is_judged_by_what_patients_may_be_shown(library_of: LibraryOf) -> None:
    question = "What is the dose of apixaban for deep vein thrombosis?"
    library = library_of({"p.md": PROFESSIONALS})
    for_patient = library.assess(question, audience=Audience.PATIENT)
    assert for_patient.probability < library.assess(question).probability
