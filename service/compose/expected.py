"""What the answer to a question must have in it: how often wants a frequency, how long a duration, which drug a drug."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from corpus.text import words
from service.drug_names import looks_like_a_drug

_PERIOD = r"(?:minute|hour|day|week|month|year)s?"
_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|ten|twelve)"


def _has(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.I)

    @lru_cache(maxsize=2_000)  # asked twice of each sentence
    def has(text: str) -> bool:
        return compiled.search(text) is not None

    return has


@lru_cache(maxsize=2_000)
def _names_a_drug(text: str) -> bool:
    return any(looks_like_a_drug(word) for word in words(text))


_EXPECTED: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (
        re.compile(r"\bhow (?:often|frequently)\b|\bwhat interval|\bfrequency of\b", re.I),
        _has(
            rf"\bevery (?:{_NUMBER} )?(?:to {_NUMBER} )?{_PERIOD}|\b(?:half-)?(?:hourly|daily|weekly|monthly|yearly|annual)\w*|"
            rf"\b(?:once|twice|{_NUMBER} times) (?:a|per|every|in)\b|\beach (?:year|month|visit)"
        ),
    ),
    (
        re.compile(
            rf"\bhow long\b|\bhow (?:many|soon) (?:{_PERIOD}|after|before|must|should|do)\b|\bduration\b|\bhow soon\b", re.I
        ),
        _has(rf"\b{_NUMBER}(?:[\s-]*(?:to|–|-|or)[\s-]*{_NUMBER})?[\s-]*{_PERIOD}\b|\blifelong|\bindefinite|\bat once\b|\bimmediately"),
    ),
    (
        re.compile(r"\bdos(?:e|es|ing|age)\b|\bhow (?:much|many (?:mg|g|units|grams|puffs|tablets))\b|\btitrat", re.I),
        _has(r"\d\s?(?:mg|g|mcg|µg|μg|micrograms?|grams?|mL|L|units?|IU|mmol|puffs?|tablets?)\b|\d\s?%"),
    ),
    (
        re.compile(
            r"\b(?:at|above|below|under|over|from) (?:what|which)\b|\b(?:threshold|cut-?off|target|how (?:high|low))\b|"
            r"\b(?:what|which) (?:\w+ ){0,4}(?:count|level|value|score|trough|inr|egfr|range|limit)\b",
            re.I,
        ),
        _has(r"[<>≥≤]\s?\d|\b(?:above|below|at least|less than|more than|under|over|between|up to) \d|\d\s?(?:%|×|mm|ng|mg|mmol|g/|µmol)|\b\d+\s?(?:to|–)\s?\d+\b"),
    ),
    (
        re.compile(
            r"\b(?:what|which) (?:\w+ ){0,3}(?:drugs?|agents?|antibiotics?|antivirals?|antifungals?|medicines?|anticoagulants?|diuretics?|"
            r"statins?|antidepressants?|antiemetics?|opioids?|steroids?|regimens?|beta-?blockers?|vasopressors?)\b|\bfirst[- ]line\b|\bdrug of choice\b",
            re.I,
        ),
        _names_a_drug,
    ),
    (
        re.compile(r"\bcontra-?indicat|\bwho should(?:n't| not)\b|\bin whom\b[^?]*\b(?:avoid|not|dangerous)|\bshould [^?]* be avoided\b", re.I),
        _has(r"\bcontra-?indicat|\bavoid|\bnot (?:be )?(?:used|given|recommended|advised|suitable)|\bshould not\b|\bmust not\b|\brules? out\b"),
    ),
    (
        re.compile(r"^\W*why\b|\bmechanism\b|\bhow (?:does|do) [^?]* (?:work|cause|act|lead)\b", re.I),
        _has(r"\bbecause\b|\bdue to\b|\bthrough\b|\binhibit|\bblock|\bcaus|\bby \w+ing\b|\bactivat|\bresult|\bleads? to\b|\bmechanism"),
    ),
)  # fmt: skip


def expects(question: str) -> Callable[[str], bool] | None:
    """A test of whether a sentence has what the question must be answered with; None where anything may answer it."""
    return next((found for asked, found in _EXPECTED if asked.search(question)), None)
