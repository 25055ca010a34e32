"""Sentences on a neighbour of what is asked about: another drug of its class, another illness in its place.

A question names what it is about: a drug, an illness, or both. A sentence that names another one in its place, and
neither it nor, as a class for all its members, its class, says what is asked of something else, however near it is.
The title above it does not mend that: of two drugs in one text each has rules of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.glossary import Entry, Glossary, terms_of
from corpus.text import term_set
from service.analysis.facets import assumes, parts_of
from service.analysis.question import Question, QuestionKind
from service.analysis.ruled_out import asks_for_another, reasons, ruled_out
from service.sentences.astray import present_terms
from service.sentences.candidates import Candidate, names
from service.sentences.coverage import asks_number
from service.sentences.expected import asks_of_effect

# A drug in passing, which tells when or in whom it is asked: "after IV co-amoxiclav", "on amlodipine".
_IN_PASSING = re.compile(
    r"\b(?:after|before|during|despite|on|already|taking|takes|took|receiving|had|has had|given|getting|since|with|"
    r"now that|under|from|until|till|prior to)\s+(?:[\w/-]+,?\s+){0,3}$",
    re.I,
)
# Another drug than the one named may be the answer.
_OPEN = re.compile(
    r"\b(?:which|what) (?:other |next )?(?:drugs?|agents?|antibiotics?|medicines?|treatments?|one)\b|"
    r"\b(?:something|anything|others?|else|stronger|next|failed|not (?:working|responding))\b|\badd(?:ed|ing)?\b",
    re.I,
)
# An illness in passing, which tells of the patient: "previous MI".
_OF_OLD = re.compile(r"\b(?:previous|prior|past|old|known|history of|had)\s+(?:an?\s+)?$", re.I)
_NAMES_DOSE = re.compile(r"\bdos(?:e|es|ing|age)\b|\bmg\b", re.I)
_PAIR, _SHORT, _STEM = 2, 3, 5
_MOST_ILLNESSES = 2  # of a question: with more, they are a patient's, and what is asked is of one of them


class Neighbours:
    """What a question is about, and which sentences are on neighbours of it."""

    def __init__(self, question: Question, glossary: Glossary) -> None:
        self._glossary = glossary
        assumed = assumes(question.text)
        self._drugs = [] if assumed else drugs_asked_about(question)
        self._illnesses = [] if assumed else _illnesses_asked(question)
        drugs = [entry for entry in question.entries if entry.kind == "drug"]
        self._drug_family = {entry.term for entry in glossary.family_of(*drugs)}
        self._of_parts = bool(parts_of(question, glossary))  # of one of them, another drug may be the answer
        self._given = [entry for entry in question.focus if entry.kind == "drug"]
        self._of_number = asks_number(question.text)  # a dose is that in one illness, not in one like it
        self._family = {
            entry.term for entry in glossary.family_of(*(e for e in question.conditions if not _is_allergy(e)))
        }

    def missing(self, candidate: Candidate) -> tuple[str, ...]:
        """What is asked about and the sentence is not on, as it names a neighbour in its place; mostly nothing."""
        return (*self._drugs_missing(candidate), *self._illness_missing(candidate))

    def on_all(self, candidate: Candidate) -> bool:
        """Whether a sentence itself names all the drugs that are asked about, and has no neighbour in any place."""
        kinds = map(self._glossary.with_members, self._drugs)
        named = (any(names(entry, candidate) for entry in of_drug) for of_drug in kinds)
        return bool(self._drugs) and all(named) and not self.missing(candidate)

    def _drugs_missing(self, candidate: Candidate) -> tuple[str, ...]:
        mentions = self._glossary.find(candidate.text) if self._drugs else []
        others = [m.entry for m in mentions if m.entry.kind == "drug" and m.entry.term not in self._drug_family]
        if not others:
            return ()
        lacking = [entry for entry in self._drugs if not is_on(candidate, entry, self._glossary)]
        if len(lacking) == len(self._drugs) and not self._of_parts:
            return tuple(entry.term for entry in lacking)
        return tuple(entry.term for entry in lacking if any(self._are_siblings(entry, other) for other in others))

    def _are_siblings(self, one: Entry, other: Entry) -> bool:
        own = {entry.term for entry in next_above(one, self._glossary)}
        return one.term != other.term and bool(own & {entry.term for entry in next_above(other, self._glossary)})

    def _illness_missing(self, candidate: Candidate) -> tuple[str, ...]:
        if not 0 < len(self._illnesses) <= _MOST_ILLNESSES:
            return ()
        own = present_terms(candidate, self._glossary)
        told = [entry for entry in self._illnesses_in(candidate.text) if entry.named_in(own)]
        if not told or any(map(self._is_near, told)):
            return ()
        if any(entry.named_in((own | candidate.asked_terms) - candidate.context_terms) for entry in self._illnesses):
            return ()
        if any(self._are_alike(entry, other) for entry in self._illnesses for other in told):
            return tuple(entry.term for entry in self._illnesses)
        above = self._illnesses_in(f"{candidate.document.title}. {candidate.heading}")
        of_drug = any(names(entry, candidate) for entry in self._given)
        if not of_drug or any(map(self._is_near, above)):
            return ()
        if any(map(self._share_a_word, told)):
            return ()
        return tuple(entry.term for entry in self._illnesses)

    def _are_alike(self, one: Entry, other: Entry) -> bool:
        """Whether two illnesses are of one class, or have one name but for a letter or a number ("hepatitis B")."""
        first, second = term_set(one.term), term_set(other.term)
        apart = first ^ second if first & second else frozenset()
        by_letter = len(apart) == _PAIR and all(len(word) == 1 for word in apart)
        return by_letter or self._are_siblings(one, other)

    def _share_a_word(self, other: Entry) -> bool:
        """Whether an illness may be one of the question's under another name: they share a word of any name ("kidney
        disease", "weak kidneys"), or, where a number is asked, the noun of one ("varices", "variceal bleeding"; two
        that are bacterial are two).
        """
        if self._of_number:
            nouns = [entry.term.split()[-1][:_STEM].casefold() for entry in self._illnesses]
            return any(noun in other.term.casefold() for noun in nouns)
        shared = terms_of([other]) & terms_of(self._illnesses)
        return any(len(term) > _SHORT for term in shared)

    def _illnesses_in(self, text: str) -> list[Entry]:
        return [m.entry for m in self._glossary.find(text) if m.entry.kind == "condition" and not _is_allergy(m.entry)]

    def _is_near(self, entry: Entry) -> bool:
        return entry.term in self._family or any(_is_within(entry, asked) for asked in self._illnesses)


def is_on(candidate: Candidate, drug: Entry, glossary: Glossary) -> bool:
    """Whether a sentence names a drug or a member of it, or by its own name the class next above it."""
    if any(names(entry, candidate) for entry in glossary.with_members(drug)):
        return True
    told = {mention.entry.term for mention in glossary.find(candidate.text)}
    return any(entry.term in told for entry in next_above(drug, glossary))


def next_above(entry: Entry, glossary: Glossary) -> list[Entry]:
    """The classes of something, without those that hold all of another one."""
    classes = glossary.classes_of(entry)
    return [
        one
        for one in classes
        if not any(other.term in one.members or {*other.members} < {*one.members} for other in classes)
    ]


def drugs_asked_about(question: Question) -> list[Entry]:
    """The drugs that a question is about, without those ruled out or named in passing; none where another is asked."""
    if asks_for_another(question.text) or _OPEN.search(question.text):
        return []
    out = ruled_out(question)
    named = [entry for entry in question.focus if entry.kind == "drug" and entry.term not in out]
    return [entry for entry in named if not all(map(_IN_PASSING.search, question.before_each(entry)))]


def _illnesses_asked(question: Question) -> list[Entry]:
    if question.kind is QuestionKind.HARMS or asks_of_effect(question.text):
        return []  # the illness may be what a drug brings about
    why_not = reasons(question)
    named = [entry for entry in question.focus if entry.kind == "condition" and entry.term not in why_not]
    named = [entry for entry in named if not _is_allergy(entry)]
    return [entry for entry in named if not all(map(_OF_OLD.search, question.before_each(entry)))]


def _is_allergy(entry: Entry) -> bool:
    """Whether an illness is an allergy to a drug: it tells which one is chosen, and is in every illness."""
    return entry.term.endswith(" allergy")


def _is_within(one: Entry, other: Entry) -> bool:
    """Whether the name of one illness is within that of the other, either way round: "pneumonia", "community-acquired
    pneumonia".
    """
    first, second = term_set(one.term), term_set(other.term)
    return first <= second or second <= first


def listed_missing(missing: Sequence[str], question: Question) -> list[str]:
    """How a clinician names it."""
    drugs = [entry.term for entry in question.focus if entry.kind == "drug"]
    illnesses = [entry.term for entry in question.conditions if entry.term in missing]
    dose = "dose of " if _NAMES_DOSE.search(question.text) else ""
    if illnesses and drugs:
        return [f"{dose}{' and '.join(drugs)} in {' and '.join(illnesses)}"]
    return [f"{dose or 'what is asked about '}{term}" for term in missing]
