"""What a message tells of the patient before, or instead of, asking ("Score 1, no allergies. Which antibiotic?")."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from corpus.text import words
from service.analysis.question import Question, analyse
from service.conversation.fragments import OPENING, is_whole
from service.conversation.patient import setting
from service.conversation.wording import sentences
from service.patient_details import NEW_PATIENT, details_of

WHAT_THEN = re.compile(
    r"^\W*(?:and |so )*(?:what|how)(?: then| now| about that| next| should i do(?: then)?| do i do(?: then)?)\W*$", re.I
)
_SAYS_WHO = re.compile(
    r"^\W*(?:and |but )?(?:s?he|(?:the|my|our|this) (?:patient|woman|man|child|baby)|they)(?:'s| is| has| was| had| takes| now has)?\s+(?:also |now )?",
    re.I,
)
_INTRODUCES = re.compile(r"^\W*(?:an?\b|we have an?\b|i have an?\b|\d+[- ]?(?:year|yo|y/o|[MF]\b))", re.I)
_QUESTION = re.compile(
    r"^\W*(?:and |but |so |then )?(?:what|which|who|how|when|where|why|is|are|do|does|did|can|could|should|would|will|may|must)\b",
    re.I,
)


# What is ordered in a word ("ok treat. He has CKD 3"), as it is asked.
_ORDERS = (
    (re.compile(r"^\W*(?:(?:ok|now|so|and|then|please|pls|just) )*(?:treat|manage)(?: (?:it|him|her|this|them))?\W*$", re.I), "How is it treated?"),
    (re.compile(r"^\W*(?:(?:ok|now|so|and|then|please|pls|just) )*(?:investigate|work[- ]?up)(?: (?:it|him|her|this|them))?\W*$", re.I), "How is it investigated?"),
)  # fmt: skip
# A noun that asks by itself beside a value ("starting dose, eGFR 45"), unless a verb tells with it.
_ASKED_FOR = re.compile(r"\b(?:dos(?:e|es|ing|age)|loading|targets?|duration|interval|thresholds?|limits?|cut-?offs?|alternatives?|options?|max(?:imum)?)\b", re.I)  # fmt: skip
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|takes?|took|taking|on|gets?|got|needs?|came|went|since|after)\b|['’]s\b", re.I
)


def told_and_asked(plain: str, glossary: Glossary) -> tuple[str | None, str]:
    """What a message tells and what it asks then ("Score 1, no allergies. Which antibiotic?"); what tells only of the
    patient asks the question before again. (None, …) where it is to be read as one.
    """
    parts = sentences(plain)
    for place, part in enumerate(parts):
        asked = next((question for order, question in _ORDERS if order.match(part)), "")
        if asked:
            return " ".join([*parts[:place], *parts[place + 1 :]]) or None, asked
    last = parts[-1] if parts else ""
    first = " ".join(parts[:-1])
    if len(parts) > 1 and (_QUESTION.match(last) or last.endswith("?")):
        if any(_QUESTION.match(part) or part.endswith("?") for part in parts[:-1]) or NEW_PATIENT.search(first):
            return None, plain
        described = analyse(first, glossary)
        if _INTRODUCES.search(first) and described.entries:
            return None, plain  # somebody new: the message is whole
        if described.conditions and is_whole(last, analyse(last, glossary)):
            return None, plain
        return first, last
    if len(parts) > 1 and parts[0].endswith("?") and not last.endswith("?") and _SAYS_WHO.match(last):
        return " ".join(parts[1:]), parts[0]  # "Which drug, and how is it started? He has CKD 3"
    if last.endswith("?") or _QUESTION.match(plain) or NEW_PATIENT.search(plain):
        return None, plain
    opening = OPENING.match(plain)
    if opening is not None:  # "and she's 22 weeks"
        rest = plain[opening.end() :]
        is_told = _SAYS_WHO.match(rest) is not None and bool(details_of([rest], glossary))
        return (rest, "") if is_told else (None, plain)
    if _ASKED_FOR.search(plain) and not _TELLS.search(plain):
        return None, plain
    return (plain, "") if details_of([plain], glossary) else (None, plain)


def as_setting(told: str, asked: Question, glossary: Glossary) -> str:
    """What was told, as part of a question: the patient's details in short, what else has a name or a figure, or else its
    own words.
    """
    details = details_of([told], glossary)
    parts = [part for part in re.split(r"[,;.]\s+", told.rstrip(". ")) if not re.match(r"(?i)\W*(?:no|nil)\b", part)]
    if not details:
        return ", ".join(parts)
    text, _ = setting(details, asked, personal=True, told=True)
    there = {mention.entry.term for mention in glossary.find(text)} | {entry.term for entry in asked.entries}
    rest = [m.entry.term for m in glossary.find(told) if m.entry.term not in there and m.entry.kind != "organisation"]
    rest = [name for name in rest if not (details.allergies and "allergy" in name)]
    figures = [part for part in parts if re.search(r"\d", part) and not details_of([part], glossary)]
    covered = set(words(f"{text} {told if not text else ''}")) | {w for d in details.listed() for w in words(d)}
    own = [w for w in analyse(told, glossary).key_words if w not in covered and not w.isdigit()]
    if len(own) > 1 and not rest and not figures and len(told.split()) < 16:  # more is told than what has a name here
        return _SAYS_WHO.sub(lambda found: "taking " if "takes" in found.group().lower() else "", told.rstrip(". "))
    return ", ".join([text.removeprefix(", "), *(f"with {name}" for name in dict.fromkeys(rest)), *figures]).strip(", ")


def tells_of_a_drug(told: str, previous: Question, glossary: Glossary) -> bool:
    """Whether what is told names a drug or procedure that was not asked about, and no allergy to it."""
    new = {entry.term for entry in analyse(told, glossary).interventions} - {entry.term for entry in previous.entries}
    return bool(new) and not details_of([told], glossary).allergies
