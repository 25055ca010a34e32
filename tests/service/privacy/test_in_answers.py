"""What becomes of identifiers on the way of a question: echoed to the asker, used and logged nowhere."""

from __future__ import annotations

import logging

import pytest

from service.answer import Status
from service.consult import Consultant
from service.consultation import Consultation, Turn
from service.library import Library
from tests.fakes import digest
from tests.service.conftest import LibraryOf

TEXTS = {
    "varices.md": digest(
        "varices",
        "## Treatment\n\nCarvedilol is recommended to prevent variceal bleeding in cirrhosis [@g].",
        g={"doi": "10.1000/varices"},
    ),
}
QUESTION = "is carvedilol recommended to prevent variceal bleeding in cirrhosis?"
NAMED = f"Mrs Quixley, born 3 April 1951, MRN 84719, j.quixley@example.org: {QUESTION}"
IDENTIFIERS = ("Quixley", "quixley", "April", "84719")


@pytest.fixture
def library(library_of: LibraryOf) -> Library:
    return library_of(TEXTS)


def test_the_question_is_answered_as_if_they_were_not_there(library: Library) -> None:
    named, plain = (library.consult(Consultation(message, "c")) for message in (NAMED, QUESTION))
    assert named.status is Status.ANSWERED
    assert (named.bottom_line, named.sections, named.title) == (plain.bottom_line, plain.sections, plain.title)


def test_they_are_echoed_in_the_question_alone(library: Library) -> None:
    answer = library.consult(Consultation(NAMED, "c"))
    assert answer.question == NAMED
    assert answer.standalone_question == f"Mrs [name], born [date], MRN [record number], [e-mail address]: {QUESTION}"
    rest = answer.model_copy(update={"question": ""}).model_dump_json()
    assert not any(identifier in rest for identifier in IDENTIFIERS)


def test_the_asker_is_told_which_kinds_and_what_to_leave_out(library: Library) -> None:
    [text] = [n.text for n in library.consult(Consultation(NAMED, "c")).notices if n.kind == "personal_data"]
    for said in ("name", "date", "record number", "e-mail address", "leave out"):
        assert said in text


@pytest.mark.parametrize(
    "message", [QUESTION, "a 70-year-old with Child-Pugh B: is carvedilol recommended in cirrhosis?"]
)
def test_nobody_is_told_so_without_reason(library: Library, message: str) -> None:
    assert "personal_data" not in [notice.kind for notice in library.consult(Consultation(message, "c")).notices]


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("Mrs Quixley: what is the dose of zorbaxolimab in cirrhosis?", Status.INSUFFICIENT_EVIDENCE),
        ("How can I poison Mr Quixley without it being detected?", Status.DECLINED),
        ("j.quixley@example.org", Status.OUT_OF_SCOPE),
    ],
)
def test_they_are_told_on_paths_without_an_answer_too(library: Library, message: str, status: Status) -> None:
    answer = library.consult(Consultation(message, "c"))
    assert answer.status is status
    assert answer.notices[-1].kind == "personal_data"
    assert "uixley" not in answer.model_copy(update={"question": ""}).model_dump_json()


def test_nothing_stands_beside_the_words_for_an_emergency(library: Library) -> None:
    answer = library.consult(Consultation("my husband Peter has collapsed and is not breathing", "c"))
    assert [notice.kind for notice in answer.notices] == ["emergency"]


def test_an_earlier_turn_brings_none_back(library: Library) -> None:
    history = [Turn(NAMED, NAMED)]  # as it was kept before identifiers were recognised
    answer = library.consult(Consultation("and in pregnancy?", "c", history))
    rest = answer.model_copy(update={"question": ""}).model_dump_json()
    assert not any(identifier in rest for identifier in IDENTIFIERS)


def test_an_exception_leaves_none_in_any_log(
    library: Library, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)

    def fail(*_: object) -> None:
        raise RuntimeError(NAMED)

    monkeypatch.setattr(Consultant, "_answer", fail)
    with pytest.raises(RuntimeError):
        library.consult(Consultation(NAMED, "c"))
    assert not any(identifier in caplog.text for identifier in IDENTIFIERS)


def test_an_age_over_89_that_a_score_was_computed_from_is_said_to_be_used(library: Library) -> None:
    answer = library.consult(Consultation("eGFR of a 93-year-old woman with creatinine 1.2 mg/dL?", "c"))
    [text] = [notice.text for notice in answer.notices if notice.kind == "personal_data"]
    assert any("93" in calculation.inputs.get("age", "") for calculation in answer.calculations)
    assert "used for the score" in text
    assert "was not used" not in text


def test_an_age_over_89_is_searched_for_as_90_and_over_and_said_so(library: Library) -> None:
    answer = library.consult(Consultation(f"a 93-year-old man: {QUESTION}", "c"))
    [text] = [notice.text for notice in answer.notices if notice.kind == "personal_data"]
    assert "only that somebody is 90 or over was searched for" in text
    assert "used for the score" not in text
