"""By which route a question asks a drug to be given, and which sentences give a dose by another one only."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from corpus.glossary import Glossary
from service.analysis.question import Question
from service.sentences.candidates import Candidate
from service.sentences.doses import gives_dose

_ROUTES = {
    "intravenous": r"(?-i:IV)|intravenous(?:ly)?|infus(?:ion|ed)s?",
    "oral": r"(?-i:PO)|oral(?:ly)?|by mouth|tablets?|capsules?",
    "intramuscular": r"(?-i:IM)|intramuscular(?:ly)?",
    "subcutaneous": r"(?-i:SC)|sub-?cut(?:aneous(?:ly)?)?",
    "inhaled": r"inhal\w+|nebuli[sz]\w+|spacers?|puffs?|actuations?",
}
_TOLD = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in _ROUTES.items()}
_BEFORE = {name: re.compile(rf"\b(?:{words})\s+$", re.I) for name, words in _ROUTES.items()}
_BEHIND = {name: re.compile(rf"^\s+(?:{words})\b", re.I) for name, words in _ROUTES.items()}


def route_asked(question: Question) -> str:
    """The one route by which a question asks a drug of it to be given, told right beside the name; else empty."""
    text = question.text
    if len(_routes(text)) != 1:
        return ""
    drugs = [m for m in question.mentions if m.entry.kind == "drug"]
    found = {
        name
        for m in drugs
        for name in _ROUTES
        if _BEFORE[name].search(text[: m.start]) or _BEHIND[name].match(text[m.end :])
    }
    return found.pop() if len(found) == 1 else ""


def by_another_route(question: Question, glossary: Glossary) -> Callable[[Candidate], bool] | None:
    """A test of whether a sentence gives a dose of the drug by other routes than the one that is asked for; None where
    none is.
    """
    asked = route_asked(question)
    if not asked:
        return None
    drugs = [entry for entry in question.focus if entry.kind == "drug"]
    family = frozenset(entry.term for entry in glossary.family_of(*drugs))

    def test(candidate: Candidate) -> bool:
        told = _routes_of(candidate.text, family, glossary)
        return bool(told) and asked not in told and gives_dose(candidate.text)

    return test


def _routes_of(text: str, family: frozenset[str], glossary: Glossary) -> frozenset[str]:
    """The routes that ``text`` tells of drugs of ``family``: between the drug before each and the one behind it."""
    drugs = [m for m in glossary.find(text) if m.entry.kind == "drug"]
    ends = [0, *(m.end for m in drugs)]
    starts = [*(m.start for m in drugs[1:]), len(text)]
    return frozenset(
        name
        for drug, start, end in zip(drugs, ends, starts, strict=False)
        if drug.entry.term in family
        for name in _routes(text[start:end])
    )


@lru_cache(maxsize=8_000)
def _routes(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _TOLD.items() if pattern.search(text))
