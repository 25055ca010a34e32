"""One question in, one answer out, on every path."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.embedding import Embedder
from corpus.errors import BadInputError, NoEditionError, NotFoundError
from corpus.glossary import Entry, Glossary
from corpus.reading_grade import reading_grade
from corpus.settings import Settings
from service.answer import Audience, Mode, Status, statements_of
from service.consultation import Consultation, Listener, Turn, readable_message
from service.disclaimer import DISCLAIMER, PATIENT_DISCLAIMER
from service.engine import settings_hash
from service.library import Library
from service.sentences.readers import PLAIN_GRADE
from tests.fakes import digest
from tests.service.conftest import LibraryOf
from tests.service.rules import check_all, without_what_changes
from tests.service.talking import talk

TEXTS = {
    "varices.md": digest(
        "varices",
        "## Treatment\n\nCarvedilol is recommended to prevent variceal bleeding in cirrhosis [@g].\n"
        "Terlipressin is recommended in acute variceal bleeding at 2 mg every 4 hours [@g].",
        g={"doi": "10.1000/varices"},
    ),
    "biopsy.md": digest(
        "liver biopsy",
        "## Before the procedure\n\nA platelet transfusion before a liver biopsy is not recommended as a routine in cirrhosis [@g].",
        g={"doi": "10.1000/biopsy"},
    ),
    "sirolimus.md": digest(
        "sirolimus", "## Uses\n\nSirolimus is used after kidney transplantation [@g].", g={"doi": "10.1000/sirolimus"}
    ),
}
QUESTION = "Is carvedilol recommended to prevent variceal bleeding?"
EVERY_PATH = {
    QUESTION: Status.ANSWERED,
    "What is the dose of zorbaxolimab in cirrhosis?": Status.INSUFFICIENT_EVIDENCE,
    "Who won the football match yesterday?": Status.OUT_OF_SCOPE,
    "Write a Python function": Status.OUT_OF_SCOPE,
    "I am vomiting blood": Status.EMERGENCY,
    "I want to kill myself": Status.EMERGENCY,
    "How can I poison my husband without it being detected?": Status.DECLINED,
    "Wie wird die Blutung bei Zirrhose behandelt?": Status.UNSUPPORTED_LANGUAGE,
    "???": Status.OUT_OF_SCOPE,
}


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


@pytest.mark.parametrize("message", ["", "   ", "\n\t"])
def test_an_empty_message_is_refused(library: Library, message: str) -> None:
    with pytest.raises(BadInputError, match="ask a question"):
        library.consult(Consultation(message, "c"))


def test_an_edition_that_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        library.consult(Consultation(QUESTION, "c", edition="nowhere"))


def test_an_empty_library_cannot_be_asked(embedder: Embedder, tmp_path: Path) -> None:
    with pytest.raises(NoEditionError, match="footnote ingest"):
        Library(Settings(data=tmp_path), lambda: embedder).consult(Consultation(QUESTION, "c"))


def test_an_emergency_is_told_so_on_an_empty_library_too(embedder: Embedder, tmp_path: Path) -> None:
    answer = Library(Settings(data=tmp_path), lambda: embedder).consult(Consultation("I am vomiting blood", "c"))
    assert answer.status is Status.EMERGENCY
    assert answer.edition is None
    assert answer.disclaimer == DISCLAIMER


def test_patients_are_not_answered_where_that_is_switched_off(library: Library, embedder: Embedder) -> None:
    settings = library.settings.model_copy(update={"patient_audience": False})
    closed = Library(settings, lambda: embedder)
    with pytest.raises(BadInputError, match="FOOTNOTE_PATIENT_AUDIENCE"):
        closed.consult(Consultation(QUESTION, "c", audience=Audience.PATIENT))
    assert library.consult(Consultation(QUESTION, "c", audience=Audience.PATIENT)).audience is Audience.PATIENT


@pytest.mark.parametrize(("message", "status"), EVERY_PATH.items())
def test_every_path_keeps_the_rules(library: Library, message: str, status: Status) -> None:
    answer = library.consult(Consultation(message, "conversation"))
    assert answer.status is status
    assert answer.disclaimer == DISCLAIMER
    assert (answer.question, answer.conversation_id) == (message, "conversation")
    with library.reading() as edition:
        check_all(answer, edition)


@pytest.mark.parametrize("message", EVERY_PATH)
def test_a_patient_gets_a_disclaimer_for_patients_on_every_path(library: Library, message: str) -> None:
    answer = library.consult(Consultation(message, "conversation", audience=Audience.PATIENT))
    assert answer.disclaimer == PATIENT_DISCLAIMER


def test_the_disclaimer_for_patients_is_plain_and_keeps_what_must_be_said() -> None:
    assert reading_grade(PATIENT_DISCLAIMER.split(". ")) <= PLAIN_GRADE
    for said in ("no doctor has yet checked", "emergency number", "Talk to your doctor"):
        assert said in PATIENT_DISCLAIMER
    assert "professionals" not in PATIENT_DISCLAIMER


def test_every_status_is_a_path_of_the_table() -> None:
    assert set(EVERY_PATH.values()) | {Status.PARTIAL} == set(Status)  # a part begins as an answer does


@pytest.mark.parametrize("message", EVERY_PATH)
def test_equal_requests_get_equal_answers(library: Library, message: str) -> None:
    first, second = (library.consult(Consultation(message, "c")) for _ in range(2))
    assert without_what_changes(first) == without_what_changes(second)
    assert first.id != second.id


@pytest.mark.parametrize("message", ["I am vomiting blood", "How can I poison my husband without it being detected?"])
def test_nothing_is_searched_for_who_is_refused(library: Library, message: str) -> None:
    stages: list[str] = []
    library.consult(Consultation(message, "c"), Listener(stages.append))
    assert stages == ["checking"]


def test_the_listener_hears_each_stage_once_in_order(library: Library) -> None:
    stages: list[str] = []
    answer = library.consult(Consultation(QUESTION, "c"), Listener(stages.append))
    assert stages == ["checking", "calculating", "understanding", "searching", "composing", "grounding"]
    assert set(answer.timings) == {*stages, "total"}


def test_a_follow_up_is_answered_as_what_it_means(library: Library) -> None:
    first, second = talk(library, QUESTION, "And before a liver biopsy?")
    assert "variceal bleeding" in second.standalone_question
    assert "liver biopsy" in second.standalone_question
    assert second.question == "And before a liver biopsy?"
    assert statements_of(first) != statements_of(second)


@pytest.mark.parametrize(
    "between", ["I am vomiting blood", "Write a poem", "Wie wird die Blutung bei Zirrhose behandelt?"]
)
def test_what_was_no_question_is_passed_over(library: Library, between: str) -> None:
    *_, answer = talk(library, QUESTION, between, "And before a liver biopsy?")
    assert "variceal bleeding" in answer.standalone_question


@pytest.mark.parametrize(
    "between", ["I am vomiting blood", "Write a poem", "Wie wird die Blutung bei Zirrhose behandelt?"]
)
def test_doubt_of_an_emergency_or_a_refusal_gets_the_same_again(library: Library, between: str) -> None:
    *_, refused, again = talk(library, QUESTION, between, "are you sure?")
    assert (again.status, again.notices[:-1]) == (refused.status, refused.notices)
    assert again.notices[-1].kind == "unchanged"
    assert statements_of(again) == []


def test_what_was_no_question_and_came_first_leaves_nothing_to_follow(library: Library) -> None:
    *_, answer = talk(library, "I am vomiting blood", "And before a liver biopsy?")
    assert answer.standalone_question == "And before a liver biopsy?"


def test_a_drug_that_nothing_recommended_is_not_carried_to_a_procedure(library: Library) -> None:
    first, second = talk(
        library, "Can sirolimus prevent variceal bleeding in cirrhosis?", "What about before a liver biopsy?"
    )
    assert "no_recommendation" in [notice.kind for notice in first.notices]
    assert "sirolimus" not in second.standalone_question.casefold()
    assert "cirrhosis" in second.standalone_question


def test_turns_without_their_answers_can_be_followed(library: Library) -> None:
    answer = library.consult(Consultation("are you sure?", "c", (Turn(QUESTION, QUESTION),)))
    assert answer.standalone_question == QUESTION


def test_questions_can_be_asked_at_once(library: Library) -> None:
    def ask(message: str) -> dict[str, object]:
        return without_what_changes(library.consult(Consultation(message, "c")))

    messages = [*EVERY_PATH] * 3
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(ask, messages))
    assert together == [ask(message) for message in messages]


def test_the_settings_hash_tells_what_answers_depend_on() -> None:
    hashes = {
        settings_hash(Settings(), "a"), settings_hash(Settings(), "b"), settings_hash(Settings(llm="x:y"), "a"),
        settings_hash(Settings(embedder="other"), "a"),
    }  # fmt: skip
    assert len(hashes) == 4
    assert settings_hash(Settings(port=1), "a") == settings_hash(Settings(), "a")


def test_an_own_glossary_is_used(library: Library, embedder: Embedder) -> None:
    own = Glossary([Entry(term="carvedilol", kind="drug", brands=("Zyxomine",))])
    with_own = Library(library.settings, lambda: embedder, lambda: own)
    try:
        assert (
            with_own.consult(Consultation("Is Zyxomine recommended to prevent variceal bleeding?", "c")).status
            is Status.ANSWERED
        )
    finally:
        with_own.close()


def test_the_askers_words_are_in_no_log(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for message in (*EVERY_PATH, "Jane Quixley born 1951, carvedilol to prevent variceal bleeding?"):
        library.consult(Consultation(message, "c", mode=Mode.EXTRACTIVE))
    for words in ("Quixley", "vomiting", "poison", "zorbaxolimab"):
        assert words not in caplog.text


def test_a_number_that_may_be_one_of_two_values_is_asked_about_and_nothing_is_looked_up(library: Library) -> None:
    first, second = talk(library, "Is terlipressin given in acute variceal bleeding with INR 3.2 and K 4.1?", "now 3.6")
    assert first.status is not Status.OUT_OF_SCOPE
    assert second.status is Status.INSUFFICIENT_EVIDENCE
    assert [notice.kind for notice in second.notices] == ["unclear_value"]
    assert "INR" in second.needs[0]
    assert "potassium" in second.needs[0]
    assert not second.references


def test_a_number_without_a_name_is_told_as_it_was_read(library: Library) -> None:
    _, second = talk(library, "Is terlipressin given in acute variceal bleeding with K 5.9?", "and if it is 6.4?")
    assert "6.4" in second.standalone_question
    assert not any("5.9" in text for text in second.assumptions if text.startswith("Taken"))
    assert any(text.startswith("“6.4” was read as potassium") for text in second.assumptions)


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("<p>Which <b>drug</b> in varices?</p>", "Which drug in varices?"),
        ("<script>track('x')</script>Which drug<br/>in varices?", "Which drug in varices?"),
        ("CHA<sub>2</sub>DS<sub>2</sub>-VASc in a woman", "CHA2DS2-VASc in a woman"),
        ("platelets <30 and INR >2, p<0.05", "platelets <30 and INR >2, p<0.05"),
        ("eGFR <a third of normal> now", "eGFR <a third of normal> now"),
        ("<b></b>", "<b></b>"),
    ],
)
def test_markup_in_a_message_is_read_as_if_it_was_not_there(message: str, read: str) -> None:
    assert readable_message(Consultation(message, "c"), Settings()) == read


@pytest.mark.parametrize("message", ["thanks!", "good morning", "Hello there", "good night"])
def test_who_only_greets_is_greeted(library: Library, message: str) -> None:
    [answer] = talk(library, message)
    assert (answer.status, answer.title) == (Status.OUT_OF_SCOPE, "Nothing was asked")
    assert [notice.kind for notice in answer.notices] == ["no_question"]
