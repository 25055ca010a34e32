"""How far a sentence on a drug is for the very question: says what is asked of the drug, is on that drug and not on
another, goes the way that is asked, holds for a patient in the state that is told, and warns of the patient's condition.

Log-odds to add to how useful a sentence is. The rules are of language: which drug a sentence names, from what to what it
switches, whom it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus.glossary import Entry, Glossary, terms_of
from corpus.text import terms
from service.analysis.question import Question, QuestionKind
from service.measured.rows import without_measures_of_others
from service.sentences.asked_of_drugs import asked_of, asking_part, says
from service.sentences.candidates import Candidate, names

_SAYS = 1.5  # what is asked of the drug
_ANOTHER_DRUG = -1.5
_OTHER_WAY, _THIS_WAY = -3.0, 0.5
_FOR_OTHERS = -4.0  # who have not what the patient has
_WARNS = 1.0
_SWITCHES = re.compile(r"\b(?:switch|chang|convert|conver|transition|swap|replac)\w*", re.I)
_TO = re.compile(r"\b(?:to|by|with|over to|start\w*)\s+(?:\w+\s+){0,3}$", re.I)
_FROM = re.compile(r"\b(?:from|stop\w*|instead of)\s+(?:\w+\s+){0,3}$", re.I)
_WITHOUT = re.compile(r"\b(?:no|without|free of|absence of)\s+(?P<what>(?:[\w-]+\s*){1,3})", re.I)
_NOT_THERE = re.compile(r"\b(?:not|isn't|denies|never)\s+(?P<what>[\w-]+)", re.I)  # "not bleeding", in a question
_WARNING = re.compile(
    r"\bcontra-?indicat\w+|\b(?:must|should|may|can) not\b|\bcannot\b|\bavoid\w*|\bnot (?:be )?(?:used|given|recommended|advised|started|suitable)\b|"
    r"\bexclud\w+|\bruled? out\b|\bwith caution\b|\bunless\b|\bworsen\w*|\baggravat\w+",
    re.I,
)
_OPEN = re.compile(  # where another drug may be the answer
    r"\binstead\b|\balternativ\w*|\bwhat else\b|\bswitch\w*|\brevers\w+|\bantidotes?\b|\bwhich\b|\bcombin\w+|\badd(?:ed|ing)?\b|\bbefore\b|"
    r"\b(?:something|anything|others?|else|broader|stronger)\b",
    re.I,
)


def aptness(candidate: Candidate, question: Question, glossary: Glossary) -> float:
    """The log-odds, -7 to 3; for a question that names no drug, only what being for others costs."""
    drugs = [entry for entry in question.focus if entry.kind == "drug"]
    for_others_only = _FOR_OTHERS if question.values and for_others(candidate, question) else 0.0
    if not drugs:
        return for_others_only
    on_them = _is_on(candidate, drugs, glossary)
    matters = [matter for matter in asked_of(question.text) if not matter.of_people]
    gained = for_others_only
    others = any(matter.of_others for matter in matters)
    if matters and (on_them or others) and all(says(matter, candidate.text) for matter in matters):
        gained += _SAYS
    if not on_them and not opens(question) and _names_a_drug(candidate, glossary):
        gained += _ANOTHER_DRUG
    if len(drugs) > 1 and _SWITCHES.search(question.text):
        gained += _way(candidate, question, drugs, glossary)
    if on_them and question.kind is not QuestionKind.DOSE and _warns(candidate, question):
        gained += _WARNS
    return gained


def opens(question: Question) -> bool:
    """Whether another drug than the one that a question names may be the answer."""
    return question.kind is QuestionKind.COMPARISON or _opens(question.text)


@lru_cache(maxsize=64)  # asked for each sentence
def _opens(text: str) -> bool:
    in_reason = asking_part(text) != text  # the drug may be why it is asked, and not what is asked about
    return in_reason or _OPEN.search(text) is not None


def is_on_another(candidate: Candidate, drugs: Sequence[Entry], glossary: Glossary) -> bool:
    """Whether a sentence names a drug, and none of ``drugs``, their classes or members: it may stand in a text on them
    and be on another one.
    """
    return not _is_on(candidate, drugs, glossary) and _names_a_drug(candidate, glossary)


def _names_a_drug(candidate: Candidate, glossary: Glossary) -> bool:
    return any(m.entry.kind == "drug" for m in glossary.find(without_measures_of_others(candidate.text)))


def _is_on(candidate: Candidate, drugs: Sequence[Entry], glossary: Glossary) -> bool:
    return any(names(entry, candidate) for entry in glossary.family_of(*drugs))


def _way(candidate: Candidate, question: Question, drugs: list[Entry], glossary: Glossary) -> float:
    """Whether a sentence that switches between the drugs goes the way that the question asks about."""
    asked, told = _ends(question.text, drugs, glossary), _ends(candidate.text, drugs, glossary)
    if asked is None or told is None or not _SWITCHES.search(candidate.text):
        return 0.0
    if asked == told:
        return _THIS_WAY
    return _OTHER_WAY if asked == told[::-1] else 0.0


def _ends(text: str, drugs: Iterable[Entry], glossary: Glossary) -> tuple[str, str] | None:
    """From which of the drugs to which a text switches; None where it does not say."""
    wanted = {entry.term for entry in drugs}
    start = end = ""
    first = ""
    for mention in glossary.find(text):
        term, before = mention.entry.term, text[: mention.start]
        if term not in wanted:
            continue
        first = first or term
        if not end and _TO.search(before):
            end = term
        elif not start and _FROM.search(before):
            start = term
    start = start or (first if first != end else "")
    return (start, end) if start and end and start != end else None


def for_others(candidate: Candidate, question: Question) -> bool:
    """Whether a sentence is for people without something that the question says of the patient ("and no bleeding")."""
    stated = {term for word in question.key_words for term in terms(word)} - _denied(question.text)
    stated -= {term for match in _NOT_THERE.finditer(question.text) for term in terms(match["what"])}
    return bool((stated - terms_of(question.interventions)) & _denied(candidate.text))


@lru_cache(maxsize=8_000)
def _denied(text: str) -> frozenset[str]:
    return frozenset(term for match in _WITHOUT.finditer(text) for term in terms(match["what"]))


def _warns(candidate: Candidate, question: Question) -> bool:
    conditions = [entry for entry in question.focus if entry.kind == "condition"]
    return _WARNING.search(candidate.text) is not None and any(names(entry, candidate) for entry in conditions)
