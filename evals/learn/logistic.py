"""Logistic regression with a ridge, small enough to be read."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

Matrix = npt.NDArray[np.float64]


def ridge_logistic(points: Matrix, truth: Matrix, ridge: float) -> Matrix:
    """The weights of the features as they are, and the constant behind them, of a logistic regression on standardised
    features.

    ``points``: a row for each example; ``truth``: 0 to 1 for each; ``ridge``: what the square of a standardised weight
    costs, the constant aside.
    """
    mean, spread = points.mean(axis=0), points.std(axis=0) + 1e-9
    standard = np.hstack([(points - mean) / spread, np.ones((len(points), 1))])

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        likely = 1 / (1 + np.exp(-(standard @ weights)))
        shrunk = np.append(weights[:-1], 0.0)
        value = -(truth * np.log(likely + 1e-12) + (1 - truth) * np.log(1 - likely + 1e-12)).sum()
        return float(value + ridge * (shrunk**2).sum()), standard.T @ (likely - truth) + 2 * ridge * shrunk

    found = minimize(loss, np.zeros(standard.shape[1]), jac=True, method="L-BFGS-B").x
    own = found[:-1] / spread
    return np.append(own, found[-1] - float(own @ mean))
