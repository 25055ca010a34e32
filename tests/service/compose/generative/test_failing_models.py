"""A model that fails, or that there is none of, leaves the extractive answer with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.embedding import Embedder
from corpus.settings import Settings
from service.answer import Mode, Status, statements_of
from service.consultation import Consultation
from service.library import Library
from tests.scripted_llm import Reply, scripted_model
from tests.service.compose.generative.replies import QUESTION, STARTS, Consult, generated, says


@pytest.mark.parametrize(
    "reply",
    [
        500,
        401,
        429,
        "I am sorry, I cannot do that.",
        "",
        "{}",
        '{"sections": "none"}',
        '{"sections": [',
        b"no json at all",
        b"",
        b'{"choices": []}',
    ],
)
def test_a_model_that_fails_leaves_the_extractive_answer_with_the_reason(answered: Consult, reply: Reply) -> None:
    answer = answered(reply)
    assert answer.status is Status.ANSWERED
    assert answer.mode is Mode.EXTRACTIVE
    assert answer.degraded
    assert answer.degraded_reason is not None
    assert answer.degraded_reason.startswith("Answered in the sources' own sentences, because ")
    assert statements_of(answer)
    assert answer.disclaimer


def test_a_model_that_does_not_reply_is_given_up(answered: Consult) -> None:
    answer = answered(None, timeout=0.3)
    assert answer.degraded
    assert statements_of(answer)


def test_a_model_that_cannot_be_reached_leaves_the_extractive_answer(consult: Consult) -> None:
    answer = consult("http://127.0.0.1:1/v1", timeout=2)
    assert answer.degraded
    assert statements_of(answer)


def test_a_provider_that_is_not_installed_leaves_the_extractive_answer(data: Path, embedder: Embedder) -> None:
    library = Library(Settings(data=data, llm="nowhere:test"), lambda: embedder)
    try:
        answer = library.consult(Consultation(QUESTION, "c"))
    finally:
        library.close()
    assert answer.degraded
    assert "nowhere:test" in str(answer.degraded_reason)
    assert statements_of(answer)


def test_generative_without_a_model_leaves_the_extractive_answer(library: Library) -> None:
    answer = library.consult(Consultation(QUESTION, "c", mode=Mode.GENERATIVE))
    assert answer.degraded
    assert "FOOTNOTE_LLM" in str(answer.degraded_reason)


def test_the_degraded_answer_is_the_extractive_one(library: Library, answered: Consult) -> None:
    degraded, extractive = answered("{}"), library.consult(Consultation(QUESTION, "c"))
    assert statements_of(degraded) == statements_of(extractive)
    assert degraded.references == extractive.references


def test_the_setting_alone_chooses_the_model(data: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    with scripted_model(says(("Start velmorine at 5 mg once daily.", STARTS))) as script:
        library = Library(Settings(data=data, llm="openai:test", llm_base_url=script.url), lambda: embedder)
        try:
            answer = library.consult(Consultation(QUESTION, "c"))
        finally:
            library.close()
    assert answer.mode is Mode.GENERATIVE
    assert generated(answer)
