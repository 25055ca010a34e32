"""What a message tells of the patient before, or instead of, asking ("Score 1, no allergies. Which antibiotic?")."""

from __future__ import annotations

import re

from corpus.glossary import Glossary
from corpus.text import words
from service.analysis.question import Question, analyse
from service.conversation.fragments import OPENING, is_whole
from service.conversation.patient import setting
from service.conversation.topic import can_be_repeated
from service.conversation.wording import sentences
from service.measured import mentions_in
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
_AS_A_SETTING = {"takes": "taking ", "has": "with ", "had": "after "}
_AND = re.compile(r"^\W*(?:(?:and|but|so|also)\s+)+", re.I)
_SHORT_ASPECT = 3  # words
_SHORT_WORD = 4  # letters
_LONGEST = 14  # words of a question that is asked again at a value
_HAS = re.compile(
    r"^\W*(?:and |but )?(?:(?:s?he|(?:the|my|our|this) (?:patient|pt|man|woman))"
    r"(?:['’]s got| has(?: got)?| also has)|i(?:['’]?ve(?: also)?(?: got| had)?| (?:also )?(?:have|had)(?: got)?)) "
    r"(?:an? |known |severe |bad )?(?P<what>[^.,;?!]+?)(?: too| as well| (?:in|since|back in) \d{4}| (?:last|two|three|\d+|some|many|a few) (?:\w+ )?years?(?: ago| back)?)?\W*$",
    re.I,
)
# "Last dose 10 hours ago": when something of the case was.
_WHEN_IT_WAS = re.compile(
    r"\b(?:(?:(?:about|around|roughly|only|just|over|under) )?(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|some|a few|several|half an) ?"
    r"(?:h|hrs?|hours?|min(?:ute)?s?|d|days?|wks?|weeks?|months?|mo|yrs?|years?) ago|yesterday|last night|this morning)\W*$",
    re.I,
)
_ASKED_BY_ITSELF = re.compile(r"\b(?:it|them|these|those|forg[eo]t\w*|miss(?:ed)?|skipped|doubled?)\b", re.I)
_FEW = 8  # words
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
    if len(parts) == 1 and _WHEN_IT_WAS.search(plain) and _is_no_case(plain, glossary):
        return _AND.sub("", plain), ""
    opening = OPENING.match(plain)
    if opening is not None:  # "and she's 22 weeks"
        rest = plain[opening.end() :]
        is_told = _SAYS_WHO.match(rest) is not None and bool(details_of([rest], glossary))
        return (rest, "") if is_told else (None, plain)
    if _ASKED_FOR.search(plain) and not _TELLS.search(plain):
        return None, plain
    return (plain, "") if details_of([plain], glossary) or illness_told(plain, glossary) else (None, plain)


def asked_again_with(told: str, previous: Question) -> bool:
    """Whether what is told asks the question before again: where that can be repeated, what tells a value or a time asks
    the same at it.
    """
    short = len(previous.text.split()) <= _LONGEST
    return (
        can_be_repeated(previous) or tells_a_value(told, previous) or (short and _WHEN_IT_WAS.search(told) is not None)
    )


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
        return _SAYS_WHO.sub(
            lambda found: _AS_A_SETTING.get((found.group().lower().split() or [""])[-1], ""), told.rstrip(". ")
        )
    return ", ".join([text.removeprefix(", "), *(f"with {name}" for name in dict.fromkeys(rest)), *figures]).strip(", ")


def illness_told(told: str, glossary: Glossary) -> str:
    """The one illness that a message tells the patient has, and nothing else ("He has heart failure."); "" for another."""
    found = _HAS.match(told)
    mentions = glossary.find(found["what"]) if found is not None else []
    one = len(mentions) == 1 and mentions[0].entry.kind == "condition"
    return mentions[0].entry.term if found and one and mentions[0].end - mentions[0].start == len(found["what"]) else ""


def aspect_and_told(plain: str) -> tuple[str, str]:
    """What is asked in a word or two and what is told of the patient behind it ("prevention, she has 6 a month"); two
    empty texts for another message.
    """
    first, _, rest = plain.partition(",")
    rest = rest.strip()
    short = 0 < len(first.split()) <= _SHORT_ASPECT and "?" not in plain
    return (first, rest) if short and _SAYS_WHO.match(rest) else ("", "")


def _is_no_case(plain: str, glossary: Glossary) -> bool:
    """Whether a few words name no illness, and tell of nothing that is asked about by itself ("I forgot it yesterday")."""
    few = len(plain.split()) <= _FEW and _ASKED_BY_ITSELF.search(plain) is None
    return few and not analyse(plain, glossary).conditions


def tells_a_value(told: str, previous: Question) -> bool:
    """Whether what is told is a measured value, and the question before one sentence on a drug or an illness: whatever it
    asked, it asks at that value.
    """
    text = previous.text.strip()
    whole = len(text.split()) <= _LONGEST and re.search(r"[.?!;]\s", text) is None
    named = bool(previous.interventions or previous.conditions or previous.given)
    return whole and named and any(mention.what and mention.is_exact for mention in mentions_in(told))


def beside_its_values(told: str, previous: Question) -> str | None:
    """What is told beside measured values that the question before has (already in the place of others), in its own
    words; None where it tells no value, or one that the question has not.
    """
    values = [mention for mention in mentions_in(told) if mention.is_exact]
    if not tells_a_value(told, previous) or not all(value.number in previous.text for value in values):
        return None
    rest = told.rstrip(". ")
    for value in reversed(values):
        start = rest.rfind(value.what or value.number, 0, value.end)
        rest = f"{rest[:start]} {rest[value.end :]}"
    return re.sub(
        r"^(?:\W*\b(?:and|now|with|but|is|it|the|s|up|down|to|has|have|gone)\b)*\W*", "", rest, flags=re.I
    ).strip()


def without_denied(asked: str, told: str) -> str:
    """A question without what it says is not there and is told now ("no bleeding", before "now bleeding")."""
    for word in words(told):
        if len(word) > _SHORT_WORD:
            asked = re.sub(
                rf",?\s*\b(?:no|not|without|denies)\s+(?:\w+\s+)?{re.escape(word[:-3])}\w*", "", asked, flags=re.I
            )
    return asked


def tells_of_a_drug(told: str, previous: Question, glossary: Glossary) -> bool:
    """Whether what is told names a drug or procedure that was not asked about, and no allergy to it."""
    new = {entry.term for entry in analyse(told, glossary).interventions} - {entry.term for entry in previous.entries}
    return bool(new) and not details_of([told], glossary).allergies
