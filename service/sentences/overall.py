"""Whether a sentence is on what a question asks about as a whole: its causes, its treatment. That one drug brings it
about, or is stopped for it, is said in passing where no text is on it, and is no answer to that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary import Glossary
from corpus.text import terms
from service.analysis.question import Question
from service.sentences.candidates import Candidate

_TREATMENT = "treatment of"
_ASKS = (
    (
        "causes of",
        re.compile(
            r"^\W*(?:what (?:are (?:the )?)?(?:\w+ )?causes?(?: of)?|(?:\w+ )?causes? of)\b|\bcauses?\W*$", re.I
        ),
    ),
    (
        _TREATMENT,
        re.compile(
            r"^\W*(?:what is (?:the )?)?(?:treatment|management|therapy) (?:of|for)\b|\b(?:treatment|management)\W*$|"
            r"^\W*how (?:to|is|are|(?:do|should|would|can) (?:i|we|you)) (?:[\w-]+ ){0,4}?(?:treat|manag)",
            re.I,
        ),
    ),
)
_TREATS = re.compile(
    r"\b(?:treat\w*|manag\w+|therap\w+|recommended|given|effective|first[- ]line|relie\w+|improv\w+)\b", re.I
)
_STOPPED = re.compile(r"\b(?:withh[eo]ld\w*|stop\w*|withdr[ae]w\w*|discontinu\w+|paus\w+)\b", re.I)
_LONGEST = 3  # words that name it
_WHICH_TIME = frozenset(("first", "episode", "initial", "attack"))  # of it, that are no name


@dataclass(frozen=True, slots=True)
class Overall:
    """What is asked of what: ``name`` in the words of the question, ``forms`` the index terms of each of its names."""

    asked: str
    name: str
    forms: tuple[frozenset[str], ...]
    glossary: Glossary

    def told_by(self, candidate: Candidate) -> bool:
        """Whether a sentence names it and stands in a text or section on it; or says that it is treated, where its
        treatment is asked for, or else speaks of no drug.
        """
        if not self.spoken_of_by(candidate):
            return False
        if any(form <= candidate.context_terms for form in self.forms):
            return True
        if self.asked == _TREATMENT:
            return _TREATS.search(candidate.text) is not None and _STOPPED.search(candidate.text) is None
        return not any(mention.entry.kind == "drug" for mention in self.glossary.find(candidate.text))

    def spoken_of_by(self, candidate: Candidate) -> bool:
        """Whether a sentence names it."""
        return any(form <= candidate.own_terms for form in self.forms)

    def first(self, direct: Candidate, chosen: Sequence[Candidate], found: Sequence[Candidate]) -> Candidate:
        """What stands first: the one that would."""
        return direct

    def missing(self) -> str:
        """How a clinician names what is not found."""
        return f"{self.asked} {self.name}"


def overall_asked(question: Question, glossary: Glossary) -> Overall | None:
    """What a plain question asks of a sign or an illness as a whole; None where it names anything besides."""
    if question.values or question.asked or question.yes_no:
        return None
    asked = next((name for name, pattern in _ASKS if pattern.search(question.text)), None)
    key_words = [word for word in question.key_words if word not in _WHICH_TIME]
    if asked is None or not 0 < len(key_words) <= _LONGEST:
        return None
    if len(question.entries) > 1 or any(entry.kind != "condition" for entry in question.entries):
        return None
    words = frozenset(term for word in key_words for term in terms(word))
    named = question.entries[0] if question.entries else None
    name = named.term if named is not None else " ".join(key_words)
    forms = (words, *(named.term_sets if named is not None else ()))
    return Overall(asked, name, tuple(frozenset(form) for form in forms), glossary)
