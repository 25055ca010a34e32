"""Conformal risk control: what the threshold promises."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.learn.risk import conformal_threshold

PROBABILITIES = st.lists(st.floats(0, 1), min_size=20, max_size=80)


def test_too_few_questions_for_a_small_risk_are_refused() -> None:
    with pytest.raises(ValueError, match="too few"):
        conformal_threshold(np.array([0.1, 0.2, 0.3]), 0.05)


@given(PROBABILITIES, st.sampled_from([0.05, 0.1, 0.3]))
def test_no_more_than_the_risk_is_answered(found: list[float], risk: float) -> None:
    values = np.array(found)
    threshold = conformal_threshold(values, risk)
    assert ((values >= threshold).sum() + 1) / (len(values) + 1) <= risk + 1e-9


@given(PROBABILITIES)
def test_a_smaller_risk_never_lowers_the_threshold(found: list[float]) -> None:
    values = np.array(found)
    assert conformal_threshold(values, 0.05) >= conformal_threshold(values, 0.2)
