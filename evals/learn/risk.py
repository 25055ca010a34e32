"""Conformal risk control: a threshold whose risk holds for questions like those that it was set on."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def conformal_threshold(unanswerable: npt.NDArray[np.float64], risk: float) -> float:
    """The lowest threshold at which questions without an answer are answered with a risk of at most ``risk``.

    ``unanswerable``: the probabilities (0 to 1) that the model gives questions without an answer. The loss of a
    question is 1 where its probability reaches the threshold; with n questions the mean loss counts as (n × mean + 1) /
    (n + 1), so that the expected risk on a further, exchangeable question is at most ``risk`` (Angelopoulos et al.,
    arXiv:2208.02814, theorem 1). Raises ValueError where there are too few questions for any threshold to hold.
    """
    count = len(unanswerable)
    allowed = int(np.floor(risk * (count + 1) - 1))
    if allowed < 0:
        raise ValueError(
            f"{count} questions are too few for a risk of {risk:.0%}: it takes {int(np.ceil(1 / risk)) - 1}."
        )
    ordered = np.sort(unanswerable)[::-1]
    # just above the highest probability that must not be answered
    return float(np.nextafter(ordered[allowed], 2.0)) if allowed < count else 0.0
