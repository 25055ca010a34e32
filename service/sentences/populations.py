"""Whom a question asks about where what is right for others may harm: pregnancy, breastfeeding, children.

A sentence that does not name them may be the very opposite of what holds for them (a direct oral anticoagulant in
pregnancy), however near it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from corpus.glossary import Glossary
from corpus.text import terms, words
from service.analysis.drug_names import looks_like_a_drug
from service.analysis.question import Question
from service.measured import AGE, ages_in, bounds_in, weeks_of_pregnancy
from service.measured.names import NAME
from service.sentences.candidates import Candidate
from service.sentences.people import (
    BREASTFEEDING,
    CHILDREN_AND_CHILDHOOD,
    PREGNANCY_AND_FETUS,
    People,
    asks_of_a_child,
    terms_naming_people,
)
from service.sentences.roles import Role, recommends

_GROUPS = (PREGNANCY_AND_FETUS, BREASTFEEDING, CHILDREN_AND_CHILDHOOD)
_NOT_THEM = re.compile(r"\b(?:not|non|outside|excluding|except)[\s-]+(?:\w+\s)?(?:pregnan|breast-?fe|child)\w*", re.I)
_NOT_HER = re.compile(r"\b(?:non-?|not (?:yet |now |currently )?|outside )(?:pregnan|breast-?feed|lactat)\w*", re.I)
_ADULT = 16  # years
_GROWN_UP, _TWELVE = 18 * 365.25, 12 * 365.25  # days
_LIGHT = 25  # kg: so light a child is taken to be under 12
_AMOUNT = re.compile(
    r"\d\s?(?:mg|mcg|µg|g|units?|iu|mmol|mmhg|ml)\b|%|\b(?:antibiotics?|antivirals?|vaccin\w+|drugs?|medicines?|therapy|surgery|x-?rays?|CT|"
    r"radio\w+)\b",
    re.I,
)
_NAMED, _UNNAMED = 1.0, -2.0
_ADVISING = (Role.RECOMMENDATION, Role.DOSING, Role.STEPS)


@lru_cache(maxsize=256)
def asked_about(text: str) -> tuple[People, ...]:
    """The groups that a question names, or tells of by an age or weeks of pregnancy; a pregnant woman and her child as
    one. Who is said not to be pregnant is not of them.
    """
    text = _NOT_HER.sub(" ", text)
    there = terms_naming_people(text)
    told = {PREGNANCY_AND_FETUS} if weeks_of_pregnancy(text) is not None else set()
    told |= {CHILDREN_AND_CHILDHOOD for age in ages_in(text) if age.unit != "year" or age.number < _ADULT}
    groups = tuple(group for group in _GROUPS if group.named_in(there) or group in told)
    two = (PREGNANCY_AND_FETUS, CHILDREN_AND_CHILDHOOD)
    if all(group in groups for group in two):  # "she is pregnant, what does the baby get?"
        return (PREGNANCY_AND_FETUS | CHILDREN_AND_CHILDHOOD, *(group for group in groups if group not in two))
    return groups


def names_of(word: str) -> tuple[frozenset[str], ...]:
    """Other terms for the group that a word of a question is of; empty where it is of none."""
    own = set(terms(word))
    return tuple(name for group in _GROUPS if group.named_in(own) for name in group.names)


def for_them(candidates: Sequence[Candidate], text: str) -> list[float]:
    """Log-odds to add to each candidate: 1 where it, its title or headings name all whom the question asks about, -2
    where they do not; 0 where no candidate does.
    """
    groups = asked_about(text)
    named = [_names(candidate, groups) for candidate in candidates] if groups else []
    if not any(named):
        return [0.0] * len(candidates)
    return [_NAMED if there else _UNNAMED for there in named]


def kept_from_them(candidates: Sequence[Candidate], text: str, glossary: Glossary) -> list[Candidate]:
    """``candidates`` without those that say what to do in general where the question asks about a pregnant or
    breastfeeding woman and others speak of her: which drug or procedure, how much of it, up to which value. How long an
    illness is treated, or that somebody is referred, holds for her, too.
    """
    groups = tuple(group for group in asked_about(text) if group is not CHILDREN_AND_CHILDHOOD)
    if not groups or not any(_names(candidate, groups) for candidate in candidates):
        return list(candidates)
    return [c for c in candidates if _names(c, groups) or not (_advises(c) and _may_differ(c, glossary))]


def _advises(candidate: Candidate) -> bool:
    return recommends(candidate.text) or candidate.role in _ADVISING


def _may_differ(candidate: Candidate, glossary: Glossary) -> bool:
    """Whether a sentence names a drug, a procedure or a value, which may be others in pregnancy."""
    text = candidate.text
    if any(mention.entry.kind in ("drug", "procedure", "test") for mention in glossary.find(text)):
        return True
    return bool(NAME.search(text) or _AMOUNT.search(text) or any(map(looks_like_a_drug, words(text))))


def _names(candidate: Candidate, groups: Sequence[People]) -> bool:
    if _NOT_THEM.search(candidate.text):
        return False
    return all(group.named_in(candidate.around) for group in groups)


def of_another_generation(question: Question) -> Callable[[Candidate], bool] | None:
    """A test of whether all ages that a sentence gives bounds of are those of children and the patient is grown up, or
    the other way round; None where no one age is told. A light child whose age is not told is under 12.
    """
    ages = [value.value for value in question.values if value.measure == AGE]
    weights = [value.value for value in question.values if value.measure == "weight" and value.unit in ("", "kg")]
    if not ages and weights and max(weights) <= _LIGHT and asks_of_a_child(question.text):
        return _above(_TWELVE)
    if len(ages) != 1:
        return None
    return _up_to(_GROWN_UP) if ages[0] >= _GROWN_UP else _above(_GROWN_UP)


def _above(limit: float) -> Callable[[Candidate], bool]:
    """A test of whether all ages of a sentence begin at ``limit`` (days) or later."""

    def test(candidate: Candidate) -> bool:
        bounds = [bound for bound in bounds_in(candidate.text) if bound.measure == AGE]
        return bool(bounds) and all(bound.low is not None and bound.low >= limit for bound in bounds)

    return test


def _up_to(limit: float) -> Callable[[Candidate], bool]:
    """A test of whether all ages of a sentence end at ``limit`` (days) or before."""

    def test(candidate: Candidate) -> bool:
        bounds = [bound for bound in bounds_in(candidate.text) if bound.measure == AGE]
        return bool(bounds) and all(bound.high is not None and bound.high <= limit for bound in bounds)

    return test
