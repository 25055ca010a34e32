"""The regression that fits what ships."""

from __future__ import annotations

import numpy as np
import pytest

from evals.learn.logistic import ridge_logistic

POINTS = np.array([[float(number), 5.0] for number in range(-20, 21)])
TRUTH = (POINTS[:, 0] > 0).astype(float)


def likely(weights: np.ndarray, row: list[float]) -> float:
    return float(1 / (1 + np.exp(-(np.array(row) @ weights[:-1] + weights[-1]))))


def test_what_tells_the_examples_apart_tells_others_apart() -> None:
    weights = ridge_logistic(POINTS, TRUTH, 0.1)
    assert likely(weights, [10.0, 5.0]) > 0.9 > 0.1 > likely(weights, [-10.0, 5.0])


def test_a_feature_that_is_always_the_same_weighs_nothing() -> None:
    assert ridge_logistic(POINTS, TRUTH, 0.1)[1] == pytest.approx(0.0, abs=1e-6)


def test_a_greater_ridge_makes_weights_smaller() -> None:
    assert abs(ridge_logistic(POINTS, TRUTH, 50.0)[0]) < abs(ridge_logistic(POINTS, TRUTH, 0.1)[0])


def test_examples_that_half_belong_are_half_likely() -> None:
    weights = ridge_logistic(POINTS, np.full(len(POINTS), 0.5), 1.0)
    assert likely(weights, [3.0, 5.0]) == pytest.approx(0.5, abs=1e-3)
