"""A state that a question asks about where its opposite is the usual one.

Someone who asks of a high count where a low one is the rule is told so first. The pairs are facts of language, not of
medicine; that the opposite is usual has to stand in a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.glossary import Glossary
from corpus.text import terms
from service.analysis.question import Question
from service.measured import OPPOSITE
from service.sentences.candidates import Candidate

_USUAL = re.compile(
    r"\b(usual(?:ly)?|common(?:ly|est)?|typical(?:ly)?|often|frequent(?:ly)?|prevalence|mostly|characteristic\w*|"
    r"in \d+ ?%|\d+ ?% of)\b",
    re.I,
)

_IN = re.compile(r"\b(?:in|with|of|due to|from|during)\s+(?:[\w'’-]+\s+){0,2}$", re.I)  # before the setting


@dataclass(frozen=True, slots=True)
class Opposed:
    """A state that the question names, its opposite, and the condition in which it is asked about."""

    assumed: str
    opposite: str
    setting: str


def opposed(question: Question) -> Opposed | None:
    """The state and setting to check, when the question names a condition that has an opposite "in" another
    condition.
    """
    found = [(m.entry.term, m.start) for m in question.mentions if m.entry.kind == "condition"]
    for name, _ in found:
        settings = [other for other, at in found if other != name and _IN.search(question.text[:at])]
        if name in OPPOSITE and settings:
            return Opposed(name, OPPOSITE[name], settings[0])
    return None


def contradicting(found: Opposed, candidates: Iterable[Candidate], glossary: Glossary) -> Candidate | None:
    """The best sentence that calls the opposite state usual in that setting, and does not name the assumed one."""
    for candidate in candidates:
        if candidate.spans[0].source.kind.preclinical or not _USUAL.search(candidate.text):
            continue
        told = _named(found.opposite, candidate, glossary) and _named(found.setting, candidate, glossary)
        if told and not _named(found.assumed, candidate, glossary):
            return candidate
    return None


def _named(term: str, candidate: Candidate, glossary: Glossary) -> bool:
    entry = glossary.get(term)
    forms = entry.forms() if entry is not None else (term,)
    return any(found <= candidate.own_terms for found in (set(terms(form)) for form in forms) if found)
