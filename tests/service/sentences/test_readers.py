"""Speaking to the reader: what a patient, a student and a researcher get that a clinician does not, and the reverse."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from corpus.reading_grade import reading_grade
from service.answer import Answer, Audience, Status, statements_of
from service.compose.patients import SEEK_HELP
from service.consultation import Consultation
from service.sentences.doses import gives_dose
from tests.fakes import digest
from tests.service.conftest import LibraryOf

PATIENT = """## What it is

Ascites is extra fluid in the belly [@g].

## What helps

Eat less than 5 g of salt a day if you have ascites [@g].
Water tablets help with ascites [@g].
Take 100 mg of spironolactone for ascites each day [@g].

## When to seek help

Get help at once if you have ascites with a fever or belly pain [@g].
"""
CLINICIAN = """## Recommendations

Spironolactone is recommended as the first diuretic in ascites [@g; strength=strong; certainty=high].
Multidisciplinary consideration of transjugular intrahepatic portosystemic shunt implantation is recommended by hepatologists in refractory ascites complicating decompensated cirrhosis [@g].

## Dosing

Spironolactone for ascites is started at 100 mg once daily [@g].

## Definition and causes

Ascites is the collection of fluid in the belly [@g].

## Mechanism

Ascites forms because portal pressure is high and the kidneys hold back sodium [@g].

## Evidence

In a trial of 100 people with ascites, spironolactone cleared the fluid in 95% [@t; certainty=moderate].
"""
SOURCES: dict[str, Mapping[str, object]] = {
    "g": {"doi": "10.1000/g"},
    "t": {"doi": "10.1000/t", "kind": "trial", "year": 2017},
}
FOR_CLINICIANS = digest("ascites", CLINICIAN, **SOURCES)
FOR_PATIENTS = digest("patient-ascites", PATIENT, g={"doi": "10.1000/leaflet"}).replace(
    "audience: clinician", "audience: patient"
)
BOTH = {"ascites.md": FOR_CLINICIANS, "patient.md": FOR_PATIENTS}
QUESTION = "How is ascites treated?"


def ask(library_of: LibraryOf, question: str, audience: Audience, texts: Mapping[str, str] = BOTH) -> Answer:
    return library_of(texts).consult(Consultation(question, "c", (), audience))


def kinds(answer: Answer) -> set[str]:
    return {notice.kind for notice in answer.notices}


def test_a_dose_is_not_shown_to_a_patient(library_of: LibraryOf) -> None:
    question = "What is the dose of spironolactone in ascites?"
    answer = ask(library_of, question, Audience.PATIENT)
    assert not any(gives_dose(statement.text) for statement in statements_of(answer))
    assert "no_doses" in kinds(answer)
    assert any(gives_dose(s.text) for s in statements_of(ask(library_of, question, Audience.CLINICIAN)))


def test_a_patient_without_an_answer_sees_no_dose_in_the_nearest_passages(library_of: LibraryOf) -> None:
    answer = ask(library_of, "What is the dose of metformin?", Audience.PATIENT, {"a.md": FOR_CLINICIANS})
    assert answer.status is not Status.ANSWERED
    assert not any(gives_dose(passage.text) for passage in answer.nearest)
    assert "whom_to_ask" in kinds(answer)


def test_texts_for_patients_answer_a_patient(library_of: LibraryOf) -> None:
    answer = ask(library_of, QUESTION, Audience.PATIENT)
    assert answer.bottom_line is not None
    assert answer.bottom_line.evidence[0].document_id == "patient-ascites"
    clinician = ask(library_of, QUESTION, Audience.CLINICIAN)
    assert clinician.bottom_line is not None
    assert clinician.bottom_line.evidence[0].document_id == "ascites"


@pytest.mark.parametrize("question", [QUESTION, "What is ascites?", "What helps with fluid in the belly?"])
def test_a_patients_answer_reads_easily(library_of: LibraryOf, question: str) -> None:
    answer = ask(library_of, question, Audience.PATIENT)
    assert answer.status is Status.ANSWERED
    assert reading_grade(statement.text for statement in statements_of(answer)) <= 9


def test_when_to_seek_help_is_cited_from_the_text(library_of: LibraryOf) -> None:
    answer = ask(library_of, QUESTION, Audience.PATIENT)
    [section] = [section for section in answer.sections if section.heading == SEEK_HELP]
    assert section.statements[0].text.startswith("Get help at once if you have ascites")
    assert section.statements[0].citations
    assert "seek_help" not in kinds(answer)


def test_when_to_seek_help_is_a_fixed_text_where_no_source_says_it(library_of: LibraryOf) -> None:
    answer = ask(library_of, QUESTION, Audience.PATIENT, {"a.md": FOR_CLINICIANS})
    assert {"seek_help", "whom_to_ask"} <= kinds(answer)


def test_a_text_for_professionals_is_said_to_be_one_and_its_hardest_sentences_are_left_out(
    library_of: LibraryOf,
) -> None:
    answer = ask(library_of, QUESTION, Audience.PATIENT, {"a.md": FOR_CLINICIANS})
    assert "for_professionals" in kinds(answer)
    assert all(reading_grade([statement.text]) <= 12 for statement in statements_of(answer))


def test_a_clinical_word_is_explained_and_no_quote_is_altered(library_of: LibraryOf) -> None:
    answer = ask(library_of, "What is ascites?", Audience.PATIENT)
    assert any(notice.text == "Ascites: extra fluid in the belly." for notice in answer.notices)
    for statement in statements_of(answer):
        assert statement.text == statement.evidence[0].quote


def test_clinicians_get_none_of_what_is_for_patients(library_of: LibraryOf) -> None:
    answer = ask(library_of, QUESTION, Audience.CLINICIAN)
    assert not kinds(answer) & {"explanation", "seek_help", "whom_to_ask", "no_doses", "for_professionals"}
    assert answer.bottom_line is not None
    assert answer.bottom_line.evidence[0].document_id == "ascites"


def test_a_student_reads_what_it_is_and_how_it_comes_about_first(library_of: LibraryOf) -> None:
    answer = ask(library_of, QUESTION, Audience.STUDENT)
    texts = [statement.text for statement in statements_of(answer)]
    assert any("collection of fluid" in text for text in texts)
    assert any("portal pressure is high" in text for text in texts)
    assert answer.sections[0].heading in ("Background", "Mechanism and evidence")


@pytest.mark.parametrize(
    "question",
    ["What is the pathophysiology of ascites?", "Why does ascites form?", "Explain why ascites forms.", "How does ascites come about, by what mechanism?"],
)  # fmt: skip
def test_a_student_who_asks_how_something_comes_about_is_told_that_first(library_of: LibraryOf, question: str) -> None:
    answer = ask(library_of, question, Audience.STUDENT)
    assert answer.bottom_line is not None
    assert "because portal pressure is high" in answer.bottom_line.text


def test_a_patient_is_told_nothing_of_another_matter_than_what_was_asked(library_of: LibraryOf) -> None:
    pressure = PATIENT.replace(
        "Ascites is extra fluid in the belly", "A high value can mean that a result of a test is not normal"
    )
    texts = {
        "patient.md": digest("patient-tests", pressure, g={"doi": "10.1000/l"}).replace(
            "audience: clinician", "audience: patient"
        )
    }
    other = ask(
        library_of, "Can a high value mean that my HbA1c result of a test is not normal?", Audience.PATIENT, texts
    )
    open_to_all = ask(
        library_of, "Can a high value mean that my result of a test is not normal?", Audience.PATIENT, texts
    )
    assert statements_of(open_to_all)
    assert not statements_of(other)
    assert {"seek_help", "whom_to_ask"} <= kinds(other)


def test_a_patient_is_shown_no_signs_and_measures_of_professionals(library_of: LibraryOf) -> None:
    text = "## Recommendations\n\nIn ascites, oxygen is for SpO2 <90% [@g].\nRest is good in ascites [@g].\n"
    texts = {"ascites.md": digest("ascites", text, **SOURCES)}
    told = " ".join(s.text for s in statements_of(ask(library_of, "What is good in ascites?", Audience.PATIENT, texts)))
    assert "Rest is good" in told
    assert "SpO2" not in told


def test_a_researcher_reads_the_studies_first_with_design_year_and_certainty(library_of: LibraryOf) -> None:
    answer = ask(library_of, "Does spironolactone clear ascites?", Audience.RESEARCHER)
    [trial] = [s for s in statements_of(answer) if "trial of 100 people" in s.text]
    assert trial.labels[:2] == ["trial, 2017", "certainty: moderate"]
    if trial is not answer.bottom_line:
        assert answer.sections[0].heading == "Trials"


def test_a_comparison_stands_side_by_side(library_of: LibraryOf) -> None:
    body = """## Recommendations

