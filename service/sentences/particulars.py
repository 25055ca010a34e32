"""What a question pins down, and whether a sentence has it: which drug, which test, whose guideline, when, in whom.

A sentence may be near in every sign and be about another drug, five years instead of one, another society's
guideline. Each particular is looked for by itself, and what stands in its place is noticed.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus.glossary import Entry, Glossary
from corpus.text import term_set
from service.analysis.question import Question
from service.measured import weeks_of_pregnancy
from service.sentences.candidates import Candidate
from service.sentences.figures import Figure, figures
from service.sentences.people import (
    BREASTFEEDING,
    DIALYSIS,
    KIDNEY_DISEASE,
    LIVER_DISEASE,
    OLD_AGE,
    PREGNANCY_AND_MOTHERS,
    YOUNG_PEOPLE,
    People,
    terms_naming_people,
)

OWN, ABOVE, BY_CLASS, BY_MEMBER, NOT = 1.0, 0.9, 0.7, 0.6, 0.0  # how well a sentence has a particular

# Societies, trials, codes: several capitals.
_INITIALS = re.compile(r"\b(?=[A-Z0-9-]*[A-Z][A-Z0-9-]*[A-Z])[A-Z][A-Za-z0-9]*(?:-[A-Z0-9]+)*\b")
# Ways of giving a drug and other everyday ones: no society, no trial.
_EVERYDAY = frozenset(
    """IM IV SC PO PR SL OK UK US USA EU ER ED GP ICU ITU HDU LT BD TDS QDS OD PRN CO2 O2 TV AM PM CT MRI NOT AND OR NO
    YES""".split()
)
_CONCEPTS = ("drug", "test", "procedure", "score")  # of the glossary; an illness may be put otherwise
_TIMED = ("time", "interval")
# A time that says of when the answer must be: "5-year survival", "within 24 hours", "at 90 days", "the first week".
_OF_WHEN = re.compile(r"\b(?:within|at|by|after|over|in|first)\s+(?:the\s+)?(?:first\s+)?$", re.I)
_THEN = re.compile(r"\s+(?:after|before|following|from)\b", re.I)
# A test with its value is the patient's, and no test that is asked about.
_STATES = r"(?:normal|raised|elevated|high|low|positive|negative|pos|neg|increased|abnormal|rising|falling)"
_STATE = re.compile(rf"\b{_STATES}\s+$", re.I)
_VALUE = re.compile(rf"\s*(?:of|is|was|at|=|<|>|≤|≥|below|above|under|over)?\s*\d|[\s-]*{_STATES}\b", re.I)
_IS_VALUE = re.compile(r"\s*(?:(?:of|is|was|=|:)\s*)?[<>≤≥]?\s?(?!(?:19|20)\d\d\b)\d", re.I)  # "ACR 40", but "ACR 2020"
_OLD = re.compile(r"^[\s-]*(?:old|of age|y/?o)\b", re.I)
_GROUPS = {
    "children": YOUNG_PEOPLE,
    "pregnancy": PREGNANCY_AND_MOTHERS,
    "breastfeeding": BREASTFEEDING,
    "old age": OLD_AGE,
    "dialysis": DIALYSIS,
    "the kidney": KIDNEY_DISEASE,
    "the liver": LIVER_DISEASE,
}
_ALWAYS_ASKED = ("children", "pregnancy")  # also where a concept of the glossary says so


class Sort(StrEnum):
    """What a particular is."""

    DRUG = "drug"
    TEST = "test"
    PROCEDURE = "procedure"
    SCORE = "score"
    NAMED = "named"
    TIME = "time"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Particular(ABC):
    """Something that the sentence which answers must have."""

    sort: Sort
    name: str

    @abstractmethod
    def held_by(self, candidate: Candidate) -> float:
        """How well a sentence has it: one of OWN, ABOVE (in title, headings or source), BY_CLASS, BY_MEMBER, NOT."""

    @abstractmethod
    def another_in(self, candidate: Candidate) -> bool:
        """Whether the sentence has something else of its sort that was not asked about."""


@dataclass(frozen=True, slots=True)
class _Concept(Particular):
    entry: Entry
    glossary: Glossary
    related: frozenset[str]  # terms of what the question names, of its classes and members

    def held_by(self, candidate: Candidate) -> float:
        around = candidate.around
        if self.entry.named_in(candidate.own_terms):
            return OWN
        if self.entry.named_in(around):
            return ABOVE
        if any(parent.named_in(around) for parent in self.glossary.classes_of(self.entry)):
            return BY_CLASS
        if any(member.named_in(candidate.own_terms) for member in self.glossary.members_of(self.entry)):
            return BY_MEMBER
        return NOT

    def another_in(self, candidate: Candidate) -> bool:
        return any(
            mention.entry.kind == self.entry.kind and mention.entry.term not in self.related
            for mention in self.glossary.find(candidate.text)
        )


@dataclass(frozen=True, slots=True)
class _Named(Particular):
    def held_by(self, candidate: Candidate) -> float:
        title = candidate.document.title
        there = f"{candidate.text} {title} {candidate.heading}"
        if any(part in there for part in (self.name, *self.name.split("-"))) or _within(self.name, candidate.own_terms):
            return OWN
        return ABOVE if self.name in _sources(candidate) else NOT

    def another_in(self, candidate: Candidate) -> bool:
        return _INITIALS.search(candidate.text) is not None


@dataclass(frozen=True, slots=True)
class _Time(Particular):
    figure: Figure

    def held_by(self, candidate: Candidate) -> float:
        return OWN if any(_same_time(self.figure, other) for other in _times(candidate.text)) else NOT

    def another_in(self, candidate: Candidate) -> bool:
        return bool(_times(candidate.text))


@dataclass(frozen=True, slots=True)
class _People(Particular):
    people: People

    def held_by(self, candidate: Candidate) -> float:
        if self.people.named_in(candidate.own_terms):
            return OWN
        return ABOVE if self.people.named_in(candidate.context_terms) else NOT

    def another_in(self, candidate: Candidate) -> bool:
        return False


def particulars(question: Question, glossary: Glossary) -> tuple[Particular, ...]:
    """What ``question`` pins down, concepts first."""
    text = question.text
    related = frozenset(relative.term for relative in glossary.family_of(*question.entries))
    found: list[Particular] = [
        _Concept(Sort(entry.kind), entry.term, entry, glossary, related)
        for entry in question.entries
        if entry.kind in _CONCEPTS and not is_value(entry, question)
    ]
    taken = [(mention.start, mention.end) for mention in question.mentions]
    if not text.isupper():
        found += [
            _Named(Sort.NAMED, match.group())
            for match in _INITIALS.finditer(text)
            if _free(match.span(), taken)
            and match.group() not in _EVERYDAY
            and match.group() in question.asking
            and not _IS_VALUE.match(text[match.end() :])
        ]
    for figure in _times(text):
        adjective = "-" in text[figure.start : figure.end]
        of_when = adjective or _OF_WHEN.search(text[: figure.start]) or _THEN.match(text[figure.end :])
        if _of_gestation(figure, text):
            continue
        if of_when and _free((figure.start, figure.end), taken) and not _OLD.match(text[figure.end :]):
            found.append(_Time(Sort.TIME, text[figure.start : figure.end], figure))
    asked = terms_naming_people(question.asking)
    told = frozenset(term for entry in question.entries for names in entry.term_sets[:1] for term in names)
    for name, group in _GROUPS.items():
        if group.named_in(asked) and (name in _ALWAYS_ASKED or not group.named_in(told)):
            found.append(_People(Sort.PEOPLE, name, group))
    return tuple(found)


def is_value(entry: Entry, question: Question) -> bool:
    """Whether a test is named with the patient's value only ("with a CrCl of 22", "a normal ALT", "HBsAg positive")."""
    return entry.kind == "test" and all(
        _VALUE.match(question.text[mention.end :]) or _STATE.search(question.text[: mention.start])
        for mention in question.mentions
        if mention.entry.term == entry.term
    )


def _of_gestation(figure: Figure, text: str) -> bool:
    """Whether a time is the week of a pregnancy, which tells of the patient."""
    return text[figure.start : figure.end].startswith(f"{weeks_of_pregnancy(text)} w")


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return not any(start < span[1] and span[0] < end for start, end in taken)


def _within(name: str, there: frozenset[str]) -> bool:
    own = term_set(name)
    return bool(own) and own <= there


def _sources(candidate: Candidate) -> str:
    return " ".join(
        f"{span.source.organisation or ''} {span.source.title} {span.source.year or ''}" for span in candidate.spans
    )


@lru_cache(maxsize=4096)
def _times(text: str) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures(text) if figure.kind in _TIMED)


def _same_time(asked: Figure, other: Figure) -> bool:
    return asked.meets(other) or (asked.low <= other.high * 1.04 and other.low <= asked.high * 1.04)
