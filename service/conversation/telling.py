"""What a message tells of the patient before, or instead of, asking ("Score 1, no allergies. Which antibiotic?")."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from corpus.text import words
from service.conversation.fragments import OPENING, is_whole
from service.conversation.patient import setting
from service.conversation.wording import sentences
from service.patient_details import NEW_PATIENT, details_of
from service.question import Question, analyse

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


def told_and_asked(plain: str, glossary: Glossary) -> tuple[str | None, str]:
    """What a message tells and what it asks then ("Score 1, no allergies. Which antibiotic?"); what tells only of the
    patient asks the question before again. (None, …) where it is to be read as one.
    """
    parts = sentences(plain)
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
    if last.endswith("?") or _QUESTION.match(plain) or OPENING.match(plain) or NEW_PATIENT.search(plain):
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
    figures = [part for part in parts if re.search(r"\d", part) and not details_of([part], glossary)]
    covered = set(words(f"{text} {told if not text else ''}")) | {w for d in details.listed() for w in words(d)}
    own = [w for w in analyse(told, glossary).key_words if w not in covered and not w.isdigit()]
    if len(own) > 1 and not rest and not figures and len(told.split()) < 16:  # more is told than what has a name here
        return _SAYS_WHO.sub("", told.rstrip(". "))
    return ", ".join([text.removeprefix(", "), *(f"with {name}" for name in dict.fromkeys(rest)), *figures]).strip(", ")


def tells_of_a_drug(told: str, previous: Question, glossary: Glossary) -> bool:
    """Whether what is told names a drug or procedure that was not asked about, and no allergy to it."""
    new = {entry.term for entry in analyse(told, glossary).interventions} - {entry.term for entry in previous.entries}
    return bool(new) and not details_of([told], glossary).allergies