Apixaban is recommended in atrial fibrillation with normal kidneys [@g].
Warfarin is recommended in atrial fibrillation with a mechanical valve [@g].
Apixaban is preferred to warfarin in most people with atrial fibrillation [@g].
Apixaban causes less bleeding in the brain with atrial fibrillation [@g].
Warfarin needs checks of the INR in atrial fibrillation [@g].
"""
    texts = {"af.md": digest("fibrillation", body)}
    answer = ask(library_of, "Apixaban versus warfarin in atrial fibrillation?", Audience.CLINICIAN, texts)
    headings = [section.heading for section in answer.sections]
    assert headings.index("Apixaban") < headings.index("Warfarin")
    for section in answer.sections:
        if section.heading in ("Apixaban", "Warfarin"):
            assert all(section.heading in statement.text for statement in section.statements)


def test_a_dose_question_begins_with_the_dose_of_the_drug(library_of: LibraryOf) -> None:
    answer = ask(library_of, "What is the dose of spironolactone in ascites?", Audience.CLINICIAN)
    assert answer.bottom_line is not None
    assert answer.bottom_line.text == "Spironolactone for ascites is started at 100 mg once daily."


def test_a_patient_who_asks_of_a_class_is_told_the_side_effects_of_a_drug_of_it_but_not_another_thing_of_that_drug(
    library_of: LibraryOf,
) -> None:
    text = """## What to watch for

The main side effect of furosemide is passing water more often [@g].
Furosemide is safe in pregnancy [@g].
"""
    leaflet = digest("patient-furosemide", text, g={"doi": "10.1000/leaflet"})
    texts = {"patient.md": leaflet.replace("audience: clinician", "audience: patient")}
    pregnant = ask(library_of, "Can I take water tablets in pregnancy?", Audience.PATIENT, texts)
    assert pregnant.bottom_line is None or "pregnancy" not in pregnant.bottom_line.text
    told = ask(library_of, "side effects of water tablets", Audience.PATIENT, texts)
    assert told.bottom_line is not None
    assert told.bottom_line.text.startswith("The main side effect of furosemide")
