"""Which drugs of a question the patient has already, where it asks of another one.

"Status epilepticus, lorazepam given twice. Levetiracetam dose?" asks of levetiracetam; "is ibuprofen safe for him?"
after a question on apixaban asks of ibuprofen. What is had already is a condition, and not what is asked.
"""

from __future__ import annotations

import re

from corpus.glossary import Entry, Mention
from service.analysis.long_case import asking_of_case
from service.analysis.question import Question
from service.patient_details import pieces_told_and_asking

_BEFORE = re.compile(
    r"\b(?:on|taking|takes|took|already (?:had|given|has)|receiving|received|despite|after|loaded with|maintained on|"
    r"treated with|now on|still on)\s+(?:(?!and\b|or\b|with\b)[\w/-]+\s+){0,2}$|"
    r"\b(?:on|taking|takes|receiving)\s[^.;?!]{0,40}(?:,|\band)\s+$",
    re.I,
)
_BEHIND = re.compile(
    r"^\s*(?:\d[\w./]*\s*\w*\s*)?(?:(?:was|were|has been|have been|is|are)\s+)?(?:already\s+)?"
    r"(?:given|tried|running|failed|taken|loaded)\b(?!\s+(?:with|for|in|together|before|when|if|as)\b)",
    re.I,
)
_ENDS = re.compile(r"[.;!]\s|,\s")
# A drug with its amount and nothing else, in a list before what is asked: "stable angina, bisoprolol 2.5. Dose of X?"
_LISTED_BEFORE = re.compile(r"(?:[,;.]\s+|\band\s+)$", re.I)
_LISTED_BEHIND = re.compile(
    r"^\s+\d[\d./]*\s?(?:mg|g|mcg|µg|micrograms?|units?)?"
    r"(?:\s+(?:o\.?d|b\.?d|tds|qds|om|on|nocte|mane|daily|weekly|once|twice|a day))*"
    r"\s*(?:[,;]\s(?!\W*(?:or|vs|versus|then)\b)|\.\s)",
    re.I,
)
# What is asked for is put in the place of what a value lacks, and is no drug that is named.
_REPLACES = re.compile(r"\b(?:replac(?:e|ed|ement|ing)|supplement(?:s|ation)?|replet(?:e|ion))\b", re.I)
# "… in someone on", "… for a patient who is already taking": what is asked of somebody who has it.
_OF_SOMEBODY = re.compile(
    r"\b(?:in|for|to|with)\s+(?:(?:a|an|the|my|this|any|some|those|these|adults?|old(?:er)?|elderly)\s+){0,2}"
    r"(?:someone|somebody|anyone|anybody|patients?|pts?|persons?|people|adults?|m[ae]n|wom[ae]n|lady|ladies|gentlem[ae]n|"
    r"one|those|him|her|them|\d+[- ]?(?:yo|y/o|year[- ]olds?|[MF]))\s+"
    r"(?:who(?:'s|\s+is|\s+are|\s+was|\s+were)?\s+)?(?:already\s+|also\s+|still\s+|currently\s+|now\s+)?(?:on|tak(?:ing|es?))\s+$",
    re.I,
)


def drugs_asked(question: Question) -> list[Entry]:
    """The drugs that a question asks of: not those that the patient has already, unless it names no other; of a long
    case, those in the sentence that asks.
    """
    drugs = [entry for entry in question.focus if entry.kind == "drug"]
    told = told_of_case(question)
    drugs = [entry for entry in drugs if entry.term not in told] or drugs
    taken = taken_already(question)
    return [entry for entry in drugs if entry.term not in taken] or drugs


def told_of_case(question: Question) -> frozenset[str]:
    """Terms of what a long case names, but not in the sentences that ask; empty where it is no long case."""
    asking = asking_of_case(question.text)
    if not asking:
        return frozenset()
    named = {mention.entry.term for mention in question.mentions}
    words = ((m.entry.term, question.text[m.start : m.end]) for m in question.mentions)
    return frozenset(named - {term for term, word in words if word in asking})


def taken_already(question: Question) -> frozenset[str]:
    """Terms of the drugs that the patient has already, told here or before; none where no other drug is named, unless
    what a value lacks is to be replaced.
    """
    drugs = [mention for mention in question.mentions if mention.entry.kind == "drug"]
    names = frozenset(mention.entry.term for mention in drugs)
    if question.beside is not None:
        taken = names & question.beside
    else:
        taken = names - {mention.entry.term for mention in drugs if not _is_taken(mention, question.text)}
    return taken if taken < names or _asks_to_replace(question) else frozenset()


def _asks_to_replace(question: Question) -> bool:
    """Whether what a low value lacks is to be replaced, and the part that asks names no drug: "potassium 2.7 on
    indapamide. Oral replacement?"
    """
    _, asking = pieces_told_and_asking(question.text)
    drugs = (question.text[m.start : m.end] for m in question.mentions if m.entry.kind == "drug")
    low = any(state.startswith("hypo") for state in question.states)
    return low and _REPLACES.search(asking) is not None and not any(name in asking for name in drugs)


def _is_taken(mention: Mention, text: str) -> bool:
    """Whether it is told of a drug that the patient has it: in a piece before the one that asks, or of whom it asks."""
    if _OF_SOMEBODY.search(text[: mention.start]):
        return True
    if _LISTED_BEFORE.search(text[: mention.start]) and _LISTED_BEHIND.match(text[mention.end :]):
        return True
    told = _BEFORE.search(text[: mention.start]) or _BEHIND.match(text[mention.end :])
    return told is not None and _ENDS.search(text[mention.end :]) is not None


def told_beside(question: Question) -> frozenset[str]:
    """Terms of what a case that asks for nothing in particular tells of in a later piece ("acute gout, CKD 4, on
    apixaban"): it is no part of what is to be found.
    """
    if question.asks_something:
        return frozenset()
    text = question.text
    later = [match.end() for match in _ENDS.finditer(text)]
    told: set[str] = set()
    asked: set[str] = set()
    for mention in question.mentions:
        start = max((at for at in later if at <= mention.start), default=None)
        is_told = start is not None and _BEFORE.search(text[start : mention.start]) is not None
        (told if is_told else asked).add(mention.entry.term)
    return frozenset(told - asked) if asked else frozenset()
