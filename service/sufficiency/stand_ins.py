"""Sentences that say just what is asked, but of something else: another drug of the class, another year, another test.

Nearness does not show it, nor do most words: the one that is missing decides. Where the likeliest sentence has nearly
all of a question and lacks a particular for which it has another, and no sentence has all of it, that is no answer; nor
is what is said of a drug whose dose is asked for, where nothing has both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Glossary
from corpus.text import words
from service.analysis.facets import assumes
from service.analysis.question import Question
from service.analysis.taken import taken_already, told_beside
from service.sentences.candidates import Candidate
from service.sentences.coverage import AskedWord, asks_number
from service.sentences.expected import expects
from service.sentences.particulars import BY_CLASS, BY_MEMBER, Particular, Sort, particulars

_ASKS_DOSE = re.compile(
    r"(?<!low )(?<!high )(?<!renal )(?<!low-)(?<!high-)"
    r"(?<!last )(?<!first )(?<!next )(?<!missed )(?<!each )\b(?:dose|dosage)\b(?! (?:was |is )?(?:missed|forgotten))|"
    r"\b(?:what|which) doses\b|\bhow many mg\b",
    re.I,
)
LOOKED_AT = 20  # sentences, the likeliest first
_NEARLY_ALL = 0.7  # share of the other words, by rarity
_ABOUT_AS_MUCH = 0.15  # less of them in a sentence that has every particular,
_NEARLY_AS_LIKELY = 0.6  # or as likely as that, put otherwise than the question ("albuminuria", "ACR")


def missing_for(
    question: Question, candidates: Sequence[Candidate], asked: Sequence[AskedWord], glossary: Glossary
) -> list[str]:
    """What the likeliest sentence lacks of ``question``, where it has another in its place and no other sentence has
    all; else nothing. ``candidates``: the likeliest first; ``asked``: the words of the question.
    """
    if not candidates or assumes(question.text):
        return []
    known = {word.word for word in asked if word.known}
    pinned = [
        particular
        for particular in particulars(question, glossary)
        # initials that the library has nowhere may be short for what it has ("HTN")
        if particular.sort is not Sort.NAMED or particular.name.casefold() in known
    ]
    taken = taken_already(question)
    undosed = _undosed(question, candidates[:LOOKED_AT], [one for one in pinned if one.name not in taken])
    if undosed:
        return undosed
    had = taken | told_beside(question)
    pinned = [particular for particular in pinned if particular.name not in had]
    strict = asks_number(question.text)  # a dose, a share, a time is that of one drug, not of its class
    likeliest = candidates[0]
    missing = [particular for particular in pinned if _lacks(particular, likeliest, strict)]
    if not any(particular.another_in(likeliest) for particular in missing):
        return []
    most = _share(question, likeliest, missing, asked)
    if most < _NEARLY_ALL:
        return []
    for candidate in candidates[1:LOOKED_AT]:
        has_all = not any(_lacks(particular, candidate, strict) for particular in pinned)
        if has_all and (
            _share(question, candidate, missing, asked) >= most - _ABOUT_AS_MUCH
            or candidate.useful >= _NEARLY_AS_LIKELY * likeliest.useful
        ):
            return []
    return [particular.name for particular in missing]


def _undosed(question: Question, candidates: Sequence[Candidate], pinned: Sequence[Particular]) -> list[str]:
    """The drugs whose dose is asked for, where no sentence has both one of them (not its class) and a dose."""
    has_dose = expects(question.text)
    drugs = [particular for particular in pinned if particular.sort is Sort.DRUG]
    if has_dose is None or not drugs or not _ASKS_DOSE.search(question.text):
        return []
    for candidate in candidates:
        if has_dose(candidate.text) and any(not _lacks(drug, candidate, strict=True) for drug in drugs):
            return []
    return [f"dose of {' or '.join(drug.name for drug in drugs)}"]


def _lacks(particular: Particular, candidate: Candidate, strict: bool) -> bool:
    held = particular.held_by(candidate)
    if held == BY_CLASS:
        return strict and particular.sort is Sort.DRUG and particular.another_in(candidate)
    return held < BY_MEMBER


def _share(
    question: Question, candidate: Candidate, missing: Sequence[Particular], asked: Sequence[AskedWord]
) -> float:
    """Of the words asked with, by rarity, what a sentence has or stands under; those of what is missing left out."""
    names = {particular.name for particular in missing}
    of_missing = {word for name in names for word in words(name)} | {
        word
        for mention in question.mentions
        if mention.entry.term in names
        for word in words(question.text[mention.start : mention.end])
    }
    around = candidate.around
    others = [word for word in asked if word.word not in of_missing and not word.word[0].isdigit()]
    total = sum(word.rarity for word in others)
    return sum(word.rarity for word in others if any(name <= around for name in word.names)) / total if total else 0.0
