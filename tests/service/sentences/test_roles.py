"""What a sentence is about, as far as an answer is ordered by it."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.sentences.roles import _RECOMMENDS, is_urgent, recommends


@given(st.from_regex(re.compile(_RECOMMENDS.pattern, re.I)))
@settings(suppress_health_check=list(HealthCheck), deadline=None)
def test_the_words_that_are_looked_for_first_let_no_recommendation_pass(advice: str) -> None:
    assert recommends(advice)


@pytest.mark.parametrize(
    "text", ["Aspirin SHOULD be ſtopped.", "It muſt be stopped.", "First-line is X.", "X may be considered."]
)
def test_advice_is_known_in_any_letters(text: str) -> None:
    assert recommends(text)


def test_what_is_so_is_no_advice() -> None:
    assert not recommends("Ascites is fluid in the belly.")


def test_what_nothing_makes_urgent_is_not_urgent() -> None:
    assert not is_urgent("Treatment has no benefit when no other condition requires urgent treatment.")
    assert is_urgent("No delay is allowed: the patient is admitted at once.")
