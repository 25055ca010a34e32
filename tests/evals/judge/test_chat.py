"""A chat model as judge."""

from __future__ import annotations

import pytest
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from corpus.errors import BadInputError
from evals.judge import ChatJudge
from evals.verdict import Verdict
from tests.evals.fakes import WordJudge


def replying(*replies: str) -> ChatJudge:
    """A judge whose model gives these replies in order."""
    return ChatJudge(
        GenericFakeChatModel(messages=iter([AIMessage(reply) for reply in replies])), "fake:model", WordJudge()
    )


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        ("SUPPORTED", "supported"),
        ("Contradicted.", "contradicted"),
        ("**NEUTRAL**", "neutral"),
        ("I cannot tell.", "neutral"),
        ("UNSUPPORTED", "neutral"),
    ],
)
def test_one_of_three_words_is_the_verdict_and_anything_else_is_neutral(reply: str, verdict: Verdict) -> None:
    assert replying(reply).judge("a", "b").verdict == verdict


def test_a_pair_is_asked_once() -> None:
    judge = replying("SUPPORTED", "NEUTRAL")
    assert judge.judge("a", "b") == judge.judge("a", "b")


def test_its_identity_names_model_and_prompt() -> None:
    assert replying().identity.startswith("fake:model/prompt-")


def test_it_is_uncalibrated_until_it_is_measured() -> None:
    assert replying().calibration is None


def test_a_model_that_langchain_does_not_know_is_refused_with_its_name() -> None:
    with pytest.raises(BadInputError, match="nobody:nothing"):
        ChatJudge.named("nobody:nothing", WordJudge())
