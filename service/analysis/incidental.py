"""A question without what is told by the way: where somebody lies, which letter says it, an operation years ago.

"My patient on the ward has just had haematemesis with known varices. Which drug first?" asks of haematemesis and
varices, and no text on these has a ward. Where the whole is too unlike what was found, it may be looked up without such
words. An illness, a value, who it is and of which medicine it is asked stay. A patient's own medicine goes only where a
goal or prevention is asked for, and then it is named as left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.text import words
from service.analysis.question import Question

_NEXT = r"(?=\s*(?:[,.;:?!)]|$)|\s+(?:has|have|had|who|with|is|was|just|now|and|but|after|since|for|whose|,)\b)"
# A ward, room or round that says nothing of the illness: no labour ward, no dialysis unit.
_PLACE = re.compile(
    r",?\s*\b(?:on (?:the|our|my|a)(?: (?:general|acute|medical|admissions?)){0,2} ward|"
    r"in (?:resus|majors|minors|clinic|a&e|casualty|(?:the )?(?:ed|emergency department|waiting room))|"
    r"(?:here )?on (?:call|take)|on (?:the|my) (?:ward |post-?take )?round)" + _NEXT,
    re.I,
)
_ASKS_WHERE = re.compile(
    r"\b(?:where|wards?|clinic|admi\w+|discharg\w+|transfer\w*|refer\w*|hospital|home|casualty|a&e|resus)\b", re.I
)
# What only tells how it was learnt, how little, how lately.
_BY_THE_WAY = re.compile(
    r"\b(?:just a |a )?(?:little |wee )?bit of (?:an? )?|\bknown (?=[a-z])|\bjust (?=(?:had|been|come|came|got)\b)|"
    r"\b(?:basically|actually|obviously)\b,?\s*|\b(?:has |have )?(?:just )?(?:come|came) back (?:(?:at|as) )?(?=\d)|"
    r"\s*\b(?:on|in|from) (?:my|his|her|the|their) (?:letter|report|app|results?|print-?out|screen)\b",
    re.I,
)
_PATIENT = re.compile(r"\b[Pp]t(s?)\b")  # not PT, a clotting time
_OPERATION = re.compile(
    r"(?:,|\band\b|\bhad\b)\s*(?:an? )?(?P<of>[a-z]+(?: [a-z]+)?) (?:ops?|operations?)\s+"
    r"(?:last year|(?:many |some |a few |\d+ )?years ago|in (?:19|20)\d\d|as a child|in childhood)" + _NEXT,
    re.I,
)
# Operations after which nothing is as before.
_LASTING = re.compile(
    r"transplant|valve|bypass|graft|stent|shunt|gastr|stomach|bariatric|bowel|spleen|liver|kidney|lung|heart|brain|cancer|"
    r"thyroid|pancrea|joint|hip|knee|spin|back|womb|ovar|prostat",
    re.I,
)
_ON_SURGERY = re.compile(r"\b(?:surg\w+|operat\w+|ops?|post-?op\w*|an(?:a)?esth\w+|implants?|mri)\b", re.I)
_SIZE = re.compile(
    r",?\s*(?:and |but )?\b(?:i am|i'?m|i know i'?m) (?:a (?:little )?bit|a little|slightly|rather) "
    r"(?:overweight|heavy|chubby)"
    r"(?: i (?:admit|know))?\s*(?:,|(?=[.?!;]|$))",
    re.I,
)
_ON_SIZE = re.compile(r"\b(?:weigh\w*|diet\w*|fat(?! in\b)|lose|slim\w*|bmi|obes\w+)\b", re.I)
_GOAL = re.compile(r"\b(?:aim for|target|goal)\b", re.I)
_PREVENTS = re.compile(r"\bprevent (?:it|them|this|these)\b|\bto prevent\b", re.I)
_TAKEN = re.compile(r",?\s*\b(?:and |but )?(?:i am |i'm |i )?(?:on|take|taking) (?:only |just |some )?$", re.I)
_TAKEN_HOW = re.compile(
    r"^(?: only| daily| now and then| for (?:(?:most|some|all|any|each) of )?(?:it|them))?\s*(?=[,.;?!]|$)", re.I
)


@dataclass(frozen=True, slots=True)
class Lighter:
    """A question without what it tells by the way, and the medicines among that. ``of_size``: what somebody calls
    their own size is among it, too.
    """

    text: str
    left_out: tuple[str, ...] = ()
    of_size: bool = False


def without_incidental(question: Question, is_strange: Callable[[str], bool], to_patient: bool) -> Lighter | None:
    """``question`` without what is told by the way; None where there is nothing of that kind.

    ``is_strange``: whether no text has a word; an operation of the past goes only where none has what it was on.
    """
    text = question.text
    left_out, text = _without_medicines(question) if to_patient else ((), text)
    of_size = to_patient and _SIZE.search(text) is not None and not _ON_SIZE.search(_SIZE.sub(" ", text))
    if of_size and question.entries:
        text = _SIZE.sub(", ", text)
    text = _BY_THE_WAY.sub("", _PATIENT.sub(r"patient\1", text))
    rest = _PLACE.sub("", text)
    if not _ASKS_WHERE.search(rest):
        text = rest
    text = _OPERATION.sub(lambda found: _kept(found, text, is_strange), text)
    text = re.sub(r"\s*,(?:\s*,)+", ",", re.sub(r"\s+", " ", text)).strip(" ,")
    text = re.sub(r"\s+([,.;?!])", r"\1", re.sub(r",\s*([.;?!])", r"\1", text))
    return Lighter(text, left_out, of_size) if text and text != question.text else None


def _kept(found: re.Match[str], text: str, is_strange: Callable[[str], bool]) -> str:
    """What stays of an operation of the past: all, where it was a great one, is asked about or texts know of it."""
    of, rest = found["of"], text.replace(found[0], " ")
    minor = not _LASTING.search(of) and any(map(is_strange, words(of))) and not _ON_SURGERY.search(rest)
    return "" if minor and not set(words(of)) & set(words(rest)) else found[0]


def _without_medicines(question: Question) -> tuple[tuple[str, ...], str]:
    """The medicines that a patient tells of beside a question on a goal or on prevention, and the text without them."""
    text = question.text
    asks = _GOAL.search(text) or _PREVENTS.search(text)
    others = [mention for mention in question.mentions if mention.entry.kind in ("condition", "test")]
    if asks is None or not others:
        return (), text
    out = []
    for mention in reversed(question.mentions):
        before, behind = _TAKEN.search(text[: mention.start]), _TAKEN_HOW.match(text[mention.end :])
        if mention.entry.kind == "drug" and before is not None and behind is not None:
            text = f"{text[: before.start()]} {text[mention.end + behind.end() :]}"
            out.append(mention.entry.term)
    return tuple(reversed(out)), text
