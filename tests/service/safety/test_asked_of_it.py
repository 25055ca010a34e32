"""A question of a few words after an answered one is heard together with it."""

from __future__ import annotations

import pytest

from service.answer import Status
from service.safety import check_message
from service.safety.asked_of_it import with_the_question_before
from service.safety.resemblance import Resemblance
from tests.service.safety.gate import NONE_NAMED

BEFORE = ["What happens in a liver biopsy?"]


@pytest.mark.parametrize(
    "message",
    [
        "how much of it would be certain",  # hints at a wish to die
        "would it be peaceful",
        "i've saved up loads of them",  # tells something
        "is she breathing",  # something is wrong
    ],
)
def test_what_tells_or_hints_is_heard_by_itself(message: str) -> None:
    assert with_the_question_before(message, BEFORE) == message


@pytest.mark.parametrize("message", ["how much of it would be certain", "would it be peaceful"])
def test_a_veiled_question_after_a_harmless_one_is_still_heard(message: str, resemblance: Resemblance) -> None:
    finding = check_message(message, NONE_NAMED, resemblance, ["What is digoxin for?"])
    assert finding is not None
    assert finding.status is Status.EMERGENCY


def test_without_an_answered_question_before_it_stands_alone() -> None:
    assert with_the_question_before("does it hurt", []) == "does it hurt"


@pytest.mark.parametrize("message", ["does it hurt", "and how long until it works", "what would they give me instead"])
def test_a_question_of_what_was_answered_is_no_alarm(message: str, resemblance: Resemblance) -> None:
    assert check_message(message, NONE_NAMED, resemblance, BEFORE) is None
