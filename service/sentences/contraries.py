"""Sentences with the very contrary of how the question has it: an elective operation and an emergency, an attack and
what is given for long.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from service.sentences.candidates import Candidate

# Of each pair a case is one or the other.
_CONTRARY = tuple(
    (re.compile(one, re.I), re.compile(other, re.I))
    for one, other in (
        (r"(?<!de)(?<!de-)\bcompensated\b", r"\bdecompensat\w+"),
        (r"\b(?:elective\w*|planned|scheduled)\b", r"\bemergen(?:cy|t)\b|\bunplanned\b"),
        (r"\buncomplicated\b", r"(?<!un)\bcomplicated\b"),
        (r"(?<!un)\bprovoked\b", r"\bunprovoked\b"),
        (r"(?<!a)\bsymptomatic\b|\bwith symptoms\b", r"\basymptomatic\b|\bwithout symptoms\b|\bno symptoms\b"),
        (r"(?<!un)\bstable\b", r"\bunstable\b|\binstability\b"),
        (r"\binpatients?\b|\bhospitali[sz]ed\b", r"\boutpatients?\b|\bin primary care\b|\bat home\b"),
        (r"\bintravenous\w*", r"\bat home\b|\boutpatients?\b|\bin primary care\b"),
        (r"\bimmunocompetent\b", r"\bimmuno-?(?:suppress|compromis)\w+|\btransplant(?:ed|ation)? recipients?\b"),
        (r"\bpercutaneous(?:ly)?\b", r"\btransjugular(?:ly)?\b"),
        (r"\bunilateral\w*", r"\bbilateral\w*"),
        (r"\bloading\b", r"\bmaintenance\b"),
        (r"\bantenatal\w*|\bduring pregnancy\b", r"\bpost-?partum\b|\bpostnatal\w*|\bafter (?:birth|delivery)\b"),
        (
            r"(?<!prevent )(?<!prevents )(?<!preventing )(?<!frequent )(?<!previous )(?<!past )"
            r"(?<!after )(?<!after an )(?<!after the )(?<!between )"
            r"\bexac(?:erbation)?\b",
            r"\blong-term\b|\bchronic resting\b|\bin stable\b|\bstable (?:disease|copd|asthma)\b|\bhome oxygen\b",
        ),
        (r"\bpre-?menopaus\w+", r"\bpost-?menopaus\w+"),
        (r"\breduced ejection fraction\b|\bHFrEF\b", r"\bpreserved ejection fraction\b|\bHFpEF\b"),
    )
)


@lru_cache(maxsize=20_000)
def _sides(text: str) -> tuple[int, ...]:
    """For each pair of contraries: 1 the first only, -1 the other only, 0 neither or both."""
    found = ((one.search(text) is not None, other.search(text) is not None) for one, other in _CONTRARY)
    return tuple(int(one) - int(other) for one, other in found)


def contrary(asked: str) -> Callable[[Candidate], bool] | None:
    """A test of whether a sentence is on the other course than the question ``asked``; None where that tells none."""
    wanted = _sides(asked)
    if not any(wanted):
        return None
    return lambda candidate: any(
        side and side == -other for side, other in zip(wanted, _sides(candidate.text), strict=True)
    )
